// Administrators at work: what is wrong with a right is said at its row, two of them change one unit, and a unit that still carries cases is not closed.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn, visit, visitAs } from './browser.ts';
import type { House } from './house.ts';

/** A row without a role is refused where it stands (it was left out in silence), and the own unit, which the row offers first, is taken. */
export async function rightsAtTheirRow(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visitAs(browser, house, 'kh.admin', '/admin');
  await page.getByRole('button', { name: '新增帳號' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('帳號').fill('kh.worker.new');
  await dialog.getByLabel('姓名').fill('新同仁');
  await dialog.getByLabel('所屬單位').selectOption({ label: '三民社會福利服務中心' });
  await dialog.getByLabel('首次密碼').fill('given-by-the-office');
  await dialog.getByRole('button', { name: '加入職務' }).click();
  await dialog.getByRole('button', { name: '儲存' }).click();
  await dialog.getByRole('alert').getByText('請填寫這一格。').waitFor();
  await dialog.getByLabel('職務').selectOption({ label: '主責社工' });
  await dialog.getByRole('button', { name: '儲存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.goto('/admin?text=kh.worker.new');
  await page
    .getByRole('row', { name: /新同仁/ })
    .getByText('主責社工')
    .first()
    .waitFor();
  await leave();
}

const centre = '苓雅社會福利服務中心';

async function openUnit(page: Page) {
  await page.getByRole('button', { name: centre }).click();
  return page.getByRole('dialog', { name: centre });
}

/** Two administrators on one unit: the slower sees both sides, keeps what was typed and takes over what was not; then the unit is not closed over its cases. */
export async function twoOnOneUnit(browser: Browser, house: House): Promise<void> {
  const [first, second] = await Promise.all([1, 2].map(() => visitAs(browser, house, 'kh.admin', '/admin?tab=units')));
  const theirs = await openUnit(first!.page);
  const mine = await openUnit(second!.page);
  await mine.getByLabel('英文名稱').fill('Lingya Centre');
  await theirs.getByLabel('案量上限').fill('77');
  // Both are the same account here: its draft of one form would follow the other, so the first is sent before the second is read again.
  await theirs.getByRole('button', { name: '儲存' }).click();
  await theirs.waitFor({ state: 'detached' });
  await mine.getByLabel('英文名稱').fill('Lingya Family Centre');
  await mine.getByRole('button', { name: '儲存' }).click();
  const both = second!.page.getByRole('dialog', { name: '別人先改了' });
  await both.getByRole('region', { name: '對方的內容' }).getByText('77').waitFor();
  await both.getByRole('region', { name: '您的內容' }).getByText('Lingya Family Centre').waitFor();
  await both.getByRole('button', { name: '載入最新內容' }).click();
  await both.waitFor({ state: 'detached' });
  await expect.poll(() => mine.getByLabel('案量上限').inputValue()).toBe('77');
  expect(await mine.getByLabel('英文名稱').inputValue()).toBe('Lingya Family Centre');
  await mine.getByLabel('單位啟用').uncheck();
  await mine.getByRole('button', { name: '儲存' }).click();
  await mine.getByText(/還有 \d+ 件進行中個案|件派案還在等/).waitFor();
  await mine.getByLabel('單位啟用').check();
  await mine.getByRole('button', { name: '儲存' }).click();
  await mine.waitFor({ state: 'detached' });
  await Promise.all([first!.leave(), second!.leave()]);
}

/** Two enter closures of one year: the slower sees both sides and which closure would be gone, takes it in, and both stand. */
export async function twoOnOneCalendar(browser: Browser, house: House): Promise<void> {
  const [first, second] = await Promise.all([1, 2].map(() => visitAs(browser, house, 'kh.admin', '/admin?tab=calendar&year=2027')));
  const open = async (page: Page) => {
    await page.getByRole('button', { name: '登錄停班日' }).click();
    return page.getByRole('dialog', { name: '116 年的日子' });
  };
  const [theirs, mine] = [await open(first!.page), await open(second!.page)];
  await theirs.getByLabel('內容').fill('1160611,豪雨停班,停班');
  await theirs.getByLabel('來源').fill('本府六月公告');
  await theirs.getByRole('button', { name: '登錄停班日' }).click();
  await theirs.waitFor({ state: 'detached' });
  await mine.getByLabel('內容').fill('1160805,颱風停班,停班');
  await mine.getByLabel('來源').fill('本府八月公告');
  await mine.getByRole('button', { name: '登錄停班日' }).click();
  const both = second!.page.getByRole('dialog', { name: '別人先改了' });
  await both.getByRole('region', { name: '對方的內容' }).getByText('豪雨停班').waitFor();
  await both.getByRole('region', { name: '您的內容' }).getByText('颱風停班').waitFor();
  await both.getByRole('button', { name: '載入最新內容' }).click();
  await mine.getByText(/送出後不再列入：.*豪雨停班/).waitFor();
  await mine.getByRole('button', { name: '把這些日子加回' }).click();
  expect(await mine.getByLabel('內容').inputValue()).toBe('1160805,颱風停班,停班\n1160611,豪雨停班,停班');
  await mine.getByRole('button', { name: '登錄停班日' }).click();
  await mine.waitFor({ state: 'detached' });
  for (const name of ['豪雨停班', '颱風停班']) await second!.page.getByText(name).waitFor();
  await Promise.all([first!.leave(), second!.leave()]);
}

/** The log is as long as the county's work: opening it reads one part, at a desk and on a phone, and the next only when its end is scrolled into sight. */
export async function logInParts(browser: Browser, house: House): Promise<void> {
  for (const phone of [false, true]) {
    const { page, leave } = await visitAs(browser, house, 'kh.auditor', '/audit', { phone });
    const table = page.getByRole('table', { name: '稽核' });
    const sixth = table.locator('tbody tr').nth(5);
    // The first visit has asked before the counting begins: on a slow machine it asked after `#main` stood, and was counted with the reload's.
    await sixth.waitFor();
    const parts: string[] = [];
    page.on('request', (request) => {
      if (/\/api\/audit\?/.test(request.url())) parts.push(request.url());
    });
    await page.reload();
    await sixth.waitFor();
    await page.waitForLoadState('networkidle');
    expect(parts).toHaveLength(1);
    expect(await table.getByRole('row').count()).toBeLessThan(80);
    await page.getByRole('region', { name: '稽核' }).evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect.poll(() => parts.length).toBe(2);
    await leave();
  }
}

/** A file of staff: a fault on many lines is said once, first passwords are not lost by a slip; and whoever has no role is told so and asks for nothing they may not. */
export async function staffFromFile(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visitAs(browser, house, 'kh.admin', '/admin');
  await page.getByRole('button', { name: '批次匯入' }).click();
  const dialog = page.getByRole('dialog');
  const sheet = dialog.getByRole('textbox', { name: '帳號' });
  const lines = (role: string) => ['file.one', 'file.two', 'file.three'].map((name) => `${name},檔案匯入,社工,${centre},,${role}`);
  await sheet.fill(lines('主則社工').join('\n'));
  await dialog.getByRole('button', { name: '試跑' }).click();
  await dialog.getByRole('alert').getByText('帳號 第 1–3 列，職務與權限').waitFor();
  expect(await dialog.getByRole('alert').getByRole('listitem').count()).toBe(1);
  await sheet.fill([...lines('主責社工').slice(1), `file.one,檔案匯入,,,,`].join('\n'));
  await dialog.getByRole('button', { name: '試跑' }).click();
  await dialog.getByText('個帳號，可以匯入').waitFor();
  await dialog.getByRole('button', { name: '批次匯入' }).click();
  const row = page.getByRole('dialog').getByRole('row', { name: /file\.one/ });
  await row.waitFor({ timeout: 60_000 });
  const given = (await row.locator('code').textContent()) ?? '';
  await page.keyboard.press('Escape');
  await dialog.getByRole('alert').getByText('還沒有下載').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下載首次密碼' }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  await dialog.getByRole('button', { name: '關閉' }).click();
  await dialog.waitFor({ state: 'detached' });
  await leave();
  const nobody = await visit(browser, house, '/sign-in');
  await signIn(nobody.page, house, 'file.one', given);
  await nobody.page.getByLabel('新密碼').fill(`${house.password}-own`);
  await nobody.page.getByLabel('再輸入一次').fill(`${house.password}-own`);
  await nobody.page.getByRole('button', { name: '登入', exact: true }).click();
  await nobody.page.getByText('這個帳號目前沒有職務').waitFor();
  const refused: string[] = [];
  nobody.page.on('response', (response) => response.status() === 403 && refused.push(response.url()));
  await nobody.page.reload();
  await nobody.page.getByText('這個帳號目前沒有職務').waitFor();
  await nobody.page.goto('/account');
  await nobody.page.getByRole('heading', { level: 1, name: '我的帳號' }).waitFor();
  await nobody.page.waitForLoadState('networkidle');
  expect(refused).toEqual([]);
  await nobody.leave();
}
