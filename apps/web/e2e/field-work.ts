// A worker on the road: the visit form while the network is away, sent by itself when it is back, once, also where only the answer was lost; and what was typed in a
// session that was lost meanwhile is there at the next sign-in.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn, visitFresh } from './browser.ts';
import type { Journey } from './journey.ts';

const worker = 'kh.worker.sanmin.1';
const note = (page: Page) => page.getByLabel('訪視紀錄');
const record = (page: Page) => page.getByRole('button', { name: '記錄', exact: true });

/** The visit form of the case, with everything in it that a record needs. */
async function beginVisit(page: Page, path: string, text: string): Promise<void> {
  await page.goto(path);
  await openForm(page);
  await page.getByRole('button', { name: '抵達，開始計時' }).click();
  await page.getByRole('timer').waitFor();
  await page.getByRole('radio', { name: '未遇' }).click();
  await note(page).fill(text);
}

async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: '記錄訪視' }).first().click();
  await note(page).waitFor();
}

const recorded = (page: Page, text: string) => page.locator('#main').getByText(text, { exact: true });

/** The network goes while the form is typed, and comes back. */
export async function withoutNetwork({ browser, house, caseUrl = '' }: Journey): Promise<void> {
  const text = `離線訪視 ${Date.now()}`;
  const { page, context, leave } = await visitFresh(browser, house, worker, '/');
  await beginVisit(page, caseUrl, '');
  await context.setOffline(true);
  await note(page).fill(text);
  await page.getByRole('status').filter({ hasText: '已加密存在這台裝置' }).waitFor();
  await page.getByRole('button', { name: '離開，記下時間' }).click();
  expect(await page.getByLabel('時間長度（分鐘）').inputValue()).toBe('1');
  await record(page).dblclick();
  await page.getByRole('status').filter({ hasText: '恢復連線後自動送出' }).waitFor();
  await context.setOffline(false);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await recorded(page, text).first().waitFor();
  expect(await recorded(page, text).count()).toBe(1);
  // The server did it and the answer was lost; pressed again after a reload it is done once.
  const other = `回應遺失 ${Date.now()}`;
  await beginVisit(page, caseUrl, other);
  await page.getByRole('status').filter({ hasText: '草稿已存' }).waitFor();
  await page.route('**/api/cases/*/act', async (route) => {
    await route.fetch();
    // The last of them is still under way when the page lets go of it.
    await route.abort('connectionreset').catch(() => undefined);
  });
  await record(page).click();
  await page.getByRole('status').filter({ hasText: '恢復連線後自動送出' }).waitFor();
  await page.unroute('**/api/cases/*/act');
  await page.reload();
  await expect.poll(() => note(page).inputValue(), { timeout: 20_000 }).toBe(other);
  await record(page).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await recorded(page, other).first().waitFor();
  expect(await recorded(page, other).count()).toBe(1);
  await leave();
}

/** The network goes, the tab is closed, and the sign-in is gone before anybody comes back. */
export async function overANewSignIn({ browser, house, caseUrl = '' }: Journey): Promise<void> {
  const text = `斷線又逾時 ${Date.now()}`;
  const { page, context, leave } = await visitFresh(browser, house, worker, '/');
  await beginVisit(page, caseUrl, '');
  await context.setOffline(true);
  await note(page).fill(text);
  await page.getByRole('status').filter({ hasText: '已加密存在這台裝置' }).waitFor();
  await page.close();
  await context.clearCookies();
  await context.setOffline(false);
  const again = await context.newPage();
  again.setDefaultTimeout(20_000);
  await again.goto(caseUrl);
  await signIn(again, house, worker);
  await openForm(again);
  await expect.poll(() => note(again).inputValue(), { timeout: 20_000 }).toBe(text);
  await again.getByRole('button', { name: '捨棄草稿' }).click();
  await leave();
}

/** Screens that were never opened before open without a network and say that they are offline; the case that was open is there again. */
export async function roomsWithoutNetwork({ browser, house, caseUrl = '' }: Journey): Promise<void> {
  const { page, context, leave } = await visitFresh(browser, house, worker, caseUrl);
  await page.getByText('現在可以做').waitFor();
  const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /NoticesPage.*\.js/.test(name)));
  await expect.poll(fetched, { timeout: 20_000 }).toBe(true);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const rail = page.getByRole('navigation').first();
  for (const room of ['指標', '轉介']) {
    await rail.getByRole('link', { name: room }).click();
    await page.locator('#main').getByRole('heading', { name: room }).first().waitFor();
    expect(await page.getByText('這個畫面發生問題').count()).toBe(0);
  }
  await page.goBack();
  await page.goBack();
  await page.getByText('現在可以做').waitFor();
  await openForm(page);
  await note(page).fill('再開一次也寫得進去');
  await page.getByRole('status').filter({ hasText: '已加密存在這台裝置' }).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: '捨棄草稿' }).click();
  await leave();
}
