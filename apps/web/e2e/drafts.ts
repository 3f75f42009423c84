// A form never loses what was typed: reload, a session that ends, a new sign-in; and the device holds nothing that can be read.
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { signIn, visitAs } from './browser.ts';
import type { House } from './house.ts';

const typed = `祖母說昨晚又有人來敲門 ${Date.now()}`;

/** Types into the hotline form, then reloads, ends the session, signs in again, and signs out. */
export async function draftsSurvive(browser: Browser, house: House): Promise<void> {
  const { page, context, leave } = await visitAs(browser, house, 'kh.hotline1', '/intake');
  const field = page.getByLabel('發生了什麼事');
  const saved = page.waitForResponse((response) => response.url().includes('/api/drafts/') && response.request().method() === 'PUT');
  await field.fill(typed);
  await saved;
  await page.reload();
  await page.waitForFunction((text) => [...document.querySelectorAll('textarea')].some((each) => each.value === text), typed);
  const kept = await page.evaluate(() => JSON.stringify({ ...window.localStorage }));
  expect(kept).toContain('anwang.draft.');
  expect(kept).not.toContain(typed);
  await context.clearCookies();
  await field.fill(`${typed}，很害怕`);
  await page.getByRole('dialog', { name: '登入已逾時' }).waitFor({ timeout: 90_000 });
  await signIn(page, house, 'kh.hotline1');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe(`${typed}，很害怕`);
  await page.getByRole('button', { name: /選單/ }).click();
  await page.getByRole('menuitem', { name: '登出' }).click();
  await page.waitForURL(/sign-in/);
  expect(await page.evaluate(() => Object.keys(window.localStorage).filter((key) => key.startsWith('anwang.draft.')))).toEqual([]);
  await leave();
}
