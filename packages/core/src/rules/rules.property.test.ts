import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours, type Instant } from '../time/instant.ts';
import { taipei } from '../time/zone.ts';
import { checkCondition, type FactKinds } from './check.ts';
import { type Condition, type Fact, when } from './condition.ts';
import { evaluate, monthsBetween, operandValue, type Truth } from './evaluate.ts';
import { explain, explainOutcome } from './explain.ts';
import { opensAt } from './opens-at.ts';
import type { ComparisonOp } from './operators.ts';
import { references } from './references.ts';

const context = { now: '2026-11-22T04:00:00.000Z' as Instant, zone: taipei };
const kinds: FactKinds = { n: 'number', m: 'number', c: 'code', b: 'boolean', list: 'codes', at: 'instant', born: 'date' };

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(fc.constantFrom('n', 'm'), fc.constantFrom<ComparisonOp>('eq', 'ne', 'lt', 'lte', 'gt', 'gte'), fc.integer({ min: 0, max: 4 }))
    .map(([ref, op, value]) => when(ref, op, value)),
  fc.tuple(fc.constantFrom<ComparisonOp>('eq', 'ne'), fc.constantFrom('x', 'y')).map(([op, value]) => when('c', op, value)),
  fc.subarray(['x', 'y', 'z']).map((values) => when('c', 'in', values)),
  fc.subarray(['x', 'y', 'z'], { minLength: 1 }).map((values) => when('list', 'has', values)),
  fc.boolean().map((value) => when('b', 'eq', value)),
  fc.constantFrom('n', 'c', 'at').map((known): Condition => ({ known })),
  fc.integer({ min: 0, max: 20 }).map((value): Condition => ({ op: 'gte', left: { fn: 'daysSince', of: 'at' }, right: { value } })),
  fc.integer({ min: 0, max: 3 }).map((value): Condition => ({ op: 'lte', left: { fn: 'count', of: 'list' }, right: { value } })),
  fc.integer({ min: 0, max: 90 }).map((value): Condition => ({ op: 'lt', left: { fn: 'age', of: 'born', at: 'at' }, right: { value } })),
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
})).tree;
const maybe = <T extends Fact>(some: fc.Arbitrary<T>): fc.Arbitrary<Fact> => fc.option(some, { nil: null });
const facts = fc.record({
  n: maybe(fc.integer({ min: 0, max: 4 })),
  m: maybe(fc.integer({ min: 0, max: 4 })),
  c: maybe(fc.constantFrom('x', 'y', 'z')),
  b: maybe(fc.boolean()),
  list: maybe(fc.subarray(['x', 'y', 'z'])),
  at: maybe(fc.integer({ min: 0, max: 1000 }).map((hours) => addHours(context.now, -hours))),
  born: maybe(fc.constantFrom('1950-01-01', '2008-11-22', '2020-02-29')),
});

/** A second reading: truth as numbers (0 false, ½ unknown, 1 true), "all" the smallest, "any" the largest. */
function oracle(one: Condition, known: Readonly<Record<string, Fact>>): number {
  if ('all' in one) return Math.min(1, ...one.all.map((part) => oracle(part, known)));
  if ('any' in one) return Math.max(0, ...one.any.map((part) => oracle(part, known)));
  if ('not' in one) return 1 - oracle(one.not, known);
  if ('known' in one) return known[one.known] == null ? 0 : 1;
  const [left, right] = [operandValue(one.left, known, context), operandValue(one.right, known, context)];
  if (left === null || right === null) return 0.5;
  const list: readonly unknown[] = Array.isArray(right) ? right : [right];
  const own: readonly unknown[] = Array.isArray(left) ? left : [left];
  const sign = left === right ? 0 : left < right ? -1 : 1;
  const outcome = {
    eq: sign === 0,
    ne: sign !== 0,
    lt: sign < 0,
    lte: sign <= 0,
    gt: sign > 0,
    gte: sign >= 0,
    in: list.includes(left),
    has: own.some((value) => list.includes(value)),
  }[one.op];
  return outcome ? 1 : 0;
}
const asNumber = (truth: Truth): number => (truth === 'unknown' ? 0.5 : truth ? 1 : 0);

describe('conditions', () => {
  it('are read alike by two readers', () => {
    fc.assert(
      fc.property(condition, facts, (one, known) => {
        expect(asNumber(evaluate(one, known, context))).toBe(oracle(one, known));
      }),
      { numRuns: 1000 },
    );
  });
  it('depend on nothing but the facts they refer to', () => {
    fc.assert(
      fc.property(condition, facts, facts, (one, known, other) => {
        const named = references(one);
        const mixed = Object.fromEntries(
          Object.keys(known).map((name) => [
            name,
            named.includes(name) ? known[name as keyof typeof known] : other[name as keyof typeof other],
          ]),
        );
        expect(evaluate(one, mixed, context)).toBe(evaluate(one, known, context));
      }),
    );
  });
  it('that are well-formed have no fault, and a name nobody knows is one', () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(checkCondition(one, kinds)).toEqual([]);
      }),
    );
    expect(checkCondition(when('nobody', 'eq', 1), kinds)).toEqual([{ path: '.left', reason: 'unknown fact nobody' }]);
    expect(checkCondition(when('b', 'lt', 1), kinds).map((fault) => fault.reason)).toContain('boolean compared with number');
    expect(checkCondition(when('n', 'has', ['x']), kinds).map((fault) => fault.reason)).toContain(
      'the left side of "has" is a list of codes',
    );
    expect(checkCondition(when('c', 'in', 'x'), kinds).map((fault) => fault.reason)).toContain(
      'the right side of "in" is a list of values',
    );
  });
  it('are explained by the parts that decide them', () => {
    fc.assert(
      fc.property(condition, facts, (one, known) => {
        const truth = evaluate(one, known, context);
        const because = explainOutcome(one, known, context, { facts: {} }, 'zh');
        // An empty "all" or "any" has no part to name; everything else names at least one, and each has the truth of the whole.
        for (const part of because) expect(part.truth).toBe(truth);
        if (references(one).length > 0 && truth === 'unknown') expect(because.length).toBeGreaterThan(0);
      }),
    );
  });
  it('say their opposite when denied twice over', () => {
    fc.assert(
      fc.property(condition, (one) => {
        for (const language of ['zh', 'en'] as const) {
          expect(explain({ not: one }, { facts: {} }, language)).toBe(explain(one, { facts: {} }, language, true));
          expect(explain({ not: { not: one } }, { facts: {} }, language)).toBe(explain(one, { facts: {} }, language));
        }
      }),
    );
  });
  it('open exactly when they say they will', () => {
    fc.assert(
      fc.property(condition, facts, (one, known) => {
        const opens = opensAt(one, known, context);
        if (opens === null) return;
        expect(opens > context.now).toBe(true);
        // Parts that fall closed by time may have closed meanwhile; only conditions without them promise.
        if (JSON.stringify(one).includes('"not"') || JSON.stringify(one).includes('"lt')) return;
        expect(evaluate(one, known, { ...context, now: opens })).toBe(true);
        expect(evaluate(one, known, { ...context, now: addHours(opens, -1 / 3_600_000) })).not.toBe(true);
      }),
    );
  });
});

describe('words', () => {
  const wording = {
    facts: { grounds: { zh: '通報事由', en: 'grounds' }, age: { zh: '年齡', en: 'age' } },
    values: { grounds: { injury: { zh: '受傷', en: 'injury' } } },
  };
  const rule: Condition = { all: [when('grounds', 'has', ['injury']), { any: [when('age', 'lt', 6), { not: { known: 'age' } }] }] };
  it('are Chinese and English', () => {
    expect(explain(rule, wording, 'zh')).toBe('通報事由包含受傷且（年齡小於 6或年齡未知）');
    expect(explain(rule, wording, 'en')).toBe('grounds includes injury and (age is less than 6 or age is not known)');
    expect(explain(rule, wording, 'en', true)).toBe('grounds does not include injury or (age is not less than 6 and age is known)');
  });
  it('name only what decided', () => {
    const because = explainOutcome(rule, { grounds: ['injury'], age: 10 }, context, wording, 'en');
    expect(because).toEqual([
      { truth: false, text: 'age is not less than 6' },
      { truth: false, text: 'age is known' },
    ]);
  });
});

describe('spans', () => {
  it('count whole months by the calendar', () => {
    expect(monthsBetween('2026-01-31' as never, '2026-02-28' as never)).toBe(0);
    expect(monthsBetween('2026-01-15' as never, '2026-07-15' as never)).toBe(6);
    expect(monthsBetween('2026-01-15' as never, '2026-07-14' as never)).toBe(5);
  });
});
