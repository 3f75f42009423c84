// No screen shows a raw code: what looks like the id of a concept, a rule or a role in the text of a page is a word that is missing. In both languages.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { otherLanguage } from './axe.ts';
import { visitAs } from './browser.ts';
import type { House } from './house.ts';

/** Words that look like codes and are none: names of instruments and systems, numbers of cases, accounts, files, technical names a reader expects. */
const known: readonly RegExp[] = [
  /^(kh|nt)\.[a-z0-9.]+$/, // accounts
  /^[A-Z]{2,4}-\d{3}-\d{2}-\d{4}$/, // numbers of cases
  /^\d{4}\.\d+(\+\d{5}\.\d+)?$/, // versions
  /\.(txt|csv|pdf|png|jpe?g|svg)$/i,
  /^(https?|mailto):/,
  /^(iPhone|iPad|JavaScript|macOS|people\.one)$/, // the last: an example in the auditor's filter
];
/** camelCase, kebab-case of lower words, dotted lower words, snake_case. */
const shapes: readonly RegExp[] = [
  /^[a-z]+(?:[A-Z][a-z0-9]*)+$/,
  /^[a-z]{2,}(?:-[a-z0-9]+)+$/,
  /^[a-z]{2,}(?:\.[a-zA-Z]{2,})+$/,
  /^[a-z]+(?:_[a-z0-9]+)+$/,
  /^VF[1-6]$/,
];
/** English words with a hyphen that stand in sentences. */
const hyphened =
  /^(short|follow|re|co|non|self|well|first|second|one|two|multi|long|near|face|day|time|check|drop|sign|break|high|low|same|up|in|out|pre|post|single|domestic|intimate|child|full|part|half|mid|on|off|year|half|so|by|ex|grand|step|vulnerable)-/;

/** Raw codes in the visible text and the spoken names of the page. */
async function rawCodes(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const tag = node.parentElement?.tagName.toUpperCase();
      if (tag !== 'SCRIPT' && tag !== 'STYLE' && node.parentElement?.closest('[data-raw]') === null) found.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label],[title],[placeholder]'))
      if (element.closest('[data-raw]') === null)
        found.push(...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''));
    return found;
  });
  const words = texts
    .flatMap((text) => text.split(/[\s，。、；：！？「」『』（）()［］[\]“”"'‘’·・,;:/／|<>…—–→+]+/u))
    .map((word) => word.replace(/[.…]+$/, ''));
  return [
    ...new Set(
      words.filter((word) => shapes.some((shape) => shape.test(word)) && !known.some((one) => one.test(word)) && !hyphened.test(word)),
    ),
  ].sort();
}

const tabs = ['timeline', 'family', 'assessments', 'plan', 'services', 'network', 'files'];
/** Who walks where. */
export const walks: readonly (readonly [string, readonly string[]])[] = [
  ['kh.screener1', ['/screening', '/intake', '/notices?show=all']],
  ['kh.supervisor.sanmin', ['/', '/inbox?view=open', '/cases?view=all', '/notices?show=all']],
  ['kh.analyst', ['/measures']],
  ['kh.auditor', ['/audit']],
  ['kh.admin', ['/admin', '/admin?tab=units', '/admin?tab=routes']],
  ['kh.partner.school', ['/referrals?view=all']],
  ['kh.steward', ['/matching', '/matching?tab=decisions']],
];

/** What stands on the page once nothing is on its way any more, in the language it opens in and in the other, in which the next one opens then. */
async function seen(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await page.locator('#main').waitFor();
  await page.waitForLoadState('networkidle');
  const found = await rawCodes(page);
  await otherLanguage(page);
  return [...found, ...(await rawCodes(page))];
}

/** Walks in both languages; a supervisor also through a case with all its tabs and a person. */
export async function noRawCodes(browser: Browser, house: House, user: string, paths: readonly string[]): Promise<void> {
  const { page, leave } = await visitAs(browser, house, user, '/');
  for (const path of paths) expect(await seen(page, path), path).toEqual([]);
  if (user === 'kh.supervisor.sanmin') {
    await page.goto('/cases?view=all');
    const href = await hrefOf(page, 'tbody a[href^="/cases/"]');
    for (const tab of tabs) expect(await seen(page, `${href}?tab=${tab}`), tab).toEqual([]);
    await page.goto(`${href}?tab=family`);
    expect(await seen(page, await hrefOf(page, 'a[href^="/people/"]')), 'person').toEqual([]);
  }
  await leave();
}

/** Where the first such link leads, when it is there. */
async function hrefOf(page: Page, links: string): Promise<string> {
  const href = await page.locator(links).first().getAttribute('href');
  if (href === null) throw new Error(`${links} leads nowhere`);
  return href;
}
