// The web against the real server on a temporary database: the whole path as seven people, then what it left behind: on paper, under axe, in words; and the public's form.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditPage, pagesOf } from './axe.ts';
import * as breakGlass from './break-glass.ts';
import { openBrowser } from './browser.ts';
import * as concurrency from './concurrency.ts';
import * as desk from './desk.ts';
import * as fieldWork from './field-work.ts';
import { type House, startHouse } from './house.ts';
import type { Journey } from './journey.ts';
import * as path from './path.ts';
import * as print from './print.ts';
import * as publicReport from './public-report.ts';
import { noRawCodes, walks } from './raw-codes.ts';
import * as shield from './shield.ts';

let browser: Browser;
let house: House;
let journey: Journey;

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
  test('a screener would not accept it, and it is sent back', () => desk.sendBack(journey));
  test('a screener decides by keyboard', () => desk.screen(journey));
  test('a reviewer confirms', () => desk.review(journey));
  test('the unit disputes it, and an arbiter rules', async () => {
    await desk.dispute(journey);
    const open = { name: 'arbitration', user: 'kh.arbiter', path: '/arbitration', ready: 'h1', open: desk.openDispute };
    expect(await auditPage(browser, house, open, journey)).toEqual([]);
    await desk.arbitrate(journey);
  });
  test('a supervisor accepts and assigns', () => desk.accept(journey));
  test('a worker visits, assesses and proposes to open', () => path.assess(journey));
  test('the supervisor opens', () => path.decide(journey, '核定開案'));
  test('a visit without network is sent once, when it is back', () => fieldWork.withoutNetwork(journey));
  test('and is kept over a closed tab and a new sign-in', () => fieldWork.overANewSignIn(journey));
  test('and the rooms open without it, also those not opened before', () => fieldWork.roomsWithoutNetwork(journey));
  test('who finds the case among those of the team, and by its name in Zhuyin', () => path.findAgain(journey));
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

describe('on paper', () => {
  test('the whole case', () => print.theCase(journey));
  test('a report and a person', () => print.reportAndPerson(journey));
  test('a list and an indicator', () => print.listAndIndicator(journey));
  test('nothing that is kept from the other side', () => shield.isOnNoPaper(browser, house));
});

describe('axe finds nothing on the case of the path', () => {
  test.each(pagesOf('journey'))('$name', async (page) => {
    expect(await auditPage(browser, house, page, journey)).toEqual([]);
  });
});

describe('no raw code, in both languages', () => {
  test.each(walks)('%s', (user, paths) => noRawCodes(browser, house, user, paths));
});

describe('the public report', () => {
  test('is left quickly from every step, and leaves nothing', () => publicReport.leavesQuickly(browser, house));
  test('is kept over a reload only if asked', () => publicReport.keepsIfAsked(browser, house));
  test('is said in the other language when that is taken, and followed from its receipt', () =>
    publicReport.inTheOtherLanguage(browser, house));
  test('comes in few bytes', () => publicReport.arrivesInFewBytes(browser, house));
});
