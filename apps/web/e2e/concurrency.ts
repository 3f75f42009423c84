// Two people change one thing at once, each in a browser of their own: one wins, the other sees both sides and goes on without typing again.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { visitAs } from './browser.ts';
import type { House } from './house.ts';
import type { Journey } from './journey.ts';
import { fileReport, openReport } from './report.ts';

const conflict = (page: Page) => page.getByRole('dialog', { name: '別人先改了' });

async function openWaiting(page: Page, id: string): Promise<void> {
  await page.goto(`/screening?queue=review&report=${id}`);
  await page.getByRole('button', { name: '同意不受理' }).waitFor();
}

/** The first report that waits for its second person, as the reviewer may see it. */
async function waiting(page: Page): Promise<string> {
  await page.getByRole('button', { name: '同意不受理' }).waitFor();
  return new URL(page.url()).searchParams.get('report') ?? '';
}

/** Two reviewers at once: the one agrees while the other writes why it must be sent back. */
export async function twoReviewers(browser: Browser, house: House): Promise<void> {
  const [first, second] = await Promise.all(
    ['kh.reviewer1', 'kh.reviewer2'].map((who) => visitAs(browser, house, who, '/screening?queue=review')),
  );
  const id = await waiting(first!.page);
  await openWaiting(second!.page, id);
  await second!.page.keyboard.press('b');
  const typed = '地址與前次通報不同，請先電話確認';
  await second!.page.getByRole('dialog').getByLabel('理由').fill(typed);
  await first!.page.getByRole('button', { name: '同意不受理' }).click();
  await first!.page.getByText('複核完成').waitFor();
  await second!.page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
  const both = conflict(second!.page);
  await both.waitFor();
  const other = await first!.page.evaluate(() => fetch('/api/session').then(async (answer) => String((await answer.json()).name)));
  await both.getByRole('region', { name: '對方的內容' }).getByText('同意不受理').waitFor();
  await both.getByRole('region', { name: '對方的內容' }).getByText(other).first().waitFor();
  await both.getByRole('region', { name: '您的內容' }).getByText(typed).waitFor();
  await both.getByRole('button', { name: '載入最新內容' }).click();
  await both.waitFor({ state: 'detached' });
  await Promise.all([first!.leave(), second!.leave()]);
}

async function planning(page: Page, url: string, summary: string) {
  await page.goto(`${url}?tab=plan&act=draftPlan`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('計畫內容').fill(summary);
  return dialog;
}

/** Worker and supervisor write the plan at once: the second sees the first's plan beside the own one and sends it on top, unchanged. */
export async function twoPlanners(journey: Journey): Promise<void> {
  const url = journey.caseUrl!;
  const [worker, supervisor] = await Promise.all(
    ['kh.worker.sanmin.1', 'kh.supervisor.sanmin'].map((who) => visitAs(journey.browser, journey.house, who, url)),
  );
  const theirs = await planning(worker!.page, url, '主責的計畫：先穩定三餐');
  const mine = await planning(supervisor!.page, url, '督導的計畫：連結就業');
  await theirs.getByRole('button', { name: '記錄', exact: true }).click();
  await theirs.waitFor({ state: 'detached' });
  await mine.getByRole('button', { name: '記錄', exact: true }).click();
  const both = conflict(supervisor!.page);
  await both.getByRole('region', { name: '對方的內容' }).getByText('主責的計畫：先穩定三餐').waitFor();
  await both.getByRole('region', { name: '您的內容' }).getByText('督導的計畫：連結就業').waitFor();
  await both.getByRole('button', { name: '保留對方，再送我的' }).click();
  await supervisor!.page.getByRole('dialog').waitFor({ state: 'detached' });
  await supervisor!.page.getByRole('region').getByText('督導的計畫：連結就業').waitFor();
  await supervisor!.page.goto(`${url}?tab=timeline`);
  await supervisor!.page.getByText('主責的計畫：先穩定三餐').waitFor();
  expect(await supervisor!.page.getByText('督導的計畫：連結就業').count()).toBeGreaterThan(0);
  await Promise.all([worker!.leave(), supervisor!.leave()]);
}

/** Two screeners on one report: each is told of the other, and the slower one keeps what was written. */
export async function twoScreeners(browser: Browser, house: House): Promise<void> {
  const [first, second] = await Promise.all(['kh.screener1', 'kh.screener2'].map((who) => visitAs(browser, house, who, '/screening')));
  await first!.page.getByRole('button', { name: '改派' }).waitFor();
  const id = new URL(first!.page.url()).searchParams.get('report') ?? '';
  expect(id).not.toBe('');
  await second!.page.goto(`/screening?report=${id}`);
  await second!.page.getByText(/也開啟了這件通報/).waitFor();
  for (const [at, { page }] of [first!, second!].entries()) {
    await page.keyboard.press('n');
    await page.getByRole('dialog').getByLabel('原因').selectOption({ index: 1 });
    await page
      .getByRole('dialog')
      .getByLabel('與建議不同的理由')
      .fill(`第 ${at + 1} 位的理由`);
  }
  await first!.page.getByRole('button', { name: '送出決定' }).click();
  await first!.page.getByText('已送複核').waitFor();
  await second!.page.getByRole('button', { name: '送出決定' }).click();
  const both = conflict(second!.page);
  await both.getByRole('region', { name: '對方的內容' }).getByText('不受理').waitFor();
  await both.getByRole('region', { name: '您的內容' }).getByText('第 2 位的理由').waitFor();
  await Promise.all([first!.leave(), second!.leave()]);
}

/** Two tabs of one screener: the slower one is told that it was themselves. */
export async function ownSecondTab(browser: Browser, house: House): Promise<void> {
  await fileReport(house, '兩分頁童');
  const { page, context, leave } = await visitAs(browser, house, 'kh.screener3', '/screening');
  await openReport(page, '兩分頁童');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: '改派' }).waitFor();
  await page.keyboard.press('n');
  // The line of this tab hangs. The other tab finds a draft that waits, and leaves it to the form in which it stands: what it sent would come back over what was typed since.
  const sentBeside: string[] = [];
  other.on('request', (request) => request.method() === 'PUT' && request.url().includes('/api/drafts/') && sentBeside.push(request.url()));
  await page.route('**/api/drafts/**', () => undefined);
  await fillNotAccepted(page, '第一個');
  await page.waitForTimeout(1500);
  await fillNotAccepted(page, '第一個分頁');
  await page.waitForTimeout(1500);
  expect(await page.getByRole('dialog').getByLabel('與建議不同的理由').inputValue()).toBe('第一個分頁');
  expect(sentBeside).toEqual([]);
  await page.unroute('**/api/drafts/**');
  await page.getByRole('button', { name: '送出決定' }).click();
  await page.getByText('已送複核').waitFor();
  await other.keyboard.press('n');
  await fillNotAccepted(other, '第二個分頁');
  await other.getByRole('button', { name: '送出決定' }).click();
  const both = other.getByRole('dialog', { name: '您已在另一個分頁改過' });
  await both.getByRole('region', { name: '這一頁的內容' }).getByText('第二個分頁').waitFor();
  await leave();
}

async function fillNotAccepted(page: Page, why: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').selectOption({ label: '查無具體危害' });
  await dialog.getByLabel('與建議不同的理由').fill(why);
}

/** A colleague decides while a form is open, and the window is looked at again: the form stays, says so, and what was written is not gone. */
export async function formStaysWhenOvertaken(browser: Browser, house: House): Promise<void> {
  await fileReport(house, '搶先童');
  const [first, second] = await Promise.all(['kh.screener1', 'kh.screener2'].map((who) => visitAs(browser, house, who, '/screening')));
  await openReport(first!.page, '搶先童');
  await second!.page.goto(first!.page.url());
  await second!.page.getByText(/也開啟了這件通報/).waitFor();
  await second!.page.keyboard.press('n');
  await fillNotAccepted(second!.page, '寫到一半的理由');
  await first!.page.keyboard.press('n');
  await fillNotAccepted(first!.page, '先送出的理由');
  await first!.page.getByRole('button', { name: '送出決定' }).click();
  await first!.page.getByText('已送複核').waitFor();
  // What is as old as that is asked for anew when somebody looks at the window again.
  await second!.page.waitForTimeout(10_500);
  await second!.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    window.dispatchEvent(new Event('visibilitychange'));
  });
  const dialog = second!.page.getByRole('dialog');
  await dialog.getByRole('status').filter({ hasText: '這件通報已有人處理' }).waitFor();
  expect(await dialog.getByLabel('與建議不同的理由').inputValue()).toBe('寫到一半的理由');
  await dialog.getByRole('button', { name: '送出決定' }).click();
  await conflict(second!.page).getByRole('region', { name: '您的內容' }).getByText('寫到一半的理由').waitFor();
  await Promise.all([first!.leave(), second!.leave()]);
}

/** The network goes while a screener decides: what was pressed goes by itself, once; also the one key that takes the proposal. */
export async function decidesWithoutNetwork(browser: Browser, house: House): Promise<void> {
  await fileReport(house, '斷線一童');
  await fileReport(house, '斷線二童');
  // Whoever has decided is shown the next one, where there is one.
  await fileReport(house, '斷線三童');
  const { page, context, leave } = await visitAs(browser, house, 'kh.screener1', '/screening');
  await openReport(page, '斷線一童');
  const decided = page.url();
  await context.setOffline(true);
  await page.keyboard.press('n');
  await fillNotAccepted(page, '離線時決定的理由');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('status').filter({ hasText: '恢復連線後自動送出' }).waitFor();
  await context.setOffline(false);
  await page.getByText('已送複核').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(page.url()).not.toBe(decided);
  await openReport(page, '斷線二童');
  await context.setOffline(true);
  const adopt = page.getByRole('button', { name: /^採用/ });
  await adopt.click();
  await page.getByRole('status').filter({ hasText: '請留在這一件' }).waitFor();
  const before = page.url();
  await context.setOffline(false);
  await expect.poll(() => page.url(), { timeout: 20_000 }).not.toBe(before);
  // So does what is confirmed or corrected, and what was asked by telephone.
  await openReport(page, '斷線三童');
  await context.setOffline(true);
  await page.keyboard.press('e');
  await page.getByRole('dialog').getByRole('checkbox').first().click();
  await page.getByRole('dialog').getByRole('button', { name: '儲存' }).click();
  await page.getByRole('status').filter({ hasText: '恢復連線後自動送出' }).waitFor();
  // What comes next is based on the report as it stands then.
  const asked = page.waitForResponse((answer) => /\/api\/screening\/reports\/[^/]+$/.test(answer.url()) && answer.ok());
  await context.setOffline(false);
  await page.getByText('規則已重新判讀').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await asked;
  await page.waitForTimeout(300);
  await context.setOffline(true);
  await page.keyboard.press('q');
  await page.getByRole('dialog').getByLabel('內容').fill('75');
  await page.getByRole('dialog').getByLabel('誰說的').selectOption({ index: 1 });
  await page.getByRole('dialog').getByRole('button', { name: '登錄並重新比對' }).click();
  await page.getByRole('status').filter({ hasText: '恢復連線後自動送出' }).waitFor();
  await context.setOffline(false);
  await page.getByText('已登錄，並重新比對').waitFor();
  await leave();
}
