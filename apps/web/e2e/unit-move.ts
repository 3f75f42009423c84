// A case goes on with another unit of its county: proposed, approved, given back with a reason, sent again and taken; everybody in a browser of their own.
import type { Browser, Page } from 'playwright-core';
import { choose, find } from './browser.ts';
import type { House } from './house.ts';
import { aFamily, as, dialogOf, record, start } from './transfer.ts';

const summary = '案家已遷居前鎮區，需要經濟與托育協助。';
const other = '前鎮社會福利服務中心';

async function propose(page: Page): Promise<void> {
  await start(page, '提出單位移轉');
  await choose(page, '移轉原因', '案家遷居他行政區');
  await find(page, '現居行政區', '前鎮區');
  // Ranked anew for where they live now.
  await page.waitForLoadState('networkidle');
  await find(page, '移轉單位', other);
  await dialogOf(page).getByLabel('移轉摘要').fill(summary);
  await record(page);
  await page.getByText(`擬移轉${other}，待核定`).waitFor();
}

async function approve(page: Page): Promise<void> {
  await start(page, '核定單位移轉');
  await dialogOf(page).getByText('與規則建議相同').waitFor();
  await dialogOf(page).getByText(summary).waitFor();
  await choose(page, '核定', '同意移轉');
  await record(page);
  await page.getByText(/已送前鎮社會福利服務中心/).waitFor();
}

export async function isGivenBackSentAgainAndTaken(browser: Browser, house: House): Promise<void> {
  let one = { path: '', title: '' };
  const open = async (page: Page) => {
    await page.locator('#main li', { hasText: one.title }).first().click();
    await page.getByText(summary).waitFor();
  };
  await as(browser, house, 'kh.worker.sanmin.1', '/cases', async (page) => {
    one = await aFamily(page);
    await page.goto(one.path);
    await propose(page);
  });
  await as(browser, house, 'kh.supervisor.sanmin', one.path, approve);
  await as(browser, house, 'kh.supervisor.qianzhen', '/inbox', async (page) => {
    await open(page);
    await page.getByRole('button', { name: '退回移出單位' }).click();
    await dialogOf(page).getByLabel('原因', { exact: false }).first().selectOption({ label: '移轉摘要不足' });
    await dialogOf(page).getByRole('textbox').fill('請補上新址的聯絡方式');
    await dialogOf(page).getByRole('button', { name: '退回移出單位' }).click();
    await page.getByText('已退回移出單位').waitFor();
  });
  await as(browser, house, 'kh.worker.sanmin.1', one.path, async (page) => {
    await page.getByText('請補上新址的聯絡方式').first().waitFor();
    await propose(page);
  });
  await as(browser, house, 'kh.supervisor.sanmin', one.path, approve);
  await as(browser, house, 'kh.supervisor.qianzhen', '/inbox', async (page) => {
    await open(page);
    await page.getByLabel('主責社工').selectOption({ index: 1 });
    await page.getByRole('button', { name: '受案', exact: true }).click();
    await page
      .getByText(/已受案 VF-/)
      .first()
      .waitFor();
    await page.goto(one.path);
    await page.getByText(/由三民社會福利服務中心移轉而來/).waitFor();
  });
  await as(browser, house, 'kh.worker.sanmin.1', one.path, async (page) => {
    await page.getByText('找不到，或不在您可查看的範圍').waitFor();
  });
}
