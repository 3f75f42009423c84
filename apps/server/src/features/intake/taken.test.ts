// Whoever takes reports has their own, page by page, and is told how many they took today, also when these are more than a page.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReport, type DeskWorld, startDesk } from '../../testing/desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await startDesk();
});
afterAll(() => world.close());

test('own reports page by page, and how many today', async () => {
  const screener = await world.as('screener');
  const numbers: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const taken = await screener('POST', '/api/intake/reports', { ...aReport(), channel: 'hotline113', reportType: 'initial' });
    expect(taken.status, taken.text).toBe(200);
    numbers.unshift(String(taken.body.receipt));
  }
  await world.server.nobody('POST', '/api/reports', aReport());
  const page = async (cursor: string) => {
    const { body } = await screener('GET', `/api/intake/reports?limit=2${cursor && `&cursor=${cursor}`}`);
    return body as unknown as { rows: { number: string }[]; next: string | null; today: number };
  };
  const first = await page('');
  const second = await page(first.next ?? '');
  expect([first.today, second.today]).toEqual([3, 3]);
  expect(second.next).toBeNull();
  const listed = [...first.rows, ...second.rows].map((row) => row.number);
  expect(listed.every((number, at) => numbers[at]?.endsWith(number))).toBe(true);
  expect(listed).toHaveLength(3);
});
