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

/** A telephone on a slow line: program and styles come compressed, in few bytes. At 50 kB a second the form then takes some 12 s, uncompressed some 30. */
export async function arrivesInFewBytes(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visit(browser, house, '/sign-in', { phone: true });
  const wire = await page.context().newCDPSession(page);
  const text = new Map<string, { url: string; encoding: string | undefined }>();
  const bytes = new Map<string, number>();
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    if (/\.(?:js|css)$/.test(response.url)) text.set(requestId, { url: response.url, encoding: response.headers['content-encoding'] });
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto('/report');
  await page.getByRole('button', { name: '下一步' }).waitFor();
  const loaded = [...text].map(([id, found]) => ({ ...found, bytes: bytes.get(id) ?? 0 }));
  expect(loaded.filter(({ encoding, bytes: sent }) => encoding === undefined && sent > 3000)).toEqual([]);
  const sum = loaded.reduce((all, { bytes: sent }) => all + sent, 0);
  expect(sum).toBeGreaterThan(100_000);
  expect(sum).toBeLessThan(420_000);
  await leave();
}
