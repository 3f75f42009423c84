// The steps from raw rows to candidate pairs, in order, as logical queries: encode values to ints, block by int keys, emit each pair once.
// Every pair is emitted by the first rule that proposes it; `mask` holds all rules that do (EM needs it, linkage.md §3.1.3).
import { add, and, asInt, col, type Expr, eq, gt, int, type Join, lt, not, type Query, type Select, type Step, when } from './query.ts';

/** What the plan needs to know of a comparison: its columns and which of its facets serve as keys. */
export interface SlotShape {
  readonly columns: readonly string[];
  readonly facets: readonly number[];
}

/** A rule as (slot, position in that slot's `facets`) parts. */
export interface RuleShape {
  readonly id: string;
  readonly parts: readonly (readonly [number, number])[];
}

export const valuesTable = (slot: number): string => `lk_values_${slot}`;
export const dimensionTable = (slot: number): string => `lk_dimension_${slot}`;
export const blocksTable = (rule: number): string => `lk_blocks_${rule}`;
export const facetColumn = (slot: number, facet: number): string => `f${slot}_${facet}`;
export const valueColumn = (slot: number): string => `c${slot}`;
export const blockColumn = (rule: number): string => `b${rule}`;

/** Distinct raw values of a slot with their counts, the only strings that leave the engine. */
export function valuesStep(slot: number, shape: SlotShape): Step {
  const text: Expr = { op: 'text', parts: shape.columns.map((name) => col(null, name)) };
  const select: Select = {
    kind: 'select',
    columns: [
      ['t', text],
      ['n', asInt({ op: 'count' })],
    ],
    from: { table: 'lk_input', as: 'i' },
    groupBy: [text],
  };
  return { id: `values ${slot}`, makes: valuesTable(slot), stored: true, query: select };
}

/** Rows as ints: `rid`, `src`, one value id per slot and the facets used by rules; 0 is "no value". */
export function recordsStep(slots: readonly SlotShape[]): Step {
  const zero = (e: Expr): Expr => ({ op: 'coalesce', a: e, b: int(0) });
  const columns: [string, Expr][] = [
    ['rid', col('i', 'rid')],
    ['src', col('i', 'src')],
  ];
  const joins = slots.map((shape, s) => {
    columns.push([valueColumn(s), zero(col(`d${s}`, 'c'))]);
    for (const [f] of shape.facets.entries()) columns.push([facetColumn(s, f), zero(col(`d${s}`, `f${f}`))]);
    const text: Expr = { op: 'text', parts: shape.columns.map((name) => col('i', name)) };
    return { kind: 'left' as const, table: dimensionTable(s), as: `d${s}`, on: eq(text, col(`d${s}`, 't')) };
  });
  return {
    id: 'records',
    makes: 'lk_records',
    stored: true,
    query: { kind: 'select', columns, from: { table: 'lk_input', as: 'i' }, joins },
  };
}

/** Blocks of a rule: tuples of facets that at least two rows share, with their size. */
export function blocksStep(rule: number, shape: RuleShape): Step {
  const parts = shape.parts.map(([s, f]) => col('k', facetColumn(s, f)));
  const query: Select = {
    kind: 'select',
    columns: [...parts.map((e, p): [string, Expr] => [`p${p}`, e]), ['n', asInt({ op: 'count' })]],
    from: { table: 'lk_records', as: 'k' },
    where: and(...parts.map((e) => gt(e, int(0)))),
    groupBy: parts,
    having: gt({ op: 'count' }, int(1)),
  };
  return { id: `blocks ${shape.id}`, makes: blocksTable(rule), stored: true, query };
}

/** Blocks of a rule that are small enough, numbered from 1. */
export function numberedStep(rule: number, shape: RuleShape, limit: number): Step {
  const query: Select = {
    kind: 'select',
    columns: [...shape.parts.map((_, p): [string, Expr] => [`p${p}`, col(null, `p${p}`)]), ['b', asInt(add({ op: 'row' }, int(1)))]],
    from: { table: blocksTable(rule), as: 'k' },
    where: not(gt(col(null, 'n'), int(limit))),
  };
  return { id: `numbered ${shape.id}`, makes: `lk_numbered_${rule}`, stored: false, query };
}

/** A rule in use; `split` is the second facet by which its oversize blocks were split, if any. */
export interface UsedRule {
  readonly rule: number;
  readonly shape: RuleShape;
  readonly split: readonly [number, number] | null;
}

/** One int key per used rule: the block's number, or 0 for "in no block" (single, no value, or oversize and skipped). */
export function keysStep(rules: readonly UsedRule[]): Step {
  const columns: [string, Expr][] = [
    ['rid', col('k', 'rid')],
    ['src', col('k', 'src')],
  ];
  const joins: Join[] = [];
  for (const { rule, shape, split } of rules) {
    const on = (as: string): Expr[] => shape.parts.map(([s, f], p) => eq(col('k', facetColumn(s, f)), col(as, `p${p}`)));
    joins.push({ kind: 'left', table: `lk_numbered_${rule}`, as: `j${rule}`, on: and(...on(`j${rule}`)) });
    let key: Expr = int(0);
    if (split !== null) {
      const second = eq(col('k', facetColumn(...split)), col(`s${rule}`, 'q'));
      joins.push({ kind: 'left', table: `lk_numbered_split_${rule}`, as: `s${rule}`, on: and(...on(`s${rule}`), second) });
      key = { op: 'coalesce', a: col(`s${rule}`, 'b'), b: int(0) };
    }
    columns.push([blockColumn(rule), { op: 'coalesce', a: col(`j${rule}`, 'b'), b: key }]);
  }
  return { id: 'keys', makes: 'lk_keys', stored: true, query: { kind: 'select', columns, from: { table: 'lk_records', as: 'k' }, joins } };
}

/** Candidate pairs (l, r, mask), each once. `across` asks for pairs between sources 0 and 1 only. */
export function pairsQuery(rules: readonly number[], across: boolean): Query {
  const shares = (rule: number): Expr =>
    and(eq(col('l', blockColumn(rule)), col('r', blockColumn(rule))), gt(col('l', blockColumn(rule)), int(0)));
  const bit = (rule: number, position: number): Expr => when([[shares(rule), int(2 ** position)]], int(0));
  return {
    kind: 'union',
    of: rules.map((rule, position): Select => {
      const earlier = rules.slice(0, position);
      const later = rules.slice(position + 1).map((other, i) => bit(other, position + 1 + i));
      const order = across ? and(eq(col('l', 'src'), int(0)), eq(col('r', 'src'), int(1))) : lt(col('l', 'rid'), col('r', 'rid'));
      return {
        kind: 'select',
        columns: [
          ['l', col('l', 'rid')],
          ['r', col('r', 'rid')],
          ['mask', asInt(add(int(2 ** position), ...later))],
        ],
        from: { table: 'lk_keys', as: 'l' },
        joins: [{ kind: 'inner', table: 'lk_keys', as: 'r', on: eq(col('l', blockColumn(rule)), col('r', blockColumn(rule))) }],
        where: and(gt(col('l', blockColumn(rule)), int(0)), order, ...earlier.map((other) => not(shares(other)))),
      };
    }),
  };
}
