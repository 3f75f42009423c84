// The family as it is told, on a report filed by hand; and withdrawing from a report and a case, until somebody else lifts it.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { visitAs } from './browser.ts';
import type { House } from './house.ts';
import { fileReport, openReport } from './report.ts';

/** Who is whose and who lives there is drawn and said, though nothing of it is recorded anywhere; the person's page shows it with its mark. */
export async function toldOnAReport(browser: Browser, house: House): Promise<void> {
  await fileReport(house, '傅小桐', [
    { role: 'caregiver', name: '傅美滿', birthDate: '0751104', relationToSubject: 'mother', livesWithSubject: 'yes' },
    { role: 'familyMember', name: '傅大桐', birthDate: '1050611', relationToSubject: 'sibling', livesWithSubject: 'no' },
  ]);
  const { page, leave } = await visitAs(browser, house, 'kh.screener1', '/screening');
  await openReport(page, '傅小桐');
  const persons = page.locator('li', { hasText: '傅美滿' }).first();
  await persons.getByText('同住').waitFor();
  const family = page.locator('figure').first();
  await expect.poll(() => family.textContent()).toMatch(/傅美滿.*傅小桐/s);
  const said = (await family.textContent()) ?? '';
  expect(said).toContain('傅美滿 是 傅小桐 的父或母');
  expect(said).toContain('傅大桐 與 傅小桐 是手足');
  expect(said).toMatch(/同住：傅(美滿、傅小桐|小桐、傅美滿)/);
  await leave();
}

async function withdraw(page: Page): Promise<void> {
  await page.getByRole('button', { name: '我要迴避' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[value=other]').check({ force: true });
  await dialog.getByRole('button', { name: '我要迴避' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** From a report: it cannot be decided any more, and whoever reviews is told. */
export async function withdrawsFromAReport(browser: Browser, house: House): Promise<void> {
  await fileReport(house, '柯迴避');
  const { page, leave } = await visitAs(browser, house, 'kh.screener2', '/screening');
  await openReport(page, '柯迴避');
  await withdraw(page);
  await page.getByText('已聲明迴避').first().waitFor();
  await leave();
  const reviewer = await visitAs(browser, house, 'kh.reviewer1', '/notices');
  await reviewer.page.getByText('同仁迴避通報').first().waitFor();
  await reviewer.leave();
}

/** From a case: nothing can be recorded; the supervisor finds it, lifts it with a reason, and it can be again. */
export async function withdrawsFromACase(browser: Browser, house: House): Promise<void> {
  const unit = await visitAs(browser, house, 'kh.supervisor.sanmin', '/cases?view=unit');
  const { rows } = await unit.page.evaluate(
    async (): Promise<{ rows: { id: string; status: string; leadName: string | null }[] }> =>
      (await fetch('/api/cases?view=unit&limit=100')).json(),
  );
  await unit.leave();
  // Whoever leads a case today: whose they are follows from the day on which the demo was made.
  const leads = house.accounts.filter(({ username }) => username.startsWith('kh.worker.sanmin'));
  const led = rows.find((row) => row.status === 'open' && leads.some(({ name }) => name === row.leadName))!;
  const lead = leads.find(({ name }) => name === led.leadName)!;
  const { page, leave } = await visitAs(browser, house, lead.username, `/cases/${led.id}`);
  await page.getByRole('button', { name: '新增紀錄' }).first().waitFor();
  await withdraw(page);
  await page.getByRole('button', { name: '新增紀錄' }).first().waitFor({ state: 'detached' });
  const above = await visitAs(browser, house, 'kh.supervisor.sanmin', '/recusals');
  await above.page.getByRole('button', { name: '解除迴避' }).first().click();
  const dialog = above.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('查明同名，並非親屬，由本人確認');
  await dialog.getByRole('button', { name: '解除迴避' }).click();
  await above.page.getByText('沒有同仁聲明迴避').waitFor();
  await above.leave();
  await page.reload();
  await page.getByRole('button', { name: '新增紀錄' }).first().waitFor();
  await leave();
}
