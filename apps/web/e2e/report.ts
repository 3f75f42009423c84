// A report of a test's own, from the public form's route: no test leans on what another left in the queue.
import type { Page } from 'playwright-core';
import type { House } from './house.ts';

/** Files it; the name tells it apart in the queue. @param others further persons of it */
export async function fileReport(house: House, name: string, others: readonly object[] = []): Promise<void> {
  const answer = await fetch(`${house.url}/api/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), 'x-forwarded-for': '203.0.113.77' },
    body: JSON.stringify({
      county: '64000',
      district: '64000050',
      narrative: '鄰居聽見哭聲',
      grounds: ['family-adversity'],
      persons: [{ role: 'subject', name }, ...others],
    }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

/** Opens it at the desk, ready to be decided. */
export async function openReport(page: Page, name: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await page.getByRole('heading', { name }).waitFor();
  await page.getByRole('button', { name: '改派' }).waitFor();
  await page.waitForLoadState('networkidle');
}
