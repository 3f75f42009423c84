// A form never loses what was typed: reload, a session that ends, a new sign-in, a network or a server that is away, a second tab; and the
// device holds nothing that can be read.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn, signOut, visit, visitFresh } from './browser.ts';
import type { House } from './house.ts';
import { fileReport, openReport } from './report.ts';

const hotline = 'kh.hotline1';
const narrative = (page: Page) => page.getByLabel('發生了什麼事');
const saved = (page: Page) => page.getByRole('status').filter({ hasText: '草稿已存' }).waitFor();
const drafts = (page: Page) =>
  page.evaluate(() => Object.entries({ ...window.localStorage }).filter(([key]) => key.startsWith('anwang.draft.')));

async function holds(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => [...document.querySelectorAll('textarea')].some((each) => each.value === wanted), text);
}

/** Types into the hotline form, then reloads, ends the session, signs in again, and signs out. */
export async function throughReloadAndSignIn(browser: Browser, house: House): Promise<void> {
  const typed = `祖母說昨晚又有人來敲門 ${Date.now()}`;
  const { page, context, leave } = await visitFresh(browser, house, hotline, '/intake');
  await narrative(page).fill(typed);
  // What is typed half, or is no date, is kept as well.
  await page.getByLabel('什麼時候發生').fill('1130230');
  await saved(page);
  await page.reload();
  await holds(page, typed);
  expect(await page.getByLabel('什麼時候發生').inputValue()).toBe('1130230');
  const kept = JSON.stringify(await drafts(page));
  expect(kept).toContain('anwang.draft.');
  expect(kept).not.toContain(typed);
  await context.clearCookies();
  await narrative(page).fill(`${typed}，很害怕`);
  await page.getByRole('dialog', { name: '登入已結束' }).waitFor();
  await signIn(page, house, hotline);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await narrative(page).inputValue()).toBe(`${typed}，很害怕`);
  await saved(page);
  // The last word before signing out is not waited for by anybody; it is there at the next sign-in all the same.
  await narrative(page).fill(`${typed}，很害怕，請快`);
  await signOut(page);
  expect(await drafts(page)).toEqual([]);
  await signIn(page, house, hotline);
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/intake');
  await holds(page, `${typed}，很害怕，請快`);
  // Whoever sends this draft later is not to be stopped by the date.
  await page.getByLabel('什麼時候發生').fill('');
  await saved(page);
  await leave();
}

/** Without network the text stays on the device, and goes to the server by itself when the network is back; also over a closed tab. */
export async function throughNoNetwork(browser: Browser, house: House): Promise<void> {
  const typed = `沒有網路時打的字 ${Date.now()}`;
  const { page, context, leave } = await visitFresh(browser, house, hotline, '/intake');
  await narrative(page).waitFor();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.locator('#main').getByText('離線', { exact: true }).waitFor();
  await narrative(page).fill(typed);
  await page.getByRole('status').filter({ hasText: '已加密存在這台裝置' }).waitFor();
  await context.setOffline(false);
  await saved(page);
  await context.setOffline(true);
  await narrative(page).fill(`${typed}，再補一句`);
  await page.getByRole('status').filter({ hasText: '已加密存在這台裝置' }).waitFor();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto('/intake');
  await holds(again, `${typed}，再補一句`);
  await saved(again);
  await leave();
}

/** A form that was closed without a network is counted in the bar, and goes to the server by itself once it can: it is begun on every device. */
export async function closedWithoutNetwork(browser: Browser, house: House): Promise<void> {
  await fileReport(house, '關表童');
  const { page, context, leave } = await visitFresh(browser, house, 'kh.screener2', '/screening');
  const dialog = page.getByRole('dialog');
  await openReport(page, '關表童');
  const draft = `decision.${new URL(page.url()).searchParams.get('report')}.notAccepted`;
  const kept = () => page.evaluate(async (name) => (await (await fetch('/api/drafts')).text()).includes(name), draft);
  expect(await kept()).toBe(false);
  await context.setOffline(true);
  await page.keyboard.press('n');
  await dialog.getByLabel('補充說明').fill('離線時寫到一半');
  await dialog.getByText('已加密存在這台裝置').waitFor();
  await dialog.getByRole('button', { name: '保留草稿並關閉' }).click();
  await page.getByRole('status').filter({ hasText: '這台裝置上有 1 份草稿' }).waitFor();
  await context.setOffline(false);
  await expect.poll(kept, { timeout: 20_000 }).toBe(true);
  await leave();
}

/** The server goes away under the form and comes back: the text goes on, and pressing send again sends once. */
export async function throughRestart(browser: Browser, house: House): Promise<void> {
  const typed = `伺服器重開時打的字 ${Date.now()}`;
  const staff = await visitFresh(browser, house, hotline, '/intake');
  const anybody = await visit(browser, house, '/report?step=2');
  await narrative(staff.page).waitFor();
  await anybody.page.getByLabel('遇到狀況的人，姓名或稱呼').fill('重開測試童');
  await narrative(anybody.page).fill(typed);
  await anybody.page.getByRole('button', { name: '上一步' }).click();
  await anybody.page.getByLabel('需要幫助的人在哪個縣市').selectOption({ index: 1 });
  await anybody.page.getByRole('button', { name: '下一步' }).click();
  await anybody.page.getByRole('button', { name: '下一步' }).click();
  await house.down();
  await narrative(staff.page).fill(typed);
  await staff.page.getByRole('status').filter({ hasText: '已加密存在這台裝置' }).waitFor();
  await anybody.page.getByRole('button', { name: '送出通報' }).click();
  await anybody.page.getByText('恢復連線後再送出').first().waitFor();
  await house.up();
  await saved(staff.page);
  await anybody.page.getByRole('button', { name: '送出通報' }).click();
  await anybody.page.getByTestId('receipt-number').waitFor();
  await Promise.all([staff.leave(), anybody.leave()]);
}

/** The same form in two tabs is one form: what is typed in one stands in the other, and sending one empties both. */
export async function inTwoTabs(browser: Browser, house: House): Promise<void> {
  const { page, context, leave } = await visitFresh(browser, house, hotline, '/intake');
  const other = await context.newPage();
  await other.goto('/intake');
  await narrative(other).waitFor();
  await narrative(page).fill('第一個分頁');
  await holds(other, '第一個分頁');
  await narrative(other).fill('第一個分頁，第二個分頁接著寫');
  await holds(page, '第一個分頁，第二個分頁接著寫');
  await saved(page);
  await page.getByLabel('遇到狀況的人，姓名或稱呼').fill('兩頁測試童');
  await page.getByLabel('鄉鎮市區').selectOption({ label: '三民區' });
  const [newest] = await taken(page);
  // Pressed twice in a hurry, on a slow line: one report.
  await page.route('**/api/intake/**', async (route) => {
    await new Promise((wait) => setTimeout(wait, 800));
    await route.continue();
  });
  await page.getByRole('button', { name: '送出通報' }).dblclick();
  await page.getByRole('button', { name: '已告知' }).click();
  await holds(other, '');
  await expect.poll(async () => (await taken(page))[1], { timeout: 20_000 }).toBe(newest);
  await leave();
}

/** Numbers of the reports taken by this account, newest first. */
async function taken(page: Page): Promise<string[]> {
  await page.locator('tbody tr').first().waitFor();
  return page.locator('tbody tr td:first-child').allTextContents();
}
