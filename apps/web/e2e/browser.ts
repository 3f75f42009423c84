// The browser of the tests and what a person does in it: come in, fill a field by its label, choose an option, wait for what is said.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { House } from './house.ts';

/** Chromium as Debian ships it, or where the test runner found it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

export type Visit = { page: Page; context: BrowserContext; leave: () => Promise<void> };
export type How = { phone?: boolean; dark?: boolean; english?: boolean };

/** A desk and a phone, as ui.md names them. */
export const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

let visitors = 0;

/** A fresh visitor with an address of their own; the outside world (fonts of other pages, the weather) is not there. */
export async function visit(browser: Browser, house: House, path: string, how: How = {}): Promise<Visit> {
  const context = await openContext(browser, house, how);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(path);
  return { page, context, leave: () => context.close() };
}

async function openContext(browser: Browser, house: House, how: How): Promise<BrowserContext> {
  visitors += 1;
  const context = await browser.newContext({
    baseURL: house.url,
    viewport: how.phone ? sizes.phone : sizes.desk,
    colorScheme: how.dark ? 'dark' : 'light',
    locale: 'zh-TW',
    timezoneId: 'Asia/Taipei',
    extraHTTPHeaders: { 'x-forwarded-for': `10.9.${visitors >> 8}.${visitors & 255}` },
  });
  await context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }));
  if (how.english) await context.addInitScript(() => window.localStorage.setItem('anwang.language', 'en'));
  return context;
}

/** Fills in the form of the sign-in page. */
export async function signIn(page: Page, house: House, userName: string, password = house.password): Promise<void> {
  await page.locator('input[name=userName]').fill(userName);
  await page.locator('input[name=password]').fill(password);
  await page
    .locator('form', { has: page.locator('input[name=password]') })
    .locator('button[type=submit]')
    .click();
}

const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** A signed-in visitor on a page. The first visit of an account signs in by the form; later ones go on with that sign-in. */
export async function visitAs(browser: Browser, house: House, userName: string, path: string, how: How = {}): Promise<Visit> {
  const cookies = signedIn.get(userName);
  if (!cookies) {
    const found = await visitFresh(browser, house, userName, path, how);
    signedIn.set(userName, await found.context.cookies());
    return found;
  }
  const context = await openContext(browser, house, how);
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(path);
  await page.locator('#main').waitFor();
  return { page, context, leave: () => context.close() };
}

/** The same with a sign-in of its own, for those who will end it. */
export async function visitFresh(browser: Browser, house: House, userName: string, path: string, how: How = {}): Promise<Visit> {
  const found = await visit(browser, house, path, how);
  await signIn(found.page, house, userName);
  await found.page.locator('#main').waitFor();
  return found;
}

/** Signs out by the menu of the person. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /選單/ }).click();
  await page.getByRole('menuitem', { name: '登出' }).click();
  await page.waitForURL(/sign-in/);
}

/** Types this minute into a field of day and time: 民國 seven digits, then the clock. Nothing that is to come may be recorded, just after midnight either. */
export async function fillNow(page: Page, label: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const [day, time] = nowTyped();
  await dialog.getByLabel(label, { exact: true }).fill(day);
  await dialog.getByLabel('時間', { exact: true }).first().fill(time);
}

/** Chooses one of a row of options. */
export async function choose(page: Page, group: string, option: string): Promise<void> {
  await page.getByRole('group', { name: group }).getByRole('radio', { name: option, exact: true }).check({ force: true });
}

/** One of a long list of a form, found by typing a part of it and taken with the keyboard. */
export async function find(page: Page, label: string, typed: string): Promise<void> {
  const box = page.getByRole('dialog').getByRole('combobox', { name: label });
  await box.fill(typed);
  await page.getByRole('option').filter({ hasText: typed }).first().waitFor();
  await box.press('ArrowDown');
  await box.press('Enter');
}

/** Now in Taipei as seven digits of 民國, and the clock. */
function nowTyped(): [day: string, time: string] {
  const [date, clock] = new Date(Date.now() + 8 * 3_600_000).toISOString().split('T') as [string, string];
  const [year, month, day] = date.split('-') as [string, string, string];
  return [`${Number(year) - 1911}${month}${day}`, clock.slice(0, 5)];
}
