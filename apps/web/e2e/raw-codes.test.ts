// No screen shows a raw code, in either language: the desk, a case with all its tabs, a person, the inbox, notices, measures and administration of a small demo.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, visitAs } from './browser.ts';
import { type House, startHouse } from './house.ts';
import { rawCodes } from './raw-codes.ts';

let browser: Browser;
let house: House;
beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), startHouse()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const tabs = ['timeline', 'family', 'assessments', 'plan', 'services', 'network', 'files'];
const walks: readonly (readonly [string, readonly string[]])[] = [
  ['kh.screener1', ['/screening', '/intake', '/notices?show=all']],
  ['kh.supervisor.sanmin', ['/', '/inbox?view=all', '/cases?view=all', '/notices?show=all']],
  ['kh.analyst', ['/measures']],
  ['kh.auditor', ['/audit']],
  ['kh.admin', ['/admin', '/admin?tab=units', '/admin?tab=routes']],
];

/** What stands on the page once nothing is on its way any more. */
async function seen(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await page.locator('#main').waitFor();
  await page.waitForLoadState('networkidle');
  return rawCodes(page);
}

describe.each(['zh-TW', 'en'])('in %s', (language) => {
  test.each(walks)('%s', async (user, paths) => {
    const { page, leave } = await visitAs(browser, house, user, '/');
    if (language === 'en') await page.getByRole('button', { name: 'English', exact: true }).click();
    for (const path of paths) expect(await seen(page, path), path).toEqual([]);
    if (user === 'kh.supervisor.sanmin') {
      await seen(page, '/cases?view=all');
      const href = (await page.locator('tbody a[href^="/cases/"]').first().getAttribute('href')) ?? '/cases';
      for (const tab of tabs) expect(await seen(page, `${href}?tab=${tab}`), tab).toEqual([]);
      await seen(page, `${href}?tab=family`);
      const person = (await page.locator('a[href^="/people/"]').first().getAttribute('href')) ?? '/people';
      expect(await seen(page, person), 'person').toEqual([]);
    }
    await leave();
  });
});
