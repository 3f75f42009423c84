// Access in an emergency: what is closed opens with a reason for an hour and for reading only; the supervisor has it on the workbench at once
// and reviews it; the reason stands in the audit.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, visitAs } from './browser.ts';
import type { Journey } from './journey.ts';

const reason = '個案在醫院急診，聯絡不上主責社工';
const glass = (page: Page) => page.getByRole('button', { name: '緊急調閱', exact: true });

/** A worker of another unit opens the case of the journey, and only that. */
export async function opensOneCase({ browser, house, caseUrl }: Journey): Promise<void> {
  const { page, leave } = await visitAs(browser, house, 'kh.worker.dvsa.1', caseUrl!);
  await page.getByText('找不到，或不在您可查看的範圍').waitFor();
  await glass(page).click();
  const dialog = page.getByRole('dialog', { name: '緊急調閱' });
  const go = dialog.getByRole('button', { name: '緊急調閱一小時' });
  await dialog.getByLabel('理由').fill('急');
  expect(await go.isDisabled()).toBe(true);
  await dialog.getByLabel('理由').fill(reason);
  await go.click();
  await page.getByText(/已開啟至 \d\d:\d\d，督導已收到通知/).waitFor();
  await page.getByRole('heading', { level: 1, name: /測試通報童/ }).waitFor();
  // Reading, not acting; and nothing beside it.
  await page.getByText('目前沒有您可以做的動作').waitFor();
  await page.getByRole('button', { name: '為何看得到' }).click();
  await page.getByRole('dialog').getByText('緊急調閱').first().waitFor();
  await page.keyboard.press('Escape');
  expect(
    await page.evaluate(
      (path) =>
        fetch(`/api${path}/act`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': 'glass-acts-1' },
          body: JSON.stringify({ version: 1, command: { type: 'addNote', note: 'x' } }),
        }).then((answer) => answer.status),
      caseUrl!,
    ),
  ).toBeGreaterThanOrEqual(400);
  await page.goto('/cases?view=all');
  expect(await page.getByRole('link', { name: /測試通報童/ }).count()).toBe(0);
  await leave();
}

/** The supervisor finds it on the workbench with its clock, and says whether it was right; then it waits for nobody any more. */
export async function isReviewed({ browser, house }: Journey): Promise<void> {
  const { page, leave } = await visitAs(browser, house, 'kh.supervisor.dvsa', '/');
  await page.getByRole('heading', { name: /待複查的緊急調閱/ }).waitFor();
  const row = page.getByRole('listitem').filter({ hasText: reason });
  expect(await row.textContent()).toMatch(/剩 (2 日|3 日)/);
  await row.getByRole('button', { name: '複查' }).click();
  await choose(page, '是否必要', '必要');
  await page.getByRole('dialog').getByLabel('理由').fill('已與醫院確認');
  await page.getByRole('dialog').getByRole('button', { name: '記錄', exact: true }).click();
  await row.waitFor({ state: 'detached' });
  await leave();
}

/** The auditor reads who opened it and why. */
export async function isOnRecord({ browser, house, caseUrl }: Journey): Promise<void> {
  const { page, leave } = await visitAs(browser, house, 'kh.auditor', `/audit?case=${caseUrl!.split('/').at(-1)}`);
  await page.getByText(reason).first().waitFor();
  await leave();
}
