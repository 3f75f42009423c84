// A family moves to another county: handed over by two people here, returned by two people there, handed over again and taken; everybody in a browser of their own.
import type { Browser, Page } from 'playwright-core';
import { choose, visitAs } from './browser.ts';
import type { House } from './house.ts';

/** Works as somebody, from a page on. */
export async function as(browser: Browser, house: House, user: string, path: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, leave } = await visitAs(browser, house, user, path);
  try {
    await work(page);
  } finally {
    await leave();
  }
}

export const dialogOf = (page: Page) => page.getByRole('dialog');
export async function start(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: `開始 ${action}`, exact: true }).click();
  await dialogOf(page).waitFor();
}
export async function record(page: Page): Promise<void> {
  await dialogOf(page).getByRole('button', { name: '記錄', exact: true }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
}

/** A family of the unit that is in service, and its name. */
export const aFamily = (page: Page) =>
  page.evaluate(async () => {
    const { rows } = await (await fetch('/api/cases?view=all&limit=100')).json();
    const one = rows.find((row: { programme: string; status: string }) => row.programme === 'vulnerable-family' && row.status === 'open');
    return { path: `/cases/${one.id}`, title: String(one.title) };
  });

/** The supervisor gives the family to the worker who will propose. */
async function giveTo(page: Page, name: string): Promise<void> {
  await start(page, '移交主責');
  // Six stand in a row, more in a list.
  const radio = dialogOf(page).getByRole('radio', { name: new RegExp(`^${name}`) });
  const option = dialogOf(page).locator('option').filter({ hasText: name });
  await radio.or(option).first().waitFor({ state: 'attached' });
  if ((await radio.count()) > 0) await radio.check({ force: true });
  else
    await dialogOf(page)
      .getByLabel('新的主責社工')
      .selectOption({ label: (await option.textContent()) ?? name });
  await choose(page, '原因', '案量調整');
  await record(page);
  await page.getByText(name).first().waitFor();
}

export async function goesAndComesBackAndGoes(browser: Browser, house: House): Promise<void> {
  let one = { path: '', title: '' };
  const summary = '案家遷至埔里依親，經濟補助審查中。';
  const propose = async (page: Page) => {
    await start(page, '提出轉案');
    await choose(page, '移轉縣市', '南投縣');
    await dialogOf(page).getByLabel('現居行政區').selectOption({ label: '埔里鎮' });
    await choose(page, '轉案原因', '全家遷居');
    await dialogOf(page).getByLabel('現居地址').fill('南投縣埔里鎮中山路二段12號');
    await dialogOf(page).getByLabel('轉案摘要').fill(summary);
    await record(page);
    await page.getByText('擬轉南投縣，待核定').waitFor();
  };
  const approve = () =>
    as(browser, house, 'kh.supervisor.sanmin', one.path, async (page) => {
      await start(page, '核定轉案');
      await dialogOf(page).getByText(summary).waitFor();
      await choose(page, '核定', '同意移轉');
      await record(page);
      await page.getByText(/已送南投縣派案中心/).waitFor();
    });
  const open = async (page: Page) => {
    await page.getByText('他縣市轉案').first().click();
    await page.getByRole('heading', { name: '他縣市轉案資料' }).waitFor();
  };

  const worker = house.accounts.find((each) => each.username === 'kh.worker.sanmin.1')!.name;
  await as(browser, house, 'kh.supervisor.sanmin', '/cases?view=all', async (page) => {
    one = await aFamily(page);
    await page.goto(one.path);
    await giveTo(page, worker);
  });
  await as(browser, house, 'kh.worker.sanmin.1', one.path, propose);
  await approve();
  await as(browser, house, 'nt.screener1', '/screening', async (page) => {
    await open(page);
    await page.getByRole('button', { name: /退回原縣市/ }).click();
    await dialogOf(page).getByLabel('原因').selectOption({ label: '轉案摘要不足' });
    await dialogOf(page).getByLabel('與建議不同的理由').fill('請補充就學銜接');
    await dialogOf(page).getByRole('button', { name: '送出決定' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
  });
  await as(browser, house, 'nt.reviewer1', '/screening', async (page) => {
    await open(page);
    await page.getByRole('button', { name: /同意.*退回原縣市/ }).click();
    await page.getByText('複核完成').first().waitFor();
  });
  await as(browser, house, 'kh.worker.sanmin.1', one.path, async (page) => {
    await page.getByText(/南投縣於 .* 退回：轉案摘要不足/).waitFor();
    await propose(page);
  });
  await approve();
  await as(browser, house, 'nt.screener1', '/screening', async (page) => {
    await open(page);
    await page.getByRole('button', { name: /採用並送複核/ }).click();
    await page.getByText('已送複核').first().waitFor();
  });
  await as(browser, house, 'nt.reviewer1', '/screening', async (page) => {
    await open(page);
    await page.getByRole('button', { name: /同意並派案/ }).click();
    await page.getByText('複核完成').first().waitFor();
  });
  await as(browser, house, 'nt.supervisor.puli', '/inbox', async (page) => {
    await page.getByText(one.title.replace('家庭', '')).first().click();
    await page.getByRole('button', { name: '受案', exact: true }).click();
    await page
      .getByText(/已受案/)
      .first()
      .waitFor();
  });
  await as(browser, house, 'kh.worker.sanmin.1', one.path, async (page) => {
    await page.getByText(/南投縣 埔里社會福利服務中心已於 .* 受理，本案結案/).waitFor();
  });
}
