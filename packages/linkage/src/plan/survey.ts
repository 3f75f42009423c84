// Surveys many candidate rules cheaply: block counts on all keys or on a sixteenth of them, and on pairs that are near-certain already, which
// facets agree (linkage.md §3.1.4). Keys are content hashes, so the sample does not depend on row order.
import type { RuleShape } from '../compile/steps.ts';
import { KeyCounter } from '../score/key-counter.ts';
import { mix } from '../shelf/text/hash.ts';
import { blockRows, type RowFacets } from './block-rows.ts';

export interface RuleSurvey {
  readonly rule: number;
  /** Pairs in blocks within the limit. */
  readonly pairs: number;
  /** Share of records in a block whose block is within the limit. */
  readonly kept: number;
  readonly largestBlock: number;
  readonly oversizeBlocks: number;
  readonly oversizeRecords: number;
}

/** How records of one person agree on one slot: sets of facets (bit f) with their weight. No facet: different, or missing on a side. */
export type SlotAgreement = readonly { readonly facets: number; readonly weight: number }[];

const KEY_SHARE = 16;
/** Pairs looked at, and strict rules that they come from. */
const SAMPLED_PAIRS = 30_000;
const STRICT_RULES = 8;

export interface SurveyOrder {
  /** Rules that begin with the same facet: its rows are looked for once. */
  readonly rules: readonly { readonly rule: number; readonly parts: RuleShape['parts'] }[];
  readonly limit: number;
  /** On one in so many keys; 1: on all. */
  readonly every: number;
}

/** Pieces of a survey of all rules, on all keys (`every` = 1) or on one in `every`. */
export function surveyOrders(shapes: readonly RuleShape[], limit: number, every = KEY_SHARE): SurveyOrder[] {
  const byFirst = new Map<string, { rule: number; parts: RuleShape['parts'] }[]>();
  for (const [rule, { parts }] of shapes.entries()) {
    const first = parts[0]!.join();
    byFirst.set(first, [...(byFirst.get(first) ?? []), { rule, parts }]);
  }
  return [...byFirst.values()].map((rules) => ({ rules, limit, every }));
}

/** Counts the blocks of rules that begin with the same facet. */
export function surveyRules(facets: RowFacets, { rules, limit, every }: SurveyOrder): RuleSurvey[] {
  const rows = facets.columns[0]?.length ?? 0;
  const counter = new KeyCounter();
  const among = sampleRows(facets, rules[0]!.parts[0]!, rows, every);
  const keys = new Int32Array(among.length);
  return rules.map(({ rule, parts }) => {
    hashParts(facets, parts, among, keys);
    counter.reset(among.length);
    for (let i = 0, n = keys.length; i < n; i++) if (keys[i] !== 0) counter.add(keys[i]!);
    let [pairs, held, largest, oversize, inside] = [0, 0, 0, 0, 0];
    const sizes = counter.counts;
    for (let at = 0, end = sizes.length; at < end; at++) {
      const n = sizes[at]!;
      if (n < 2) continue;
      held += n;
      if (n > largest) largest = n;
      if (n <= limit) pairs += (n * (n - 1)) / 2;
      else {
        oversize++;
        inside += n;
      }
    }
    return {
      rule,
      pairs: pairs * every,
      kept: held === 0 ? 1 : 1 - inside / held,
      largestBlock: largest,
      oversizeBlocks: oversize * every,
      oversizeRecords: inside * every,
    };
  });
}

/** The hash of what rows hold in all parts; 0 where one is missing. */
function hashParts({ columns, slots }: RowFacets, parts: RuleShape['parts'], among: Int32Array, hashes: Int32Array): void {
  // V8's middle compiler asks for a length in every turn of a loop, and by a call.
  const rows = hashes.length;
  for (const [p, [slot, facet]] of parts.entries()) {
    const column = columns[slot]!;
    const keys = slots[slot]!.prepared.facets[facet]!;
    if (p === 0) for (let i = 0; i < rows; i++) hashes[i] = mix(keys[column[among[i]!]!]!);
    else {
      for (let i = 0; i < rows; i++) {
        const key = keys[column[among[i]!]!]!;
        hashes[i] = key === 0 || hashes[i] === 0 ? 0 : mix(hashes[i]! ^ Math.imul(key, 0x9e3779b1)) | 1;
      }
    }
  }
}

/** Rows that have the facet, with one in `every` of its keys. */
function sampleRows(
  { columns, slots }: RowFacets,
  [slot, facet]: readonly [number, number],
  rows: number,
  every: number,
  remainders = 1,
): Int32Array {
  const column = columns[slot]!;
  const keys = slots[slot]!.prepared.facets[facet]!;
  const wanted = new Uint8Array(keys.length);
  for (let id = 0; id < keys.length; id++) if (keys[id] !== 0 && keys[id]! % every < remainders) wanted[id] = 1;
  const found = new Int32Array(rows);
  let n = 0;
  for (let row = 0; row < rows; row++) if (wanted[column[row]!] === 1) found[n++] = row;
  return found.slice(0, n);
}

/**
 * For every slot, how near-certain pairs agree on its facets. Only pairs count that came by a rule over other slots and share the values of two telling
 * slots besides (of all that there are, where there are fewer), so that what they do on this slot is free.
 */
export function surveyAgreement(
  facets: RowFacets,
  shapes: readonly RuleShape[],
  facetCounts: readonly number[],
  telling: readonly boolean[],
  surveys: readonly RuleSurvey[],
): SlotAgreement[] {
  const strict = strictRules(shapes, surveys);
  const rows = facets.columns[0]?.length ?? 0;
  const found = facetCounts.map(() => new Map<number, number>());
  const same = new Uint8Array(facetCounts.length);
  const needed = facetCounts.map((_, s) => Math.min(2, telling.filter((tells, other) => tells && other !== s).length));
  for (const { rule, pairs } of strict) {
    const { parts } = shapes[rule]!;
    const share = Math.max(1, Math.ceil((pairs * strict.length) / SAMPLED_PAIRS));
    const among = sampleRows(facets, parts[0]!, rows, share * KEY_SHARE, KEY_SHARE);
    const { plain } = blockRows(facets, { parts, limit: Number.POSITIVE_INFINITY, split: null }, among);
    // What the rule forces is not free, and says nothing.
    const free = facetCounts.map((_, s) => s).filter((s) => parts.every(([used]) => used !== s));
    const least = free.reduce((fewest, s) => Math.min(fewest, needed[s]!), 2);
    for (let b = 0; b + 1 < plain.starts.length; b++) {
      for (let i = plain.starts[b]!; i < plain.starts[b + 1]!; i++) {
        for (let j = i + 1; j < plain.starts[b + 1]!; j++) {
          const equal = sharedValues(facets.columns, telling, plain.members[i]!, plain.members[j]!, same);
          if (equal < least) continue;
          for (let f = 0; f < free.length; f++) {
            const s = free[f]!;
            if (equal - same[s]! < needed[s]!) continue;
            const column = facets.columns[s]!;
            const held = sharedFacets(
              facets.slots[s]!.prepared.facets,
              facetCounts[s]!,
              column[plain.members[i]!]!,
              column[plain.members[j]!]!,
            );
            found[s]!.set(held, (found[s]!.get(held) ?? 0) + 1);
          }
        }
      }
    }
  }
  return found.map((map) => [...map].map(([held, weight]) => ({ facets: held, weight })).toSorted((a, b) => a.facets - b.facets));
}

/** Marks the telling slots that hold the same value in both rows, and says how many. */
function sharedValues(columns: readonly Int32Array[], telling: readonly boolean[], a: number, b: number, same: Uint8Array): number {
  let equal = 0;
  for (let s = 0; s < columns.length; s++) {
    const value = columns[s]![a]!;
    same[s] = value !== 0 && value === columns[s]![b] && telling[s] ? 1 : 0;
    equal += same[s]!;
  }
  return equal;
}

function sharedFacets(facets: readonly Int32Array[], count: number, a: number, c: number): number {
  let bits = 0;
  for (let f = 0; f < count; f++) {
    const key = facets[f]![a]!;
    if (key !== 0 && key === facets[f]![c]) bits |= 1 << f;
  }
  return bits;
}

/** Rules with the fewest pairs and hardly an oversize block, no two over the same comparisons. */
function strictRules(shapes: readonly RuleShape[], surveys: readonly RuleSurvey[]): RuleSurvey[] {
  const taken = new Set<string>();
  const strict: RuleSurvey[] = [];
  for (const survey of surveys
    .filter(({ pairs, kept }) => pairs > 0 && kept > 0.98)
    .toSorted((a, b) => a.pairs - b.pairs || a.rule - b.rule)) {
    const over = [...new Set(shapes[survey.rule]!.parts.map(([s]) => s))].toSorted((a, b) => a - b).join();
    if (taken.has(over)) continue;
    taken.add(over);
    strict.push(survey);
    if (strict.length === STRICT_RULES) break;
  }
  return strict;
}
