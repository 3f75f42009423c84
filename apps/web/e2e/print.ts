// Records on paper: who printed them and when stands on them, nothing is cut off, what can be pressed is not there, and what is kept from the
// other side is not printed although it stands on the screen.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type How, visitAs } from './browser.ts';
import type { Journey } from './journey.ts';

/** What a reader of the paper would miss or should not have: cut-off text, buttons, dark ground, bars of the frame. */
function faultsOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const shown = (each: Element) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    for (const each of document.querySelectorAll<HTMLElement>('main *')) {
      if (!shown(each) || each.closest('svg, .vh')) continue;
      const style = getComputedStyle(each);
      if (each.scrollWidth > each.clientWidth + 1 && style.overflowX !== 'visible')
        faults.push(`cut off: ${each.textContent?.slice(0, 40)}`);
      if (each.tagName === 'BUTTON' && !each.closest('td, th')) faults.push(`button: ${each.textContent}`);
    }
    for (const each of document.querySelectorAll('nav, header[data-print=no]')) if (shown(each)) faults.push('frame');
    const right = Math.max(
      ...[...document.querySelectorAll('main td, main p, main dd')].filter(shown).map((each) => each.getBoundingClientRect().right),
    );
    const columns = [...document.querySelectorAll('main th')].map(
      (head) => `${head.textContent} ${Math.round(head.getBoundingClientRect().width)}`,
    );
    if (right > window.innerWidth + 1) faults.push(`wider than the paper by ${right - window.innerWidth}: ${columns.join(', ')}`);
    const ground = getComputedStyle(document.body).backgroundColor;
    if (ground !== 'rgb(255, 255, 255)') faults.push(`ground ${ground}`);
    return faults;
  });
}

async function onPaper(journey: Journey, user: string, path: string, ready: string, how: How, look: (page: Page) => Promise<void>) {
  const { page, leave } = await visitAs(journey.browser, journey.house, user, path, how);
  await page.getByText(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  // A4 between its margins, at 96 to the inch.
  await page.setViewportSize({ width: 688, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const name = await page.evaluate(() => fetch('/api/session').then(async (answer) => String((await answer.json()).name)));
  await page.getByText(`列印人 ${name}`).waitFor();
  expect(await page.getByText(/列印人/).textContent()).toMatch(/\d{3}\.\d\d\.\d\d \d\d:\d\d 列印/);
  expect(await faultsOnPaper(page)).toEqual([]);
  await look(page);
  expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
  await leave();
}

/** The whole case: all its parts, also when a single tab was open; the visit with its words; paper is white in the dark too. */
export async function theCase(journey: Journey): Promise<void> {
  await onPaper(journey, 'kh.supervisor.sanmin', `${journey.caseUrl}?tab=record`, '母親表示上週起打零工', { dark: true }, async (page) => {
    // A page that is wider than its paper is printed smaller.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(688);
    for (const part of ['家庭', '評估', '計畫', '服務', '轉介與網絡', '文件', '時間軸'])
      expect(await page.getByRole('heading', { name: part, exact: true }).isVisible()).toBe(true);
  });
}

/** A report at the desk and the person it speaks of. */
export async function reportAndPerson(journey: Journey): Promise<void> {
  await onPaper(journey, 'kh.screener1', '/screening', '通報敘述', {}, async (page) => {
    expect(await page.getByRole('button', { name: '改派' }).isVisible()).toBe(false);
  });
  const found = await visitAs(journey.browser, journey.house, 'kh.supervisor.sanmin', `${journey.caseUrl}?tab=family`);
  const person = await found.page.locator('table a[href^="/people/"]').first().getAttribute('href');
  await found.leave();
  await onPaper(journey, 'kh.supervisor.sanmin', person ?? '', '身分證號', {}, async () => undefined);
}

/** A list with all its rows, not those that happened to be in sight; and an indicator with its table. */
export async function listAndIndicator(journey: Journey): Promise<void> {
  await onPaper(journey, 'kh.auditor', '/audit', '稽核', {}, async (page) => {
    const rows = await page.locator('tbody tr[data-row]').count();
    expect(rows).toBeGreaterThanOrEqual(100);
  });
  await onPaper(journey, 'kh.analyst', '/measures', '分母', {}, async () => undefined);
}
