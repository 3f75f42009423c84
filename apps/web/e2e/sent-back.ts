// A report that the first officer would not accept: sent back with a reason, which is read where it is decided anew; and what the second officer then agrees to.
import type { Browser, Page } from 'playwright-core';
import { visitAs } from './browser.ts';
import type { House } from './house.ts';

const why = '地址在本縣市，請再查證後決定。';

const reportOf = (page: Page): string => new URL(page.url()).searchParams.get('report') ?? '';

async function declines(page: Page, words: string): Promise<void> {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('原因').selectOption({ label: '資料不足且無法補正' });
  await dialog.getByLabel('與建議不同的理由').fill(words);
  await dialog.getByRole('button', { name: '送出決定' }).click();
  await page.getByText('已送複核').first().waitFor();
}

/** Screener and reviewer, twice round. */
export async function isDecidedAnew(browser: Browser, house: House): Promise<void> {
  const screener = await visitAs(browser, house, 'kh.screener2', '/screening');
  await screener.page.getByRole('button', { name: '不受理' }).waitFor();
  const id = reportOf(screener.page);
  await declines(screener.page, '查無此人，無法聯繫。');
  const reviewer = await visitAs(browser, house, 'kh.reviewer2', `/screening?queue=review&report=${id}`);
  await reviewer.page.getByRole('button', { name: '同意不受理' }).waitFor();
  await reviewer.page.keyboard.press('b');
  const dialog = reviewer.page.getByRole('dialog');
  await dialog.getByLabel('理由').fill(why);
  await dialog.getByRole('button', { name: '退回', exact: true }).click();
  await reviewer.page.getByText('複核完成').first().waitFor();
  await screener.page.goto(`/screening?queue=returned&report=${id}`);
  await screener.page.getByRole('note').getByText(why).waitFor();
  await screener.page.getByRole('note').getByText('先前擬辦：不受理，資料不足且無法補正').waitFor();
  await declines(screener.page, '已電話查證，戶政無此人。');
  await reviewer.page.goto(`/screening?queue=review&report=${id}`);
  await reviewer.page.getByText('已電話查證，戶政無此人。').waitFor();
  await reviewer.page.getByRole('button', { name: '同意不受理' }).click();
  await reviewer.page.getByText('複核完成').first().waitFor();
  await Promise.all([screener.leave(), reviewer.leave()]);
}
