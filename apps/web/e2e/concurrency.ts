// Two people change one thing at once, each in a browser of their own: one wins, the other sees both sides and goes on without typing again.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { visitAs } from './browser.ts';
import type { House } from './house.ts';
import type { Journey } from './journey.ts';

const conflict = (page: Page) => page.getByRole('dialog', { name: '別人先改了' });

async function openReport(page: Page, id: string): Promise<void> {
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
  await openReport(second!.page, id);
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
  await dialog.getByLabel('家庭服務計畫').fill(summary);
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
