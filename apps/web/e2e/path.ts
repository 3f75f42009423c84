// The path before and after the desk (desk.ts): reporter, worker, supervisor, partner, auditor; each in a browser of their own.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, fillNow, find, visit } from './browser.ts';
import { as, type Journey, openSubject, subject } from './journey.ts';

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Presses one of the actions of the case and gives the dialog it opens. */
async function start(page: Page, action: string) {
  await page.getByRole('button', { name: `開始 ${action}`, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

async function record(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '記錄', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** 1. Somebody reports from a telephone, with a photograph, and keeps number and code. */
export async function report(journey: Journey): Promise<void> {
  const { page, leave } = await visit(journey.browser, journey.house, '/report', { phone: true });
  await page.getByLabel('需要幫助的人在哪個縣市').selectOption({ index: 1 });
  const county = page.getByLabel('需要幫助的人在哪個縣市');
  const labels = await county.locator('option').allTextContents();
  await county.selectOption({
    label:
      labels.find((each) => each === journey.house.accounts.find((account) => account.username === 'kh.screener1')?.unit.slice(0, 3)) ??
      labels[1]!,
  });
  await page.getByLabel('鄉鎮市區').selectOption({ label: '三民區' });
  await page.getByLabel('您的電話（可不填）').fill('0900-123-456');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('遇到狀況的人，姓名或稱呼').fill(subject);
  await choose(page, '性別', '女');
  // A date that is none is neither lost nor taken for unknown: the form stays, and goes to it.
  await page.getByLabel('出生日期（民國）').fill('1080230');
  await page.getByLabel('發生了什麼事').fill('父親失業');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('這個月沒有 30 日').waitFor();
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.value === '1080230');
  await page.getByLabel('出生日期（民國）').fill('1080314');
  expect(await page.getByText('民國', { exact: false }).count()).toBeGreaterThan(0);
  await page.getByLabel('發生了什麼事').fill('父親失業三個月，家裡沒有米，孩子早餐常沒吃，祖母生病沒有人照顧。');
  await page.getByText('勾選符合的情形（可不填）').click();
  await page.getByLabel('家庭遭遇經濟、教養、婚姻、醫療等不利處境').check();
  await page.getByRole('button', { name: '下一步' }).click();
  // What is sent is read again first.
  await page.getByText(`${subject}，女，108.03.14`).waitFor();
  await page.getByLabel('加照片或文件').setInputFiles({ name: 'kitchen.png', mimeType: 'image/png', buffer: pixel });
  await page.getByRole('button', { name: '送出通報' }).click();
  const number = await page.getByTestId('receipt-number').textContent();
  const code = await page.getByTestId('receipt-code').textContent();
  expect(number).toMatch(/^[\d-]+$/);
  journey.receipt = { number: number!, code: code! };
  await page.getByText('已送達').waitFor();
  expect(await page.evaluate(() => Object.keys(window.localStorage).length + Object.keys(window.sessionStorage).length)).toBe(0);
  await leave();
}

/** What may be told about the report, by its receipt. */
export async function receiptSays(journey: Journey, words: string): Promise<void> {
  const { page, leave } = await visit(journey.browser, journey.house, '/report/status', { phone: true });
  await page.getByLabel('收件編號').fill(journey.receipt!.number);
  await page.getByLabel('查詢碼').fill(journey.receipt!.code);
  await page.getByRole('button', { name: '查詢' }).click();
  await page.getByRole('heading', { name: words, exact: true }).waitFor();
  await leave();
}

/** 5. The worker visits, assesses, and proposes to open. */
export async function assess(journey: Journey): Promise<void> {
  await as(journey, 'kh.worker.sanmin.1', '/cases?view=mine', async (page) => {
    await openSubject(page);
    await page.getByText('現在可以做').waitFor();
    journey.caseUrl = new URL(page.url()).pathname;
    // What was reported is read before anybody is visited.
    await page.getByRole('button', { name: /看通報內容/ }).click();
    await page.getByRole('dialog').getByRole('heading', { name: '通報敘述' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '關閉' }).click();
    // A visit is planned, with what was said for safety; the record is begun from it, and meets it.
    await start(page, '排訪');
    await fillNow(page, '日期');
    await page.getByRole('dialog').getByLabel('方式').selectOption({ label: '家訪' });
    await page.getByRole('dialog').getByLabel('安全提醒').fill('巷口有狗未繫繩');
    await record(page);
    const ahead = page.getByRole('region', { name: '接下來' });
    await ahead.getByText('巷口有狗未繫繩').waitFor();
    await ahead.getByRole('button', { name: '記錄' }).click();
    await fillNow(page, '日期');
    await choose(page, '結果', '見到或聯繫到');
    await page.getByRole('dialog').getByLabel('訪視紀錄').fill('母親表示上週起打零工，尿布與米快用完。');
    await record(page);
    await fillInstrument(page, '前測');
    await start(page, '提出開案建議');
    await choose(page, '開案決定', '開案');
    await choose(page, '原因', '多重需求需整合服務');
    await page.getByRole('dialog').getByLabel('評估摘要').fill('經濟陷困且照顧功能不足，建議開案。');
    const report = page.getByRole('region', { name: '訪視評估報告' });
    await report.getByRole('textbox', { name: '通報事由確認' }).fill('通報屬實，學用品與三餐不足。');
    await report.getByRole('textbox', { name: '問題診斷' }).fill('母親打零工，夜間無人照顧。');
    await report.getByRole('textbox', { name: '處遇目標' }).fill('三餐穩定、有人照顧。');
    // Not known yet is an answer.
    await report.getByLabel('不知道').nth(3).check();
    await report.getByLabel('家庭經濟陷困').first().check();
    await record(page);
    await page.getByText('母親表示上週起打零工').waitFor();
  });
}

/** Answers every item of the family assessment with its first option and records it. */
async function fillInstrument(page: Page, moment: string): Promise<void> {
  const dialog = await start(page, '填寫評估');
  await choose(page, '時點', moment);
  await fillNow(page, '日期');
  const groups = dialog.locator('section fieldset');
  await groups.first().waitFor();
  for (const group of await groups.all()) {
    const radio = group.getByRole('radio').first();
    if ((await radio.count()) > 0) await radio.check({ force: true });
  }
  for (const none of await dialog.getByLabel('以上皆無').all()) await none.check();
  for (const number of await dialog.locator('section input[type=number]').all()) await number.fill('0');
  await dialog.getByText('暫定結果').waitFor();
  await record(page);
}

/** 6. The supervisor decides what the worker proposed. */
export async function decide(journey: Journey, action: '核定開案' | '核定結案'): Promise<void> {
  await as(journey, 'kh.supervisor.sanmin', journey.caseUrl!, async (page) => {
    const dialog = await start(page, action);
    await dialog
      .getByRole('region', { name: '待核定的建議' })
      .getByText(/建議開案|已就業/)
      .first()
      .waitFor();
    await choose(page, '核定', '同意');
    await record(page);
    // How it ended stands on top of the closed case: risk, goals, summary.
    if (action === '核定結案')
      for (const text of ['結案時風險：低', /目標：.*達成/, '三餐穩定，已就業。'])
        await page.getByRole('region', { name: '結案', exact: true }).getByText(text).waitFor();
  });
}

/** The supervisor sees on the start page who of the team carries how much, and finds the case by the worker's number and by the name in Zhuyin. */
export async function findAgain(journey: Journey): Promise<void> {
  const worker = journey.house.accounts.find((each) => each.username === 'kh.worker.sanmin.1')!.name;
  const family = new RegExp(subject);
  await as(journey, 'kh.supervisor.sanmin', '/', async (page) => {
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: worker, exact: true }) });
    const carried = Number(await row.getByRole('cell').nth(1).textContent());
    expect(carried).toBeGreaterThan(0);
    await row.getByRole('link', { name: worker }).click();
    await page.getByRole('link', { name: family }).first().waitFor();
    await expect.poll(() => page.locator('tbody tr[data-row]').count(), { timeout: 10_000 }).toBe(carried);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /注音/ }).fill('ㄘㄕㄊㄅㄊ');
    await page.getByRole('option', { name: family }).first().waitFor();
    // Indicators and what may be done on the page are found in the same box.
    await page.getByRole('combobox', { name: /注音/ }).fill('再通報');
    await page
      .getByRole('option', { name: /再通報/ })
      .first()
      .click();
    await page.waitForURL(/\/measures\?measure=/);
  });
}

/** 7. The worker plans, serves and refers. */
export async function serve(journey: Journey): Promise<void> {
  await as(journey, 'kh.worker.sanmin.1', journey.caseUrl!, async (page) => {
    await page.getByRole('button', { name: '開始 擬定家庭服務計畫' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /注音/ }).fill('服務計畫');
    await page.getByRole('option', { name: '擬定家庭服務計畫' }).click();
    await page.getByRole('dialog').getByLabel('計畫內容').fill('穩定三餐，連結就業與實物給付。');
    await record(page);
    await start(page, '訂定目標');
    await find(page, '需求', '經濟');
    await page.getByRole('dialog').getByLabel('目標', { exact: true }).fill('三餐穩');
    await record(page);
    await page.goto(`${journey.caseUrl}?tab=plan`);
    await page.getByRole('button', { name: '修改 三餐穩' }).click();
    await page.getByRole('dialog').getByLabel('目標', { exact: true }).fill('三餐穩定');
    await record(page);
    await page.getByRole('cell', { name: '三餐穩定', exact: true }).waitFor();
    await start(page, '記錄服務');
    await fillNow(page, '日期');
    await find(page, '服務項目', '關懷');
    await record(page);
    await start(page, '轉介');
    const partner = journey.house.accounts.find((each) => each.username === 'kh.partner.school')!;
    await find(page, '轉介單位', partner.unit);
    await find(page, '需求', '就學');
    await page.getByRole('dialog').getByLabel('姓名', { exact: true }).check();
    await page.getByRole('dialog').getByLabel('說明').fill('請協助早餐與出缺勤關懷。');
    await record(page);
    // A file is added where the files are, and the action opens the chooser there.
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '開始 附加檔案' }).click()]);
    await chooser.setFiles({ name: '早餐補助申請.png', mimeType: 'image/png', buffer: pixel });
    await page.getByRole('link', { name: '早餐補助申請.png' }).waitFor();
  });
  // Whoever sees more people than the worker finds more.
  await as(journey, 'kh.supervisor.sanmin', journey.caseUrl!, addSomebody);
}

/** Who is in the house without being known as kin is found by name. */
async function addSomebody(page: Page): Promise<void> {
  const name = await page.evaluate(async (here) => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json();
    const { rows }: { rows: { id: string }[] } = await read('/cases?view=all&limit=20');
    for (const row of rows.filter((each) => !here.includes(each.id))) {
      const { members }: { members: { name: string | null }[] } = await read(`/cases/${row.id}`);
      const found = members.find((each) => (each.name ?? '').length >= 3);
      if (found) return found.name;
    }
    return null;
  }, page.url());
  expect(name).not.toBeNull();
  const dialog = await start(page, '加入成員');
  await choose(page, '要加入的人', '系統裡已有的人');
  await dialog.getByLabel('找其他人').fill(name ?? '');
  await dialog
    .getByRole('radio', { name: new RegExp(name ?? '') })
    .first()
    .check({ force: true });
  await dialog.getByRole('radio', { name: '重要他人' }).check({ force: true });
  await record(page);
  await addNewcomer(page);
}

/** Who is in no list is added with what is known; whoever is like them is asked about first, and they are not made twice. */
async function addNewcomer(page: Page): Promise<void> {
  const fill = async () => {
    const dialog = await start(page, '加入成員');
    await choose(page, '要加入的人', '系統裡沒有的人');
    await dialog.getByLabel('姓名或稱呼').fill('歐陽試新');
    await dialog.getByRole('textbox', { name: '出生日期' }).fill('0400506');
    await choose(page, '角色', '重要他人');
    return dialog;
  };
  await fill();
  await record(page);
  const again = await fill();
  await again.getByRole('button', { name: '記錄', exact: true }).click();
  await again.getByText('系統裡有相近的人').waitFor();
  await again.getByText('已是本案成員').waitFor();
  await page.keyboard.press('Escape');
}

/** 8. The partner sees only what was sent, takes it, and says what came of it. */
export async function answer(journey: Journey): Promise<void> {
  await as(journey, 'kh.partner.school', '/referrals', async (page) => {
    await page.getByRole('link', { name: /就學/ }).last().click();
    await page.getByText('請協助早餐與出缺勤關懷。').waitFor();
    await choose(page, '回覆', '受理');
    await page.getByRole('textbox', { name: '說明' }).fill('已安排導師關懷。');
    await page.getByRole('button', { name: '送出回覆' }).click();
    await page.getByText('回覆已送出').first().waitFor();
    await page.goto('/referrals?view=accepted');
    await page.getByRole('link', { name: /就學/ }).last().click();
    await page.getByText('請協助早餐與出缺勤關懷。').waitFor();
    await choose(page, '回覆', '已完成，回報結果');
    await page.getByRole('textbox', { name: '說明' }).fill('早餐已由學校提供。');
    await page.getByRole('button', { name: '送出回覆' }).click();
    await page.getByText('回覆已送出').first().waitFor();
    await page.goto(journey.caseUrl!);
    await page.getByText(/找不到，或不在您可查看的範圍|這個帳號不能看這一頁/).waitFor();
  });
}

/** 9. The worker measures what was reached and proposes to close. */
export async function close(journey: Journey): Promise<void> {
  await as(journey, 'kh.worker.sanmin.1', journey.caseUrl!, async (page) => {
    await start(page, '檢視目標');
    await choose(page, '目標', '三餐穩定');
    await choose(page, '情形', '達成');
    await record(page);
    await fillInstrument(page, '後測');
    await start(page, '提出結案');
    await page.getByRole('dialog').getByLabel('結案原因').selectOption({ index: 1 });
    await choose(page, '結案時風險', '低');
    await page.getByRole('dialog').getByLabel('成效摘要').fill('三餐穩定，已就業。');
    await record(page);
  });
}

/** 10. The auditor sees who read and wrote the case, and that the log holds. */
export async function audit(journey: Journey): Promise<void> {
  const caseId = journey.caseUrl!.split('/').at(-1)!;
  await as(journey, 'kh.auditor', `/audit?case=${caseId}`, async (page) => {
    const worker = journey.house.accounts.find((each) => each.username === 'kh.worker.sanmin.1')!.name;
    await page.getByRole('row').filter({ hasText: worker }).first().waitFor();
    await page.getByText('cases.act').first().waitFor();
    expect(await page.getByText('紀錄有異').count()).toBe(0);
  });
}
