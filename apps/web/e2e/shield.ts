// A contact of a victim is kept from the other side by the form: seen by the victim's own worker alone on a covered page, beside nobody of the other side (the family tab
// names him), and on no paper, neither of the victim nor of the case.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsOf } from './axe.ts';
import { visitAs } from './browser.ts';
import type { House } from './house.ts';

const value = '金絲雀庇護所';
const reason = '金絲雀理由，對方曾到校門口等候';

/** A case of partner violence in which the other side is named. */
function bothSides(page: Page): Promise<{ victim: string; other: string; caseId: string } | null> {
  return page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json();
    for (const row of (await read('/cases?view=all&limit=50')).rows) {
      const members: { personId: string; name: string; role: string }[] = (await read(`/cases/${row.id}`)).members;
      const victim = members.find((each) => each.role === 'subject' || each.role === 'victim');
      const other = members.find((each) => each.role === 'respondent');
      if (row.programme === 'intimate-partner-violence' && victim && other)
        return { victim: victim.personId, other: other.name, caseId: String(row.id) };
    }
    return null;
  });
}

/** The victim's supervisor fills in the form, by whom axe finds nothing to mend. */
async function keeps(page: Page, other: string): Promise<void> {
  await page.getByRole('button', { name: '新增保密聯絡資料' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('種類').selectOption({ label: '庇護處所' });
  await dialog.getByLabel('內容').fill(value);
  await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('checkbox', { name: other }).check({ force: true });
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: '保密', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** The moment after an inner dialog went: the focus lies on nothing, and Escape is pressed before it is put back. */
function escapeFromNowhere(page: Page): Promise<void> {
  return page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  });
}

/** Kept, seen by whoever keeps it, and printed by nobody. */
export async function isOnNoPaper(browser: Browser, house: House): Promise<void> {
  const { page, leave } = await visitAs(browser, house, 'kh.supervisor.dvsa', '/');
  const found = await bothSides(page);
  expect(found).not.toBeNull();
  await page.goto(`/people/${found?.victim}`);
  await keeps(page, found?.other ?? '');
  const family = `/cases/${found?.caseId}?tab=family`;
  for (const path of [`/people/${found?.victim}`, family]) {
    await page.goto(path);
    const seen = (text: string) => page.getByText(text).filter({ visible: true }).count();
    await page.getByRole('button', { name: '單獨檢視' }).first().click();
    await page.getByText(reason).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await seen(found?.other ?? ''), path).toBe(0);
    // The form that renews it names the other side, and neither the reason nor the list.
    await page.getByRole('button', { name: '延長或增列' }).first().click();
    await page.getByRole('checkbox', { name: found?.other ?? '' }).waitFor({ state: 'attached' });
    expect(await seen('金絲雀'), path).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByText(reason).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    if (path === family) expect(await seen(found?.other ?? '')).toBeGreaterThan(0);
    expect(await seen('金絲雀'), path).toBe(0);
  }
  await page.goto(`/people/${found?.victim}`);
  await page.getByRole('button', { name: '單獨檢視' }).first().click();
  await page.getByText(reason).first().waitFor();
  await escapeFromNowhere(page);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '單獨檢視' }).first().click();
  await page.getByText(reason).first().waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('金絲雀').filter({ visible: true }).count()).toBe(0);
  for (const tab of ['record', 'family']) {
    await page.goto(`/cases/${found?.caseId}?tab=${tab}`);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('金絲雀').filter({ visible: true }).count(), tab).toBe(0);
  }
  await leave();
}
