// The web against the real server on a temporary database: the whole path as seven people, drafts that survive, and axe on every page.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditPage, pagesOf } from './axe.ts';
import * as breakGlass from './break-glass.ts';
import { openBrowser } from './browser.ts';
import * as concurrency from './concurrency.ts';
import * as drafts from './drafts.ts';
import { type House, startHouse } from './house.ts';
import * as path from './path.ts';
import * as print from './print.ts';
import * as publicReport from './public-report.ts';
import { noRawCodes, walks } from './raw-codes.ts';
import * as shield from './shield.ts';
import * as signIn from './sign-in.ts';

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
  test('a worker of another unit opens the case in an emergency', () => breakGlass.opensOneCase(journey));
  test('whose supervisor reviews it', () => breakGlass.isReviewed(journey));
  test('and whose reason the auditor reads', () => breakGlass.isOnRecord(journey));
  test('worker and supervisor plan at once', () => concurrency.twoPlanners(journey));
  test('the worker proposes to close', () => path.close(journey));
  test('the supervisor closes', () => path.decide(journey, '核定結案'));
  test('the receipt says it was handled', () => path.receiptSays(journey, '已處理'));
  test('an auditor sees who did what', () => path.audit(journey));
});

describe('coming in', () => {
  test('by password, and out again', () => signIn.byPassword(browser, house));
  test('by an authenticator that read the QR code, and by a backup code', () => signIn.bySecondFactor(browser, house));
  test('too often is refused', () => signIn.tooManyTries(browser, house));
  test('through an outside provider, with its sign-in and consent', () => signIn.byOutsideProvider(browser, house));
  test('through an outside provider, turned away', () => signIn.turnedAwayFromOutside(browser, house));
  test('again, after the session was ended from elsewhere', () => signIn.endedElsewhere(browser, house));
});

describe('at once', () => {
  test('two screeners', () => concurrency.twoScreeners(browser, house));
  test('two reviewers', () => concurrency.twoReviewers(browser, house));
});

describe('the public report', () => {
  test('is left quickly from every step, and leaves nothing', () => publicReport.leavesQuickly(browser, house));
  test('is kept over a reload only if asked', () => publicReport.keepsIfAsked(browser, house));
});

describe('what was typed is there again', () => {
  test('after reload, time-out and a new sign-in, unreadable on the device', () => drafts.throughReloadAndSignIn(browser, house));
  test('without network', () => drafts.throughNoNetwork(browser, house));
  test('when the server is started again', () => drafts.throughRestart(browser, house));
  test('in two tabs, sent once when pressed twice', () => drafts.inTwoTabs(browser, house));
});

describe('on paper', () => {
  test('the whole case', () => print.theCase(journey));
  test('a report and a person', () => print.reportAndPerson(journey));
  test('a list and an indicator', () => print.listAndIndicator(journey));
  test('nothing that is kept from the other side', () => shield.isOnNoPaper(browser, house));
});

describe.each([false, true])('no raw code, in English: %s', (english) => {
  test.each(walks)('%s', (user, paths) => noRawCodes(browser, house, user, paths, english));
});

describe('axe finds nothing', () => {
  test.each(pagesOf())('$name', async (page) => {
    expect(await auditPage(browser, house, page, journey)).toEqual([]);
  });
});
