// The public report leaves nothing behind: no storage of any kind unless asked, and one press leaves for an everyday page from every step.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { visit } from './browser.ts';
import type { House } from './house.ts';

const who = '留痕測試童';

/** Everything a page may leave on a device. */
function leftBehind(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => ({
    local: window.localStorage.length,
    session: window.sessionStorage.length,
    databases: (await window.indexedDB.databases()).length,
    caches: (await window.caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie.length,
  }));
}

async function fillTo(page: Page, step: 1 | 2 | 3): Promise<void> {
  await page.getByLabel('需要幫助的人在哪個縣市').selectOption({ index: 1 });
  if (step === 1) return;
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('遇到狀況的人，姓名或稱呼').fill(who);
  await page.getByLabel('發生了什麼事').fill('鄰居聽見哭聲');
  if (step === 3) await page.getByRole('button', { name: '下一步' }).click();
}

/** From each step: gone at once, nothing left, and the way back shows nothing of it. */
export async function leavesQuickly(browser: Browser, house: House): Promise<void> {
  for (const step of [1, 2, 3] as const) {
    const { page, context, leave } = await visit(browser, house, '/report', { phone: true });
    await fillTo(page, step);
    expect(
      Object.values(await leftBehind(page)).every((each) => each === 0),
      JSON.stringify(await leftBehind(page)),
    ).toBe(true);
    await page.getByRole('button', { name: '快速離開' }).click();
    await page.waitForURL((url) => url.origin !== house.url);
    expect(await context.cookies(house.url)).toEqual([]);
    await page.goBack().catch(() => null);
    expect(await page.content()).not.toContain(who);
    await page.goto('/report?step=2');
    expect(await page.getByLabel('遇到狀況的人，姓名或稱呼').inputValue()).toBe('');
    await leave();
  }
  const { page, leave } = await visit(browser, house, '/report/status', { phone: true });
  await page.getByRole('button', { name: '快速離開' }).click();
  await page.waitForURL((url) => url.origin !== house.url);
  await leave();
}

/** Only if asked the tab keeps the text over a reload; leaving quickly removes it all the same. */
export async function keepsIfAsked(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visit(browser, house, '/report', { phone: true });
  await fillTo(page, 3);
  await page.reload();
  await page.goto('/report?step=2');
  expect(await page.getByLabel('遇到狀況的人，姓名或稱呼').inputValue()).toBe('');
  await page.goto('/report');
  await fillTo(page, 3);
  await page.getByLabel(/重新整理/).check();
  await page.reload();
  await page.getByText(who).waitFor();
  await page.getByRole('button', { name: '快速離開' }).click();
  await page.waitForURL((url) => url.origin !== house.url);
  await page.goto('/report');
  expect(Object.values(await leftBehind(page)).every((each) => each === 0)).toBe(true);
  await leave();
}

/**
 * A telephone on a slow line (50 kB a second, 400 ms): what is loaded until the form can be filled in, compressed, and how long it takes. The second step comes
 * behind it, in a part of its own, and is there when the first is filled in.
 */
export async function arrivesInFewBytes(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visit(browser, house, '/report', { phone: true });
  // What the first visit still loads is not of the second, which is measured.
  await page.goto('about:blank');
  const wire = await page.context().newCDPSession(page);
  const found = new Map<string, string | undefined>();
  const bytes = new Map<string, number>();
  const fonts: string[] = [];
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    if (/\.(?:js|css)$/.test(response.url)) found.set(requestId, response.headers['content-encoding']);
    if (/\.woff2?$/.test(response.url)) fonts.push(response.url);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  await wire.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  const began = performance.now();
  await page.goto('/report', { waitUntil: 'commit' });
  await page.getByRole('button', { name: '下一步' }).waitFor();
  const seconds = (performance.now() - began) / 1000;
  const loaded = [...found].flatMap(([id, encoding]) => {
    const sent = bytes.get(id);
    return sent === undefined ? [] : [{ encoding, sent }];
  });
  expect(loaded.filter(({ encoding, sent }) => encoding === undefined && sent > 3000)).toEqual([]);
  const sum = loaded.reduce((all, { sent }) => all + sent, 0);
  expect(sum).toBeGreaterThan(50_000);
  expect(sum).toBeLessThan(120_000);
  expect(seconds).toBeLessThan(8);
  await page.goto('/report?step=2');
  await page.getByLabel('遇到狀況的人，姓名或稱呼').waitFor();
  expect(fonts).toEqual([]);
  await leave();
}

/** In the middle of it the other language is taken: all of it is said in that, and what was typed stays; from the receipt the state is seen without typing the code. */
export async function inTheOtherLanguage(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visit(browser, house, '/report', { phone: true });
  await fillTo(page, 2);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: /report/i }).waitFor();
  expect(await page.getByLabel('What happened').inputValue()).toBe('鄰居聽見哭聲');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: /^Send/ }).click();
  await page.getByTestId('receipt-code').waitFor();
  await page.getByRole('button', { name: 'See what became of a report' }).click();
  await page
    .getByText(/^Received/)
    .first()
    .waitFor();
  expect(new URL(page.url()).search).not.toContain('code');
  await leave();
}
