// Lists that are left and come back to: what was looked for, the row that was opened, what was chosen under another filter.
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { visitFresh } from './browser.ts';
import type { House } from './house.ts';

const supervisor = 'kh.supervisor.sanmin';

/** From a person back to the search that led there, with the row still under the keyboard; the name stands in no address. */
export async function backToTheSearch(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visitFresh(browser, house, supervisor, '/cases?view=all');
  const family = ((await page.locator('tr[data-row] b').first().textContent()) ?? '').replace(/家庭$/, '');
  await page.goto('/people');
  await page.locator('#main').getByRole('searchbox').fill(family);
  await page.keyboard.press('Enter');
  const found = page.locator('tr[data-row]');
  await found.first().waitFor();
  const rows = await found.count();
  await found.last().getByRole('link').click();
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  await page.goBack();
  await found.first().waitFor();
  expect(new URL(page.url()).search).toBe('');
  expect(await found.count()).toBe(rows);
  expect(await page.locator('#main').getByRole('searchbox').inputValue()).toBe(family);
  expect(await page.locator('tr[data-cursor]').getAttribute('data-row')).toBe(String(rows - 1));
  await leave();
}

/** Newest first and oldest first by one head; chosen rows do not follow to another view; a view is saved by the Enter key; a condition is added by F. */
export async function sortedAndSaved(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visitFresh(browser, house, supervisor, '/cases?view=all');
  const numbers = async (sort: string) => {
    const answer = page.waitForResponse((response) => response.url().includes('/api/cases?') && response.url().includes(`sort=${sort}`));
    await page.getByRole('columnheader', { name: '收件' }).getByRole('button').click();
    const { rows }: { rows: { receivedAt: string }[] } = await (await answer).json();
    return rows.map((row) => row.receivedAt);
  };
  const newest = await numbers('newest');
  expect(newest).toEqual([...newest].sort().reverse());
  const oldest = await numbers('received');
  expect(oldest).toEqual([...oldest].sort());
  await page.locator('tr[data-row] input').first().check();
  await page.getByText('已選 1 件').waitFor();
  await page.getByRole('link', { name: /^本單位/ }).click();
  await page.getByText('已選').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '另存檢視' }).click();
  await page.getByLabel('檢視名稱').fill('本單位，舊的在前');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^本單位，舊的在前 ?\d+/ }).waitFor();
  // A condition comes into the sentence when it is added, and goes with the next view.
  await page.keyboard.press('f');
  await page.getByRole('menuitem', { name: '階段' }).click();
  await page.getByLabel('階段').selectOption('open');
  await page.waitForURL(/status=open/);
  await page.getByRole('button', { name: '條件已變更，另存檢視' }).waitFor();
  await page.getByRole('link', { name: /^高風險 ?\d+/ }).click();
  await page.waitForURL(/view=highRisk/);
  expect(new URL(page.url()).searchParams.get('status')).toBeNull();
  await leave();
}
