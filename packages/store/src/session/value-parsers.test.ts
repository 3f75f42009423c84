import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.close());

test('moments, dates, counts and lists come back as text and numbers', async () => {
  const row = await database.store.withActor(systemActors.clock, 'system', { route: 'test' }, async (tx) => {
    const result = await sql<
      Record<string, unknown>
    >`select timestamptz '2026-11-22 08:00:00.123456+08' as at, timestamptz '2026-11-22 00:00:00Z' as whole, date '2024-02-29' as day,
      9007199254740991::int8 as many, array[date '2024-01-02'] as days, array[timestamptz '2026-01-01 00:00:00.5Z'] as moments, uuidv7() as id,
      timestamptz '0912-01-01 00:00:00.01Z' as early, timestamptz '12026-11-22 00:00:00.25Z' as late`.execute(tx);
    return result.rows[0];
  });
  expect(row).toMatchObject({
    at: '2026-11-22T00:00:00.123Z',
    whole: '2026-11-22T00:00:00.000Z',
    day: '2024-02-29',
    many: 9007199254740991,
    days: ['2024-01-02'],
    moments: ['2026-01-01T00:00:00.500Z'],
    early: '0912-01-01T00:00:00.010Z',
    late: '12026-11-22T00:00:00.250Z',
  });
});

test('a count that a number cannot hold is an error, not a rounded number', async () => {
  await expect(
    database.store.withActor(systemActors.clock, 'system', { route: 'test' }, (tx) =>
      sql`select 9007199254740993::int8 as many`.execute(tx),
    ),
  ).rejects.toThrow(/too large/);
});

test('a moment in another zone or without an end is an error', async () => {
  const ask = (text: string) =>
    database.store.withActor(systemActors.clock, 'system', { route: 'test' }, async (tx) => {
      await sql`set local timezone = 'Asia/Taipei'`.execute(tx);
      return sql.raw(`select timestamptz '${text}' as at`).execute(tx);
    });
  for (const text of ['2026-11-22 00:00:00Z', '2026-11-22 00:00:00.5Z', 'infinity', '0044-03-15 00:00:00 BC'])
    await expect(ask(text)).rejects.toThrow(/another zone than UTC or out of range/);
});
