import { type Condition, evaluate, type FactKind, type Facts, type Operand } from '@anwang/core/rules';
import { type Instant, instantFromMs, taipei } from '@anwang/core/time';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { conditionSql } from './index.ts';

// A universe of its own: two instants, a code, a list, a number, a truth; every one of them may be unknown.
const KINDS: Readonly<Record<string, FactKind>> = {
  start: 'instant',
  end: 'instant',
  born: 'date',
  code: 'code',
  list: 'codes',
  size: 'number',
  yes: 'boolean',
};
const TYPES = {
  instant: 'timestamptz',
  date: 'date',
  code: 'text',
  codes: 'text[]',
  number: 'float8',
  boolean: 'boolean',
  text: 'text',
} as const;
const now = '2026-03-31T16:00:00.000Z' as Instant;

let db: TestDatabase;
let client: Client;
beforeAll(async () => {
  db = await temporaryDatabase();
  client = await db.owner();
});
afterAll(() => db.close());

const CODES = ['a', 'b', "c'd"];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
// Moments around months' ends and Taipei's midnight, where a zone or a month would be cut wrongly.
const moment = fc.oneof(
  fc.constantFrom(
    '2026-01-31T15:59:59.999Z',
    '2026-01-31T16:00:00.000Z',
    '2024-02-28T16:00:00.000Z',
    '2025-12-31T16:00:00.000Z',
    '2026-03-30T16:00:00.000Z',
    '2026-03-31T15:00:00.000Z',
  ),
  fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2026-12-31') }).map((ms) => instantFromMs(ms)),
);
const facts: fc.Arbitrary<Facts> = fc.record({
  start: maybe(moment),
  end: maybe(moment),
  code: maybe(fc.constantFrom(...CODES)),
  list: maybe(fc.subarray(CODES)),
  size: maybe(fc.integer({ min: -3, max: 40 })),
  yes: maybe(fc.boolean()),
  born: maybe(fc.constantFrom('2000-02-29', '2008-03-31', '2020-12-31', '2024-02-29')),
});
const span: fc.Arbitrary<Operand> = fc.constantFrom<Operand>(
  { fn: 'hoursBetween', from: 'start', to: 'end' },
  { fn: 'daysBetween', from: 'start', to: 'end' },
  { fn: 'monthsBetween', from: 'start', to: 'end' },
  { fn: 'monthsBetween', from: 'born', to: 'end' },
  { fn: 'hoursSince', of: 'start' },
  { fn: 'daysSince', of: 'end' },
  { fn: 'age', of: 'born', at: 'start' },
  { fn: 'count', of: 'list' },
  { ref: 'size' },
);
const order = fc.constantFrom('lt', 'lte', 'gt', 'gte', 'eq', 'ne' as const);
const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ op: order, left: span, right: fc.constantFrom(0, 1, 3, 6, 18, 24, 720).map((value): Operand => ({ value })) }),
  fc.record({
    op: fc.constantFrom('eq', 'ne' as const),
    left: fc.constant<Operand>({ ref: 'code' }),
    right: fc.constantFrom(...CODES).map((value): Operand => ({ value })),
  }),
  fc.record({
    op: fc.constant('in' as const),
    left: fc.constant<Operand>({ ref: 'code' }),
    right: fc.subarray(CODES).map((value): Operand => ({ value })),
  }),
  fc.record({
    op: fc.constant('has' as const),
    left: fc.constant<Operand>({ ref: 'list' }),
    right: fc.subarray(CODES).map((value): Operand => ({ value })),
  }),
  fc.record({
    op: fc.constant('eq' as const),
    left: fc.constant<Operand>({ ref: 'yes' }),
    right: fc.boolean().map((value): Operand => ({ value })),
  }),
  fc.constantFrom(...Object.keys(KINDS)).map((known): Condition => ({ known })),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.array(tie('condition'), { maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { maxLength: 3 }).map((any): Condition => ({ any })),
    tie('condition').map((not): Condition => ({ not })),
  ),
}));

it('SQL and reference agree on every condition over every row, unknown included', async () => {
  await fc.assert(
    fc.asyncProperty(condition, fc.array(facts, { minLength: 1, maxLength: 12 }), async (tree, rows) => {
      const text = conditionSql(tree, {
        column: (name) => ({ sql: `r."${name}"`, kind: KINDS[name] ?? 'code' }),
        now: '$2::timestamptz',
        zone: taipei.id,
      });
      const columns = Object.entries(KINDS)
        .map(([name, kind]) => `"${name}" ${TYPES[kind]}`)
        .join(', ');
      const found = await client.query<{ held: boolean | null }>(
        `select ${text} as held from rows from (json_to_recordset($1::json) as (${columns})) with ordinality r(${Object.keys(KINDS)
          .map((n) => `"${n}"`)
          .join(', ')}, n) where $2::timestamptz is not null order by n`,
        [JSON.stringify(rows), now],
      );
      expect(found.rows.map((r) => r.held ?? 'unknown')).toEqual(rows.map((row) => evaluate(tree, row, { now, zone: taipei })));
    }),
    { numRuns: 400 },
  );
});
