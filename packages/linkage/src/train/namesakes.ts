// What does a given name say of the date of birth? Names have their time: of strangers with one given name two to three times as many as otherwise were born
// in one year. A sum of independent weights takes that for evidence of one person. It is counted among pairs that agree on the given name and have other
// surnames: nearly all of them are strangers, so no truth is asked for.
import type { BoundComparison } from '../roles/types.ts';
import type { SharedSlot } from '../score/shared-slot.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import { mix } from '../shelf/text/hash.ts';

/** Facet and level of comparisons of whole names. */
const GIVEN = 'given';
/** Records and pairs looked at, at most. */
const MOST_RECORDS = 6000;
const MOST_PAIRS = 6000;
/** Pairs from which on there is something to learn, how many independence is worth, and how many a level must be expected to have. */
const LEAST_PAIRS = 200;
const STRENGTH = 50;
const LEAST_EXPECTED = 5;
/** Standard deviations of chance from which a difference is one: pairs of one person’s records come several at a time. */
const SURE = 6;
/** A level speaks for one person where the shelf expects it so much oftener of one: a few matches would drown the strangers there. */
const TELLING = 8;
/** Names agree in some way where one person’s do so much oftener. */
const ALIKE = 4;
/** What is less than this is nothing (and levels that namesakes reach more seldom are left alone), what is more than that is not believed. */
const LEAST = Math.log(1.15);
const MOST = Math.log(8);

/** Strangers with one given name reach the levels of `on` so much oftener than others do. */
export interface Namesakes {
  readonly slot: number;
  /** Levels of `slot` at which given names agree. */
  readonly agree: readonly boolean[];
  readonly on: number;
  /** Natural logarithm by level of `on`, 0 where nothing is known. */
  readonly log: Float64Array;
}

export interface NamesakeInput {
  readonly comparisons: readonly BoundComparison[];
  readonly shared: readonly Pick<SharedSlot, 'prepared' | 'wanted'>[];
  /** Canonical ids by slot and row. */
  readonly columns: readonly Int32Array[];
  readonly scorers: readonly Pick<SlotScorer, 'level'>[];
  /** Agreement of random pairs of records by slot and level. */
  readonly random: readonly Float64Array[];
}

/** Does not depend on the order of rows: they are drawn by what they hold. */
export function namesakesOf(input: NamesakeInput): Namesakes[] {
  const { comparisons, shared, random } = input;
  const dates = [...comparisons.keys()].filter((s) => comparisons[s]!.comparison.inputs.includes('birth-date'));
  return comparisons.flatMap(({ comparison }, slot) => {
    const given = comparison.levels.findIndex(({ id }) => id === GIVEN);
    const facet = shared[slot]!.wanted.indexOf(comparison.facets.findIndex(({ id }) => id === GIVEN));
    if (given < 0 || facet < 0) return [];
    const agree = comparison.levels.map(({ m, u, kin }, level) => level === given || (m > ALIKE * u && kin !== true));
    return dates.flatMap((on): Namesakes[] => {
      const log = oftener(comparisons[on]!, countStrangers(input, { slot, given, facet, on }), random[on]!);
      return log.some((x) => x !== 0) ? [{ slot, agree, on, log }] : [];
    });
  });
}

/** Pairs of records with one given name and other surnames, by level of `on`. */
function countStrangers(input: NamesakeInput, at: { slot: number; given: number; facet: number; on: number }): Float64Array {
  const [names, dates] = [input.columns[at.slot]!, input.columns[at.on]!];
  const [name, date] = [input.scorers[at.slot]!, input.scorers[at.on]!];
  const counts = new Float64Array(input.random[at.on]!.length);
  const drawn = drawRecords(input, at);
  const ends = drawn.map((one, i) => (drawn[i + 1]?.key === one.key ? 0 : i + 1)).filter((end) => end > 0);
  const sizes = ends.map((end, b) => end - (ends[b - 1] ?? 0));
  const accepted =
    MOST_PAIRS /
    Math.max(
      1,
      sizes.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0),
    );
  for (const [b, end] of ends.entries()) {
    for (let i = end - sizes[b]!; i < end; i++) {
      for (let j = i + 1; j < end; j++) {
        const [one, other] = [drawn[i]!, drawn[j]!];
        if (share(mix(one.hash + other.hash)) >= accepted) continue;
        if (name.level(names[one.row]!, names[other.row]!) !== at.given) continue;
        const level = date.level(dates[one.row]!, dates[other.row]!);
        counts[level] = counts[level]! + 1;
      }
    }
  }
  return counts;
}

/** Records with a given name and a date, by given name; some of them where they are many. */
function drawRecords({ columns, shared }: NamesakeInput, { slot, facet, on }: { slot: number; facet: number; on: number }) {
  const [names, dates] = [columns[slot]!, columns[on]!];
  const [name, date] = [shared[slot]!.prepared, shared[on]!.prepared];
  const keys = name.facets[facet]!;
  const wanted = MOST_RECORDS / Math.max(1, names.length);
  const drawn: { readonly row: number; readonly key: number; readonly hash: number }[] = [];
  for (let row = 0; row < names.length; row++) {
    const key = keys[names[row]!]!;
    if (key === 0 || dates[row] === 0) continue;
    const hash = mix(Math.imul(name.high[names[row]!]!, 31) ^ date.high[dates[row]!]!);
    if (share(hash) < wanted) drawn.push({ row, key, hash });
  }
  return drawn.sort((a, b) => a.key - b.key || a.hash - b.hash);
}

function share(hash: number): number {
  return (hash >>> 0) / 4294967296;
}

/** Logarithm by level of how much oftener it was reached than by random pairs; telling levels are as the plainer one with most of it. */
function oftener({ comparison: { levels } }: BoundComparison, reached: Float64Array, random: Float64Array): Float64Array {
  const log = new Float64Array(reached.length);
  const pairs = reached.reduce((sum, n, level) => sum + (level === 0 ? 0 : n), 0);
  if (pairs < LEAST_PAIRS) return log;
  let most = 0;
  for (let level = reached.length - 1; level >= 1; level--) {
    const expected = random[level]! * pairs;
    if (levels[level]!.m > TELLING * levels[level]!.u) log[level] = most;
    else if (expected >= LEAST_EXPECTED && Math.abs(reached[level]! - expected) > SURE * Math.sqrt(expected)) {
      log[level] = Math.log((reached[level]! + STRENGTH * random[level]!) / (expected + STRENGTH * random[level]!));
      most = Math.max(most, log[level]!);
    }
  }
  return log.map((x) => (x < LEAST ? 0 : Math.min(MOST, x)));
}
