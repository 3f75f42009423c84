// How many pairs of related persons does a file hold? The rules propose ever fewer of them the larger it is, but relatives that agree by chance on what
// is one's own (twins, namesakes) come from all of them. So they are counted by what families share: all pairs that agree on surname and address.
import type { ModelRule } from '../model/model.ts';
import type { Assembly } from '../roles/types.ts';
import type { EmResult } from './em.ts';
import type { Grounds } from './hold.ts';
import type { PatternTable } from './patterns.ts';

/** A key that a household shares, and one person's records too, with the pairs of records that agree on it, proposed or not. */
export interface HouseholdKey {
  readonly slots: readonly number[];
  readonly pairs: number;
}

/** `agreeing`: pairs of records by rule, used or not. */
export function householdKeys(assembly: Assembly, rules: readonly ModelRule[], agreeing: readonly number[]): HouseholdKey[] {
  return rules.flatMap((rule, i) => {
    const slots = rule.parts.map((part) => assembly.comparisons.findIndex(({ id }) => id === part.comparison));
    const address = slots.some((s) => assembly.comparisons[s]!.comparison.inputs.includes('address'));
    const surname = rule.parts.some(({ facet }) => facet === 'surname');
    return rule.parts.length === 2 && address && surname ? [{ slots, pairs: agreeing[i]! }] : [];
  });
}

/** A level speaks for kinship or identity where it is so much likelier than among strangers. */
const TELLING = 8;
/** Relatives share a key with at least this chance, whatever few pairs seem to say. */
const LEAST_SHARED = 0.05;

/** Pairs of related persons in the whole file, at least. */
export function sharingHouseholds(
  keys: readonly HouseholdKey[],
  { m, r }: Pick<EmResult, 'm' | 'r'>,
  u: readonly Float64Array[],
  matches: number,
): number {
  const agree = (rows: readonly Float64Array[], s: number) =>
    rows[s]!.reduce((sum, x, level) => sum + (level > 0 && x > TELLING * u[s]![level]! ? x : 0), 0);
  const chance = (rows: readonly Float64Array[], slots: readonly number[]) => slots.reduce((product, s) => product * agree(rows, s), 1);
  return keys.reduce(
    (most, { slots, pairs }) => Math.max(most, (pairs - matches * chance(m, slots)) / Math.max(LEAST_SHARED, chance(r, slots))),
    0,
  );
}

/** Proposed pairs that look like two of one household: related by name, and at one address or telephone. */
export function inOneHousehold(
  table: Pick<PatternTable, 'size' | 'slots' | 'levels' | 'counts'>,
  { household, kin }: Pick<Grounds, 'household' | 'kin'>,
  { m, u }: { readonly m: readonly Float64Array[]; readonly u: readonly Float64Array[] },
): number {
  const shared = household.map((at, s) => m[s]!.map((share, level) => (at && level > 0 && share > TELLING * u[s]![level]! ? 1 : 0)));
  let pairs = 0;
  for (let p = 0; p < table.size; p++) {
    const levels = kin.map((_, s) => table.levels[p * table.slots + s]!);
    if (levels.some((level, s) => kin[s]![level]) && levels.some((level, s) => shared[s]![level] === 1)) pairs += table.counts[p]!;
  }
  return pairs;
}
