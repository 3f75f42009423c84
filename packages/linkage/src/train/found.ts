// Of the pairs at a level, how many does a rule find? Two names that sound the same share the key of a sound always, two of one surname one time in ten
// thousand. What a group's rules force is granted in its likelihood, so strangers who were found are not spread over the levels as all strangers are: taken
// for that, the one surname made every name that sounds the same look like evidence for one person. And what other rules passed over is no possibility.
import type { UsedRule } from '../compile/steps.ts';
import type { Possible } from './expectation.ts';
import type { PatternTable } from './patterns.ts';

export interface FoundInput {
  /** Agreement of random pairs of records by slot and level. */
  readonly random: readonly Float64Array[];
  readonly rules: readonly UsedRule[];
  /** By rule and slot, as `chanceAgreement` gives it. */
  readonly agreement: readonly (readonly (number | null)[])[];
  /** Records with a value, as a share of all, by slot. */
  readonly held: readonly number[];
  readonly allPairs: number;
}

/** What a rule passed over is at least so much of a level: blocks that are too large are skipped. */
const LEAST = 1e-3;

/** Groups of pairs that the same rules found, and the same others could have found: a pair without a date is not one whose dates differ. */
export function byHeld(table: PatternTable): PatternTable {
  const { size, slots, levels, rulesOn } = table;
  const looked = rulesOn.flatMap((rules, s) => (rules === 0 ? [] : [s]));
  const ids = new Map<number, number>();
  const old: number[] = [];
  const group = new Int32Array(size);
  for (let p = 0; p < size; p++) {
    let key = table.group[p]!;
    for (const s of looked) key = key * 2 + (levels[p * slots + s] === 0 ? 0 : 1);
    let g = ids.get(key);
    if (g === undefined) {
      g = ids.size;
      ids.set(key, g);
      old.push(table.group[p]!);
    }
    group[p] = g;
  }
  const take = <T>(rows: readonly T[]): T[] => old.map((g) => rows[g]!);
  return {
    ...table,
    group,
    groupMasks: take(table.groupMasks),
    possible: take(table.possible),
    informs: take(table.informs),
    passed: take(table.passed),
  };
}

/**
 * By group and slot: the share of each level that the group's rules find and the others in question pass over; null where no rule has a say.
 * A rule on what is one's own is asked how much of each level it finds, of what families share only whether its pairs reach it.
 */
export function foundShares(table: PatternTable, input: FoundInput, own: readonly boolean[]): (Float64Array | null)[][] {
  const { rules, random } = input;
  const byRule = rules.map(({ shape }, rule) =>
    random.map((_, slot) => (shape.parts.some(([s]) => s === slot) ? sharesOf(table, input, rule, slot) : null)),
  );
  const held = heldBy(table);
  const known = new Map<number, readonly (Float64Array | null)[]>();
  return table.possible.map((rows, g) => {
    const mask = table.groupMasks[g]!;
    let shares = known.get(mask);
    if (shares === undefined) {
      shares = sharesBy(mask, rows, { rules, byRule, own });
      known.set(mask, shares);
    }
    return shares.map((row, slot) => (rows[slot] === null && held[g * table.slots + slot] === 0 ? null : row));
  });
}

interface Rules {
  readonly rules: readonly UsedRule[];
  readonly byRule: readonly (readonly (Float64Array | null)[])[];
  readonly own: readonly boolean[];
}

/** By slot, for pairs that the rules of `mask` found; `reached`: the levels that they reach where they look. */
function sharesBy(mask: number, reached: readonly (readonly boolean[] | null)[], { rules, byRule, own }: Rules) {
  const agreed = rules.flatMap(({ shape }, r) => ((mask >> r) & 1 ? shape.parts : []));
  return reached.map((row, slot) => {
    let shares = row && Float64Array.from(row, Number);
    for (const [r, { shape }] of rules.entries()) {
      const of = byRule[r]![slot];
      if (of === null) continue;
      if ((mask >> r) & 1) {
        if (own[slot]) shares = shares!.map((share, level) => Math.min(share, of![level]!));
      } else if (shape.parts.every(([s, f]) => s === slot || agreed.some(([slotToo, facet]) => slotToo === s && facet === f))) {
        // All else that the rule looks at agrees: what it passed over differs here.
        shares = (shares ?? new Float64Array(of!.length).fill(1)).map((share, level) => share * Math.max(LEAST, 1 - of![level]!));
      }
    }
    return shares;
  });
}

/** The same rows with one array for all that are equal. */
export function oneForEqual(rows: readonly (readonly (Possible | null)[])[]): (Possible | null)[][] {
  const first = new Map<Possible, Possible>();
  const byText = new Map<string, Possible>();
  const one = (row: Possible): Possible => {
    let same = first.get(row);
    if (same === undefined) {
      const text = Array.prototype.join.call(row, ' ');
      same = byText.get(text) ?? row;
      byText.set(text, same);
      first.set(row, same);
    }
    return same;
  };
  return rows.map((group) => group.map((row) => row && one(row)));
}

/** By group and slot, 1 where the group's pairs hold a value. */
function heldBy({ size, slots, levels, group, groupMasks }: PatternTable): Uint8Array {
  const held = new Uint8Array(groupMasks.length * slots);
  for (let p = 0; p < size; p++) {
    for (let s = 0; s < slots; s++) if (levels[p * slots + s] !== 0) held[group[p]! * slots + s] = 1;
  }
  return held;
}

/** Pairs that the rule found at each level of the slot, against all pairs at the level that agree by chance on what else the rule looks at. */
function sharesOf(table: PatternTable, { random, agreement, held, allPairs }: FoundInput, rule: number, slot: number): Float64Array {
  const { size, slots, levels, counts, masks } = table;
  const found = new Float64Array(random[slot]!.length);
  for (let p = 0; p < size; p++) {
    if ((masks[p]! >> rule) & 1) found[levels[p * slots + slot]!]! += counts[p]!;
  }
  const others = agreement[rule]!.reduce<number>((product, part, s) => (s === slot || part === null ? product : product * part), 1);
  const pairs = allPairs * held[slot]! ** 2 * others;
  return found.map((n, level) => (n === 0 ? 0 : Math.min(1, n / Math.max(1e-9, random[slot]![level]! * pairs))));
}
