// One report on its whole way, and the people who have it in hand one after the other, each in a browser of their own.
import type { Browser, Page } from 'playwright-core';
import { type Visit, visitAs } from './browser.ts';
import type { House } from './house.ts';

export type Journey = { browser: Browser; house: House; receipt?: { number: string; code: string }; caseUrl?: string };

/** Whom it is about. */
export const subject = '測試通報童';

/** Works as somebody, from a page on. */
export async function as(
  journey: Journey,
  userName: string,
  path: string,
  work: (page: Page, visit: Visit) => Promise<void>,
): Promise<void> {
  const found = await visitAs(journey.browser, journey.house, userName, path);
  try {
    await work(found.page, found);
  } finally {
    await found.leave();
  }
}

/** Opens the report, dispatch or case of the journey from the list that shows it. */
export const openSubject = (page: Page): Promise<void> =>
  page
    .getByRole('link', { name: new RegExp(subject) })
    .first()
    .click();
