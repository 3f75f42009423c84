// The steps from candidate pairs to weights, for engines that do everything in SQL: distinct value pairs leave the engine, their levels come back,
// and the rest is integer look-up. The in-process path of DuckDB does the same on typed arrays and is held to this one by a test.
import type { BoundModel, ResolvedRefinement } from '../model/bind.ts';
import { and, asInt, col, type Expr, eq, gt, int, type Join, not, or, type Select, type Step, when } from './query.ts';
import { pairsQuery, valueColumn } from './steps.ts';

export const valuePairsTable = (slot: number): string => `lk_value_pairs_${slot}`;
/** (a, b, level, bits): what Node answered about the value pairs; bits are the frequency bits of that level. */
export const valueLevelsTable = (slot: number): string => `lk_value_levels_${slot}`;
const reached = (slot: number): string => `g${slot}`;

const least = (a: Expr, b: Expr): Expr => ({ op: 'least', a, b });
const greatest = (a: Expr, b: Expr): Expr => ({ op: 'greatest', a, b });

export function pairsStep(rules: readonly number[], across: boolean): Step {
  return { id: 'pairs', makes: 'lk_pairs', stored: true, query: pairsQuery(rules, across) };
}

const toRecords: readonly Join[] = [
  { kind: 'inner', table: 'lk_records', as: 'l', on: eq(col('p', 'l'), col('l', 'rid')) },
  { kind: 'inner', table: 'lk_records', as: 'r', on: eq(col('p', 'r'), col('r', 'rid')) },
];

/** Distinct pairs of values of one slot that candidate pairs hold, smaller id first; both present. */
export function valuePairsStep(slot: number): Step {
  const a = col('l', valueColumn(slot));
  const b = col('r', valueColumn(slot));
  const query: Select = {
    kind: 'select',
    distinct: true,
    columns: [
      ['a', least(a, b)],
      ['b', greatest(a, b)],
    ],
    from: { table: 'lk_pairs', as: 'p' },
    joins: toRecords,
    where: and(gt(a, int(0)), gt(b, int(0))),
  };
  return { id: `value pairs ${slot}`, makes: valuePairsTable(slot), stored: true, query };
}

/** Levels and frequency bits of every candidate pair; a value missing on either side is level 0. */
export function levelsStep(slots: number): Step {
  const columns: [string, Expr][] = [
    ['l', col('p', 'l')],
    ['r', col('p', 'r')],
    ['mask', col('p', 'mask')],
  ];
  const joins: Join[] = [...toRecords];
  for (let s = 0; s < slots; s++) {
    const a = col('l', valueColumn(s));
    const b = col('r', valueColumn(s));
    const as = `v${s}`;
    joins.push({ kind: 'left', table: valueLevelsTable(s), as, on: and(eq(col(as, 'a'), least(a, b)), eq(col(as, 'b'), greatest(a, b))) });
    columns.push([reached(s), { op: 'coalesce', a: col(as, 'level'), b: int(0) }]);
  }
  return {
    id: 'levels',
    makes: 'lk_levels',
    stored: true,
    query: { kind: 'select', columns, from: { table: 'lk_pairs', as: 'p' }, joins },
  };
}

/** Patterns before refinement with the number of pairs of each: all that training needs. */
export function patternsStep(slots: number): Step {
  const keys = ['mask', ...Array.from({ length: slots }, (_, s) => reached(s))].map((name) => col('g', name));
  const names = ['mask', ...Array.from({ length: slots }, (_, s) => reached(s))];
  const query: Select = {
    kind: 'select',
    columns: [...keys.map((e, i): [string, Expr] => [names[i]!, e]), ['n', asInt({ op: 'count' })]],
    from: { table: 'lk_levels', as: 'g' },
    groupBy: keys,
  };
  return { id: 'patterns', makes: 'lk_patterns', stored: true, query };
}

function anyOf(value: Expr, levels: ReadonlySet<number>): Expr {
  return or(...[...levels].toSorted((a, b) => a - b).map((level) => eq(value, int(level))));
}

function refined(slot: number, refinements: readonly ResolvedRefinement[]): Expr {
  const own = refinements.filter((refinement) => refinement.slot === slot);
  const raw = (s: number) => col('g', reached(s));
  if (own.length === 0) return raw(slot);
  const cases = own.map(
    ({ from, when: conditions, to }) =>
      [and(anyOf(raw(slot), from), ...conditions.map((c) => anyOf(raw(c.slot), c.levels))), int(to)] as const,
  );
  return when(cases, raw(slot));
}

/** Levels after refinement. The first refinement that holds decides, as in the reference. */
export function refinedStep(slots: number, refinements: readonly ResolvedRefinement[]): Step {
  const columns: [string, Expr][] = ['l', 'r', 'mask'].map((name) => [name, col('g', name)]);
  for (let s = 0; s < slots; s++) columns.push([reached(s), refined(s, refinements)]);
  return { id: 'refined', makes: 'lk_refined', stored: false, query: { kind: 'select', columns, from: { table: 'lk_levels', as: 'g' } } };
}

/** Weight of every candidate pair at or above `floor`: prior, bits by level, frequency bits, interactions, less what related persons explain. */
export function weightsStep(model: BoundModel, floor: number): Step {
  const num = (value: number): Expr => ({ op: 'num', value });
  const byLevel = (s: number, bits: Float64Array): Expr =>
    when(
      [...bits.entries()].filter(([i]) => i > 0).map(([i, value]) => [eq(col('g', reached(s)), int(i)), num(value)] as const),
      num(0),
    );
  const joins: Join[] = [];
  const frequency: Expr[] = [];
  for (const [s, slot] of model.slots.entries()) {
    if (slot.frequency === null) continue;
    const a = col('l', valueColumn(s));
    const b = col('r', valueColumn(s));
    const as = `v${s}`;
    const level = eq(col(as, 'level'), col('g', reached(s)));
    joins.push({
      kind: 'left',
      table: valueLevelsTable(s),
      as,
      on: and(eq(col(as, 'a'), least(a, b)), eq(col(as, 'b'), greatest(a, b)), level),
    });
    frequency.push({ op: 'coalesce', a: col(as, 'bits'), b: num(0) });
  }
  const interactions = model.interactions.map(({ when: conditions, bits }) =>
    when([[and(...conditions.map((c) => anyOf(col('g', reached(c.slot)), c.levels))), num(bits)]], num(0)),
  );
  const terms: Expr[] = [num(model.model.priorBits), ...model.slots.map((slot, s) => byLevel(s, slot.bits)), ...frequency, ...interactions];
  const { related } = model;
  if (related !== null) {
    const kin: Expr = { op: 'add', of: [...related.bits.map((bits, s) => byLevel(s, bits)), ...frequency, ...interactions] };
    terms.push({ op: 'mul', a: num(-1), b: { op: 'mixture', share: related.share, bits: kin } });
  }
  const records: Join[] = joins.length === 0 ? [] : toRecords.map((join) => ({ ...join, on: eq(col('g', join.as), col(join.as, 'rid')) }));
  const weight: Expr = { op: 'add', of: terms };
  const query: Select = {
    kind: 'select',
    columns: [
      ['l', col('g', 'l')],
      ['r', col('g', 'r')],
      ['weight', weight],
    ],
    from: { table: 'lk_refined', as: 'g' },
    joins: [...records, ...joins],
    where: not({ op: 'lt', a: weight, b: num(floor) }),
  };
  return { id: 'weights', makes: 'lk_weights', stored: true, query };
}
