// The database's reading of the latest day of birth against core's, for any day and any way in which it is known.
import { addDays, type BirthPrecision, latestBirth, type PlainDate } from '@anwang/core/time';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestBirthSql } from './latest-birth.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.close());

const precisions: readonly BirthPrecision[] = ['day', 'month', 'year', 'approximate', 'unknown'];

test('both say the same', async () => {
  const owner = await database.owner();
  const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1900-01-01' as PlainDate, days));
  const known = fc.record({ birth_date: day, birth_precision: fc.constantFrom(...precisions) });
  await fc.assert(
    fc.asyncProperty(fc.array(known, { minLength: 100, maxLength: 200 }), async (rows) => {
      const asked = await owner.query<{ latest: string }>(
        `select ${latestBirthSql('p')}::text as latest from unnest($1::date[], $2::text[]) with ordinality p(birth_date, birth_precision, at) order by at`,
        [rows.map((row) => row.birth_date), rows.map((row) => row.birth_precision)],
      );
      expect(asked.rows.map((row) => row.latest)).toEqual(rows.map((row) => latestBirth(row.birth_date, row.birth_precision)));
    }),
    { numRuns: 20 },
  );
});
