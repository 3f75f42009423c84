// Coming in and going out in the browser: password, second factor by an authenticator that reads the QR code, an outside provider with its
// own pages, too many tries, and sessions that end.
import { totp } from '@anwang/testkit/sign-in';
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { faultsOf } from './axe.ts';
import { signIn, signOut, visit, visitAs, visitFresh } from './browser.ts';
import { misfitsOf } from './fits.ts';
import { type House, signInLimit } from './house.ts';

const wrong = '帳號、密碼或驗證碼不正確。';
const worker = 'kh.worker.sanmin.2';
const supervisor = 'kh.supervisor.fengshan';

const alert = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text }).waitFor();
const arrived = (page: Page) => page.locator('#main').waitFor();

/** A deep link asks to sign in; a wrong password says one sentence; the right one leads where one wanted to go; signing out closes the way back. */
export async function byPassword(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visit(browser, house, '/cases?view=mine');
  await page.waitForURL(/\/sign-in\?next=/);
  await signIn(page, house, worker, 'not the password');
  await alert(page, wrong);
  expect(await page.locator('input[name=userName]').inputValue()).toBe(worker);
  await signIn(page, house, worker);
  await page.waitForURL(/\/cases\?view=mine$/);
  await signOut(page);
  await page.goto('/cases?view=mine');
  await page.waitForURL(/\/sign-in/);
  expect(await page.evaluate(() => fetch('/api/session').then((answer) => answer.status))).toBe(401);
  await leave();
}

/** What a telephone reads in the picture on the page. */
async function scan(page: Page): Promise<string> {
  const picture = await page.getByRole('img', { name: '驗證器的 QR 碼' }).screenshot();
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
}

/** Enrols with the QR code, then signs in by code and by backup code, which serves once; then turns it off again. */
export async function bySecondFactor(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visitFresh(browser, house, worker, '/account');
  await page.getByLabel('目前密碼').last().fill(house.password);
  await page.getByRole('button', { name: '啟用', exact: true }).click();
  const uri = await scan(page);
  expect(uri).toMatch(/^otpauth:\/\/totp\/.+secret=[A-Z2-7]+/);
  const backup = await page.locator('main ul code').first().textContent();
  await page.getByLabel('驗證碼（6 碼）').fill('000000');
  await page.getByRole('button', { name: '確認', exact: true }).click();
  await alert(page, wrong);
  await page.getByLabel('驗證碼（6 碼）').fill(totp(uri, Date.now()));
  await page.getByRole('button', { name: '確認', exact: true }).click();
  await page.getByRole('button', { name: '停用', exact: true }).waitFor();

  const come = async (fill: () => Promise<void>) => {
    await signOut(page);
    await signIn(page, house, worker);
    await page.locator('input[name=code]').waitFor();
    await fill();
    await page.locator('button[type=submit]').click();
  };
  await come(async () => {
    await page.locator('input[name=code]').fill('123456');
    await page.locator('button[type=submit]').click();
    await alert(page, wrong);
    await page.locator('input[name=code]').fill(totp(uri, Date.now()));
  });
  await arrived(page);
  const byBackup = async () => {
    await page.getByRole('button', { name: '改用備用碼' }).click();
    await page.locator('input[name=code]').fill(backup ?? '');
  };
  await come(byBackup);
  await arrived(page);
  await come(byBackup);
  await alert(page, wrong);
  await page.getByRole('button', { name: '改用驗證碼' }).click();
  await page.locator('input[name=code]').fill(totp(uri, Date.now()));
  await page.locator('button[type=submit]').click();
  await arrived(page);
  await page.goto('/account');
  await page.getByLabel('目前密碼').last().fill(house.password);
  await page.getByRole('button', { name: '停用', exact: true }).click();
  await page.getByRole('button', { name: '啟用', exact: true }).waitFor();
  await leave();
}

/** Whoever guesses is told to wait, and for how long; somebody else at another address is not. */
export async function tooManyTries(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visit(browser, house, '/sign-in');
  for (let tries = 0; tries < signInLimit; tries += 1)
    await page.evaluate(() =>
      fetch('/api/session/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ userName: 'nobody', password: 'guess' }),
      }),
    );
  await signIn(page, house, worker);
  await page
    .getByRole('alert')
    .filter({ hasText: /次數過多.*約 \d+ 分鐘後/ })
    .waitFor();
  await leave();
  const other = await visitFresh(browser, house, worker, '/');
  await other.leave();
}

async function atProvider(page: Page, login: string): Promise<void> {
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('anything');
  await page.getByRole('button', { name: /sign-in/i }).click();
}

/** Through the provider's own pages: redirect, sign-in there, consent, and back to where one wanted to go. */
export async function byOutsideProvider(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visit(browser, house, '/cases?view=mine');
  await page.getByRole('button', { name: `以 ${house.provider.name} 登入` }).click();
  await page.waitForURL((url) => url.origin !== house.url);
  await atProvider(page, worker);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(/\/cases\?view=mine$/);
  expect(await page.evaluate(() => fetch('/api/session').then(async (answer) => (await answer.json()).userName))).toBe(worker);
  await leave();
}

/** Somebody the provider knows and we do not, and somebody who does not consent, are back on the sign-in page and are told so. */
export async function turnedAwayFromOutside(browser: Browser, house: House): Promise<void> {
  for (const end of ['stranger', 'cancel'] as const) {
    const { page, leave } = await visit(browser, house, '/sign-in');
    await page.getByRole('button', { name: `以 ${house.provider.name} 登入` }).click();
    await page.waitForURL((url) => url.origin !== house.url);
    if (end === 'stranger') {
      await atProvider(page, 'somebody.else');
      await page.getByRole('button', { name: 'Continue' }).click();
    } else await page.getByRole('link', { name: /Cancel/ }).click();
    await page.waitForURL(/\/sign-in/);
    await alert(page, '外部登入沒有完成');
    expect(await page.evaluate(() => fetch('/api/session').then((answer) => answer.status))).toBe(401);
    await leave();
  }
}

/** A session ended from another device: what is on the page stays, the password is asked for, and the work goes on. */
export async function endedElsewhere(browser: Browser, house: House): Promise<void> {
  const here = await visitFresh(browser, house, supervisor, '/cases?view=all');
  await here.page.locator('tbody tr').first().waitFor();
  const there = await visitFresh(browser, house, supervisor, '/account');
  const ends = there.page.getByRole('button', { name: '結束', exact: true });
  // The list comes after the page, and grows shorter with each.
  await ends.first().waitFor();
  for (let left = await ends.count(); left > 0; left--) {
    await ends.first().click();
    await ends.nth(left - 1).waitFor({ state: 'detached' });
  }
  // The views of a list are links.
  await here.page.locator('a[href*="view=closed"]').first().click();
  await here.page.getByRole('dialog', { name: '登入已結束' }).waitFor();
  await signIn(here.page, house, supervisor);
  await here.page.getByRole('dialog').waitFor({ state: 'detached' });
  await here.page.getByRole('main').waitFor();
  await Promise.all([here.leave(), there.leave()]);
}

/** An administrator makes an account; its holder comes in only with a password of their own. */
export async function withAnOwnPassword(browser: Browser, house: House): Promise<void> {
  const admin = await visitAs(browser, house, 'kh.admin', '/admin');
  await admin.page.getByRole('button', { name: '新增帳號' }).click();
  const dialog = admin.page.getByRole('dialog');
  await dialog.getByRole('button', { name: '儲存' }).click();
  await dialog.getByText('至少 12 個字。').waitFor();
  await dialog.getByLabel('帳號').fill('kh.newcomer');
  await dialog.getByLabel('姓名').fill('石𠮷安');
  await dialog.getByLabel('首次密碼').fill('given-by-the-office');
  await dialog.getByRole('button', { name: '儲存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await admin.leave();
  const { page, leave } = await visit(browser, house, '/sign-in');
  await signIn(page, house, 'kh.newcomer', 'given-by-the-office');
  await page.getByText('請改成只有您知道的密碼').waitFor();
  expect([...(await faultsOf(page)), ...(await misfitsOf(page))]).toEqual([]);
  await page.getByLabel('新密碼').fill('only-i-know-this');
  await page.getByLabel('再輸入一次').fill('only-i-know-that');
  await page.getByRole('button', { name: '登入', exact: true }).click();
  await page.getByText('兩次輸入的密碼不同。').waitFor();
  await page.getByLabel('再輸入一次').fill('only-i-know-this');
  await page.getByRole('button', { name: '登入', exact: true }).click();
  await page.getByText('石𠮷安').first().waitFor();
  await leave();
}
