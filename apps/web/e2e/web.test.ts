// The web against the real server on a temporary database: the whole path as seven people, drafts that survive, and axe on every page.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditPage, pagesOf } from './axe.ts';
import { openBrowser } from './browser.ts';
import { draftsSurvive } from './drafts.ts';
import { type House, startHouse } from './house.ts';
import * as path from './path.ts';

let browser: Browser;
let house: House;
let journey: path.Journey;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), startHouse()]);
  journey = { browser, house };
});

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

describe('the whole path', () => {
  test('a reporter reports by telephone and gets a receipt', () => path.report(journey));
  test('the receipt says it was received', () => path.receiptSays(journey, '已收件'));
  test('a screener decides by keyboard', () => path.screen(journey));
  test('a reviewer confirms', () => path.review(journey));
  test('a supervisor accepts and assigns', () => path.accept(journey));
  test('a worker visits, assesses and proposes to open', () => path.assess(journey));
  test('the supervisor opens', () => path.decide(journey, '核定開案'));
  test('the worker plans, serves and refers', () => path.serve(journey));
  test('a partner answers, and sees nothing else', () => path.answer(journey));
  test('the worker proposes to close', () => path.close(journey));
  test('the supervisor closes', () => path.decide(journey, '核定結案'));
  test('the receipt says it was handled', () => path.receiptSays(journey, '已處理'));
  test('an auditor sees who did what', () => path.audit(journey));
});

test('what was typed survives reload, time-out and a new sign-in, and is unreadable on the device', () => draftsSurvive(browser, house));

describe('axe finds nothing', () => {
  test.each(pagesOf())('$name', async (page) => {
    expect(await auditPage(browser, house, page, journey)).toEqual([]);
  });
});
