// Which plans stand on a day? The statement goes three ways, each by the index that finds its part; read once more as one condition over all plans there are.
import { randomUUID } from 'node:crypto';
import type { Instant } from '@anwang/core/time';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { accept, assign, at, caseOffice, context, ids } from '../testing/case-office.ts';
import { createCase, readDay } from './index.ts';

const { as, newCase, query } = caseOffice();
const me = ids.supervisor;
const [from, until] = [at('2026-11-22T16:00'), at('2026-11-23T16:00')];
const moments: readonly Instant[] = [at('2026-11-22T15:59'), from, at('2026-11-23T02:00'), at('2026-11-23T15:59'), until];
/** An open case, one that was closed, and one of a unit that is not asked for. */
const cases: { readonly id: string; readonly event: string; readonly closed: boolean; readonly own: boolean }[] = [];

beforeAll(async () => {
  for (const [closed, own] of [
    [false, true],
    [true, true],
    [false, false],
  ] as const) {
    const { caseId } = await as(me, 'dispatch', async (tx) => createCase(tx, await newCase([accept(), assign(ids.worker)]), context));
    if (closed) await query('update casework."case" set closed_at = now() where id = $1', [caseId]);
    if (!own) {
      await query('update casework."case" set unit_id = $2, supervisor_id = null where id = $1', [caseId, ids.school]);
      await query('delete from casework.assignment where case_id = $1 and account_id = $2', [caseId, me]);
    }
    const { rows } = await query<{ id: string }>('select id from casework.event where case_id = $1 order by seq limit 1', [caseId]);
    cases.push({ id: caseId, event: rows[0]?.id ?? '', closed, own });
  }
}, 120_000);

const status = fc.constantFrom('open', 'open', 'lapsed', 'kept', 'passedOn');
/** One plan: who goes and who goes along, each with a row of their own. */
const plan = fc.record({
  of: fc.nat(2),
  at: fc.constantFrom(...moments),
  out: fc.boolean(),
  rows: fc.uniqueArray(fc.record({ account: fc.constantFrom(me, ids.worker, ids.other), status }), {
    minLength: 1,
    maxLength: 3,
    selector: (row) => row.account,
  }),
});

test('both say the same, whoever goes, whatever became of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { maxLength: 12 }), fc.boolean(), async (plans, ofUnit) => {
      const rows = plans.flatMap(({ of, rows: each, ...rest }) => {
        const id = randomUUID();
        return each.map((row, i) => ({ ...rest, ...row, id, goes: i === 0, held: cases[of] ?? cases[0]! }));
      });
      await query('delete from casework.planned_visit');
      for (const row of rows)
        await query(
          `insert into casework.planned_visit (id, account_id, case_id, county, said_by, goes, kind, method, persons, planned_at, status, expected_until)
           values ($1, $2, $3, '64000', $4, $5, 'visit', 'homeVisit', '{}', $6::timestamptz, $7, case when $8 then $6::timestamptz + interval '1 hour' end)`,
          [row.id, row.account, row.held.id, row.held.event, row.goes, row.at, row.status, row.out],
        );
      const stands = (row: (typeof rows)[number]) => (row.status === 'open' && !row.held.closed) || (row.status === 'lapsed' && row.out);
      const onOwn = (row: (typeof rows)[number]) =>
        rows.some((other) => other.id === row.id && other.account === me && other.status === row.status);
      const expected = rows.filter(
        (row) =>
          row.held.own && row.at >= from && row.at < until && stands(row) && (row.account === me || (ofUnit && row.goes && !onOwn(row))),
      );
      const found = await as(me, 'supervision', (tx) =>
        readDay(tx, { units: ofUnit ? [ids.centre] : [], from, until, recordedSince: until, limit: 100 }),
      );
      expect(found.map((row) => row.id).sort()).toEqual(expected.map((row) => row.id).sort());
    }),
    { numRuns: 150 },
  );
});
