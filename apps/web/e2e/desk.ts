// The desk's part of the path: screened, sent back, screened anew, reviewed, disputed, ruled on, accepted by the unit.
import type { Page } from 'playwright-core';
import { choose } from './browser.ts';
import { as, type Journey, openSubject, subject } from './journey.ts';

/** The first officer would not accept it; the second sends it back, and why is read where it is decided anew. */
export async function sendBack(journey: Journey): Promise<void> {
  const why = '地址明確，請再查證後決定。';
  await as(journey, 'kh.screener1', '/screening', async (page) => {
    await openSubject(page);
    await page.getByRole('heading', { name: subject }).waitFor();
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').selectOption({ label: '資料不足且無法補正' });
    await dialog.getByLabel('與建議不同的理由').fill('查無此人，無法聯繫。');
    await dialog.getByRole('button', { name: '送出決定' }).click();
    await page.getByText('已送複核').waitFor();
  });
  await as(journey, 'kh.reviewer1', '/screening?queue=review', async (page) => {
    await openSubject(page);
    // What is not accepted goes nowhere: agreeing is not called dispatching.
    await page.getByRole('button', { name: '同意不受理' }).waitFor();
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill(why);
    await dialog.getByRole('button', { name: '退回', exact: true }).click();
    await page.getByText('複核完成').waitFor();
  });
  await as(journey, 'kh.screener1', '/screening?queue=returned', async (page) => {
    await openSubject(page);
    const note = page.getByRole('note');
    await note.getByText(why).waitFor();
    await note.getByText('先前擬辦：不受理，資料不足且無法補正').waitFor();
  });
}

/** 2. The screener reads and decides otherwise than proposed, by keyboard, with a reason. */
export async function screen(journey: Journey): Promise<void> {
  await as(journey, 'kh.screener1', '/screening?queue=returned', async (page) => {
    await openSubject(page);
    await page.getByRole('heading', { name: subject }).waitFor();
    await page.getByText('父親失業三個月').waitFor();
    // Somebody calls again: what is new is added, and counts as unread until somebody says that it was read.
    await page.getByRole('button', { name: '加入新資訊' }).click();
    await page.getByRole('dialog').getByLabel('補充資料').fill('鄰居來電，今天又聽到爭吵。');
    await page.getByRole('dialog').getByRole('button', { name: '送出補充' }).click();
    await page.getByRole('listitem').filter({ hasText: '鄰居來電' }).getByText('未讀').waitFor();
    await page.getByRole('button', { name: '標為已讀' }).click();
    await page.getByRole('button', { name: '標為已讀' }).waitFor({ state: 'detached' });
    await page.getByRole('region', { name: '決定' }).getByRole('button', { name: '改派' }).waitFor();
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await choose(page, '風險', '高');
    await dialog.getByLabel('與建議不同的理由').fill('電話確認家中有三歲幼兒，提高風險。');
    await dialog.getByRole('button', { name: '送出決定' }).click();
    await page.getByText('已送複核').waitFor();
  });
}

/** 3. The second person confirms; the first could not have. */
export async function review(journey: Journey): Promise<void> {
  await as(journey, 'kh.reviewer1', '/screening?queue=review', async (page) => {
    await openSubject(page);
    await page.getByText('與規則建議不同').first().waitFor();
    await page.getByRole('button', { name: '同意並派案' }).click();
    await page.getByText('複核完成').waitFor();
  });
}

/** The unit thinks another one should have got it, which it may say once. */
export async function dispute(journey: Journey): Promise<void> {
  await as(journey, 'kh.supervisor.sanmin', '/inbox', async (page) => {
    await openSubject(page);
    await page.getByRole('button', { name: '提出異議', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').selectOption({ index: 1 });
    await dialog.getByLabel('理由').fill('案家下個月遷往左營區，請改派。');
    await dialog.getByRole('button', { name: '提出異議', exact: true }).click();
    await page.getByText('已提出異議').first().waitFor();
  });
}

/** Opens the dispute in the arbiter's room. */
export async function openDispute(page: Page): Promise<void> {
  await openSubject(page);
  await page.getByText('案家下個月遷往左營區，請改派。').waitFor();
}

/** A third person rules; it stays where it was sent. */
export async function arbitrate(journey: Journey): Promise<void> {
  await as(journey, 'kh.arbiter', '/arbitration', async (page) => {
    await openDispute(page);
    await choose(page, '裁定', '維持原派');
    await page.getByLabel('裁定理由').fill('遷居尚未發生，仍由現居地受案。');
    await page.getByRole('button', { name: '裁定', exact: true }).click();
    await page.getByText('已裁定').first().waitFor();
  });
}

/** 4. The unit's supervisor accepts and names the worker. */
export async function accept(journey: Journey): Promise<void> {
  await as(journey, 'kh.supervisor.sanmin', '/inbox', async (page) => {
    await openSubject(page);
    await page.getByRole('heading', { name: new RegExp(subject) }).waitFor();
    await page.waitForLoadState('networkidle');
    const worker = journey.house.accounts.find((each) => each.username === 'kh.worker.sanmin.1')!.name;
    const list = page.getByLabel('主責社工');
    const option = (await list.locator('option').allTextContents()).find((each) => each.startsWith(worker))!;
    await list.selectOption({ label: option });
    await page.getByRole('button', { name: '受案', exact: true }).click();
    await page.getByText(/已受案 [A-Z]+-\d/).waitFor();
  });
}
