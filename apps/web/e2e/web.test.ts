// The web against the real server, what does not need a case that went the whole path: coming in, two at once, drafts that survive, and axe on every page.
// A file of its own beside the path, with a house of its own: the two run at once.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as administration from './administration.ts';
import { auditPage, pagesOf } from './axe.ts';
import { openBrowser } from './browser.ts';
import * as concurrency from './concurrency.ts';
import * as drafts from './drafts.ts';
import * as family from './family.ts';
import { type House, startHouse } from './house.ts';
import * as lists from './lists.ts';
import * as signIn from './sign-in.ts';
import * as transfer from './transfer.ts';
import * as unitMove from './unit-move.ts';
import * as upgrade from './upgrade.ts';

let browser: Browser;
let house: House;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), startHouse()]);
});

afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

describe('coming in', () => {
  test('by password, and out again', () => signIn.byPassword(browser, house));
  test('by an authenticator that read the QR code, and by a backup code', () => signIn.bySecondFactor(browser, house));
  test('with an own password in place of the one that was given', () => signIn.withAnOwnPassword(browser, house));
  test('too often is refused', () => signIn.tooManyTries(browser, house));
  test('through an outside provider, with its sign-in and consent', () => signIn.byOutsideProvider(browser, house));
  test('through an outside provider, turned away', () => signIn.turnedAwayFromOutside(browser, house));
  test('again, after the session was ended from elsewhere', () => signIn.endedElsewhere(browser, house));
});

describe('at once', () => {
  test('two screeners', () => concurrency.twoScreeners(browser, house));
  test('two reviewers', () => concurrency.twoReviewers(browser, house));
  test('two tabs of one screener', () => concurrency.ownSecondTab(browser, house));
  test('a form that a colleague overtakes', () => concurrency.formStaysWhenOvertaken(browser, house));
  test('a screener without network', () => concurrency.decidesWithoutNetwork(browser, house));
});

// Before those in which cases go elsewhere: whoever withdraws needs one.
describe('a family', () => {
  test('is shown as it is told', () => family.toldOnAReport(browser, house));
  test('of one’s own: a report is left to others', () => family.withdrawsFromAReport(browser, house));
  test('of one’s own: a case is left to others, until the supervisor lifts it', () => family.withdrawsFromACase(browser, house));
});

describe('a family moves to another county', () => {
  test('is returned, sent again and taken', () => transfer.goesAndComesBackAndGoes(browser, house), 180_000);
});

describe('a case goes to another unit', () => {
  test('is given back, sent again and taken', () => unitMove.isGivenBackSentAgainAndTaken(browser, house), 180_000);
});

describe('lists', () => {
  test('lead back to the search', () => lists.backToTheSearch(browser, house));
  test('are sorted both ways and saved', () => lists.sortedAndSaved(browser, house));
});

describe('administration', () => {
  test('names what is wrong with a right at its row', () => administration.rightsAtTheirRow(browser, house));
  test('of one unit by two at once', () => administration.twoOnOneUnit(browser, house));
  test('of one calendar by two at once', () => administration.twoOnOneCalendar(browser, house));
  test('of staff from a file', () => administration.staffFromFile(browser, house), 120_000);
  test('reads the log in parts', () => administration.logInParts(browser, house));
});

describe('what was typed is there again', () => {
  test('after reload, time-out and a new sign-in, unreadable on the device', () => drafts.throughReloadAndSignIn(browser, house));
  test('without network', () => drafts.throughNoNetwork(browser, house));
  test('and goes to the server when its form was closed without one', () => drafts.closedWithoutNetwork(browser, house));
  test('when the server is started again', () => drafts.throughRestart(browser, house));
  test('in two tabs, sent once when pressed twice', () => drafts.inTwoTabs(browser, house));
});

describe('a new version', () => {
  test('under open pages', () => upgrade.underOpenPages(browser, house), 180_000);
});

describe('axe finds nothing', () => {
  test.each(pagesOf('house'))('$name', async (page) => {
    expect(await auditPage(browser, house, page, { browser, house })).toEqual([]);
  });
});
