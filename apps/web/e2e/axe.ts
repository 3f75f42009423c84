// axe (WCAG 2.2 A and AA) on every page, at a desk by day and on a phone by night, and whether everything fits there, in Chinese and in English.
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { sizes, visit, visitAs } from './browser.ts';
import { misfitsOf } from './fits.ts';
import type { House } from './house.ts';
import type { Journey } from './journey.ts';

type PageToAudit = {
  name: string;
  user?: string;
  path: string | ((journey: Journey) => string);
  phone?: boolean;
  dark?: boolean;
  ready: string;
  /** Without the strip, which has the switch of language. */
  alone?: boolean;
  /** What is done on the page before it is looked at. */
  open?: (page: Page) => Promise<void>;
};

const openCase = (journey: Journey) => journey.caseUrl ?? '/cases';

const staff: readonly PageToAudit[] = [
  {
    name: 'person',
    user: 'kh.supervisor.sanmin',
    path: (journey) => `${openCase(journey)}?tab=family`,
    ready: 'h1',
    open: async (page) => {
      await page.locator('table a').first().click();
      await page.getByText('身分證號').first().waitFor();
    },
  },
  {
    name: 'window of keys',
    user: 'kh.screener1',
    path: '/screening',
    ready: 'h1',
    open: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'form of an action',
    user: 'kh.supervisor.sanmin',
    path: openCase,
    ready: 'h1',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^開始 / })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'search window',
    user: 'kh.supervisor.sanmin',
    path: '/',
    ready: 'h1',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').waitFor();
    },
  },
  { name: 'workbench', user: 'kh.supervisor.sanmin', path: '/', ready: 'h1' },
  { name: 'start page of a screener', user: 'kh.screener1', path: '/', ready: 'h1' },
  { name: 'hotline desk', user: 'kh.hotline1', path: '/intake', ready: 'form' },
  { name: 'screening desk', user: 'kh.screener1', path: '/screening', ready: 'section' },
  { name: 'review queue', user: 'kh.reviewer1', path: '/screening?queue=review', ready: 'section' },
  { name: 'arbitration', user: 'kh.arbiter', path: '/arbitration', ready: 'h1' },
  { name: 'unit inbox', user: 'kh.supervisor.sanmin', path: '/inbox?view=open', ready: 'h1' },
  { name: 'cases', user: 'kh.supervisor.sanmin', path: '/cases?view=all', ready: 'table' },
  { name: 'people', user: 'kh.supervisor.sanmin', path: '/people', ready: 'form' },
  { name: 'referrals', user: 'kh.partner.school', path: '/referrals?view=all', ready: 'h1' },
  { name: 'measures', user: 'kh.analyst', path: '/measures', ready: 'svg' },
  { name: 'audit', user: 'kh.auditor', path: '/audit', ready: 'table' },
  { name: 'accounts', user: 'kh.admin', path: '/admin', ready: 'table' },
  { name: 'units', user: 'kh.admin', path: '/admin?tab=units', ready: 'table' },
  { name: 'routes', user: 'kh.admin', path: '/admin?tab=routes', ready: 'table' },
  { name: 'programmes', user: 'kh.worker.sanmin.1', path: '/programmes', ready: 'table' },
  { name: 'calendar', user: 'kh.admin', path: '/admin?tab=calendar', ready: 'ul' },
  { name: 'recoveries of accounts', user: 'kh.director', path: '/recoveries?show=all', ready: 'h1' },
  { name: 'own account', user: 'kh.worker.sanmin.1', path: '/account', ready: 'h1' },
  { name: 'no permission', user: 'kh.analyst', path: '/screening', ready: 'h1' },
  { name: 'notices on a phone', user: 'kh.supervisor.sanmin', path: '/notices?show=all', ready: 'h1', phone: true },
  { name: 'joining two people', user: 'kh.steward', path: '/matching?tab=merge', ready: 'form' },
  { name: 'decisions about people', user: 'kh.steward', path: '/matching?tab=decisions', ready: 'h1' },
  { name: 'who is who, dark', user: 'kh.steward', path: '/matching', ready: 'h1', dark: true },
  { name: 'notices', user: 'kh.supervisor.sanmin', path: '/notices', ready: 'h1' },
  { name: 'who is who', user: 'kh.steward', path: '/matching', ready: 'h1' },
  {
    name: 'authenticator',
    user: 'kh.worker.sanmin.1',
    path: '/account',
    ready: 'h1',
    open: async (page) => {
      await page.getByLabel('目前密碼').last().fill('anwang-demo-2026');
      await page.getByRole('button', { name: '啟用', exact: true }).click();
      await page.getByRole('img', { name: '驗證器的 QR 碼' }).waitFor();
    },
  },
  {
    name: 'emergency access',
    user: 'kh.worker.dvsa.1',
    path: '/cases/0190a000-0000-7000-8000-00000000ffff',
    ready: 'h1',
    open: async (page) => {
      await page.getByRole('button', { name: '緊急調閱', exact: true }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'offline',
    user: 'kh.hotline1',
    path: '/intake',
    ready: 'form',
    open: async (page) => {
      await page.context().setOffline(true);
      await page.locator('#main').getByText('離線', { exact: true }).waitFor();
    },
  },
  ...['timeline', 'family', 'assessments', 'plan', 'services', 'network', 'files', 'record'].map(
    (tab): PageToAudit => ({
      name: `case, ${tab}`,
      user: 'kh.supervisor.sanmin',
      path: (journey) => `${journey.caseUrl ?? '/cases'}?tab=${tab}`,
      ready: 'h1',
    }),
  ),
];

/** The pages in the ways they are looked at: those of the case that went the whole path, or all the others. */
export function pagesOf(whose: 'journey' | 'house'): PageToAudit[] {
  const open: PageToAudit[] = [
    { name: 'sign-in', path: '/sign-in', ready: 'form' },
    { name: 'public report', path: '/report', phone: true, ready: 'select' },
    { name: 'public report in English', path: '/report?lang=en', ready: 'select' },
    { name: 'not found', path: '/nowhere', ready: 'h1', alone: true },
    { name: 'receipt status', path: '/report/status', phone: true, ready: 'form' },
  ];
  const all = [...open, ...staff];
  return all.filter((page) => (typeof page.path === 'function') === (whose === 'journey'));
}

/** Opens a page and says what axe finds on it, and what does not fit; then in the other size and the other light, and in the other language. */
export async function auditPage(browser: Browser, house: House, page: PageToAudit, journey: Journey): Promise<string[]> {
  const path = typeof page.path === 'string' ? page.path : page.path(journey);
  const how = { phone: page.phone ?? false, dark: page.dark ?? false };
  const found = page.user ? await visitAs(browser, house, page.user, path, how) : await visit(browser, house, path, how);
  await found.page.locator(page.ready).first().waitFor({ state: 'attached' });
  await page.open?.(found.page);
  await found.page.waitForLoadState('networkidle');
  const faults = [...(await faultsOf(found.page)), ...(await misfitsOf(found.page))];
  const other = how.phone ? sizes.desk : sizes.phone;
  await found.page.emulateMedia({ colorScheme: how.dark ? 'light' : 'dark' });
  await resize(found.page, other);
  const there = [...(await faultsOf(found.page)), ...(await misfitsOf(found.page))];
  const inOther: string[] = [];
  if (!page.alone) await otherLanguage(found.page);
  inOther.push(...(await misfitsOf(found.page)).map((fault) => `${other.width} px: ${fault}`));
  await resize(found.page, how.phone ? sizes.phone : sizes.desk);
  inOther.push(...(await misfitsOf(found.page)));
  await found.leave();
  return [
    ...faults,
    ...there.map((fault) => `${other.width} px: ${fault}`),
    ...[...new Set(inOther)].map((fault) => `in the other language: ${fault}`),
  ];
}

async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await settled(page);
}

/** What a change asks for (a list becomes cards, a map is drawn anew) is there with the next frames. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** By the button of the strip above; not with the mouse, since it lies behind an open window. */
export async function otherLanguage(page: Page): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.lang);
  const button = page.locator(before === 'en' ? 'button[lang=zh-Hant-TW]' : 'button[lang=en]').first();
  await button.evaluate((element: HTMLElement) => element.click());
  await page.waitForFunction((lang) => document.documentElement.lang !== lang, before);
  await settled(page);
}

/** What axe finds on a page as it stands, in few words. */
export async function faultsOf(page: Page): Promise<string[]> {
  // In one go: the other way joins what several frames say, in a page of its own for which axe is read once more. Nothing here has frames; it took twice as long.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    (each) =>
      `${each.id}: ${each.nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim() ?? ''})`)
        .join(' | ')}`,
  );
}
