// What does a given name say of the date of birth, and of the sex? Names have their time: of strangers with one given name two to three times as many as otherwise were born
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

/** Strangers with one given name reach the levels of `on` so much oftener than others do. That nine in ten are of one sex is for training only (0055). */
export interface Namesakes {
  readonly slot: number;
  /** Levels of `slot` at which given names agree. */
  readonly agree: readonly boolean[];
  readonly on: number;
  /** Natural logarithm by level of `on`, 0 where nothing is known: what a model has. */
  readonly log: Float64Array;
  /** As training needs it: levels that namesakes reach more seldom too, and however little is known. */
  readonly seen: Float64Array;
}

function isDate({ comparison }: BoundComparison): boolean {
  return comparison.inputs.includes('birth-date');
}

export function ofSex({ comparison }: BoundComparison): boolean {
  return comparison.inputs.includes('sex');
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
  const which = (asked: (bound: BoundComparison) => boolean) => [...comparisons.keys()].filter((s) => asked(comparisons[s]!));
  const ons = [...which(isDate), ...which(ofSex)];
  if (ons.length === 0) return [];
  return comparisons.flatMap(({ comparison }, slot) => {
    const given = comparison.levels.findIndex(({ id }) => id === GIVEN);
    const facet = shared[slot]!.wanted.indexOf(comparison.facets.findIndex(({ id }) => id === GIVEN));
    if (given < 0 || facet < 0) return [];
    const agree = comparison.levels.map(({ m, u, kin }, level) => level === given || (m > ALIKE * u && kin !== true));
    const counts = countStrangers(input, { slot, given, facet, ons });
    return ons.flatMap((on, i): Namesakes[] => {
      const reached = counts[i]!;
      const seen = asSeen(comparisons[on]!, reached, random[on]!);
      const log = isDate(comparisons[on]!) ? oftener(comparisons[on]!, reached, random[on]!) : new Float64Array(seen.length);
      const told = isDate(comparisons[on]!) ? log.some((x) => x !== 0) : seen.some((x) => x > LEAST);
      return told ? [{ slot, agree, on, log, seen }] : [];
    });
  });
}

interface Told {
  readonly slot: number;
  readonly given: number;
  readonly facet: number;
  readonly ons: readonly number[];
}

/** Pairs of records with one given name and other surnames, by level of each of `ons`. */
function countStrangers(input: NamesakeInput, at: Told): Float64Array[] {
  const names = input.columns[at.slot]!;
  const name = input.scorers[at.slot]!;
  const counts = at.ons.map((on) => new Float64Array(input.random[on]!.length));
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
        for (const [k, on] of at.ons.entries()) {
          const [a, b] = [input.columns[on]![one.row]!, input.columns[on]![other.row]!];
          if (a === 0 || b === 0) continue;
          const level = input.scorers[on]!.level(a, b);
          counts[k]![level] = counts[k]![level]! + 1;
        }
      }
    }
  }
  return counts;
}

/** Records with a given name and a date (without dates, a sex), by given name; some of them where they are many. */
function drawRecords({ columns, shared }: NamesakeInput, { slot, facet, ons }: Told) {
  const first = ons[0]!;
  const [names, dates] = [columns[slot]!, columns[first]!];
  const [name, date] = [shared[slot]!.prepared, shared[first]!.prepared];
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

/** Telling levels are as the plainer one with most of it; all others as they were reached. */
function asSeen({ comparison: { levels } }: BoundComparison, reached: Float64Array, random: Float64Array): Float64Array {
  const seen = new Float64Array(reached.length);
  const pairs = reached.reduce((sum, n, level) => sum + (level === 0 ? 0 : n), 0);
  if (pairs < LEAST_PAIRS) return seen;
  let most = 0;
  for (let level = reached.length - 1; level >= 1; level--) {
    const [expected, unsure] = [random[level]! * pairs, random[level]! * STRENGTH];
    if (levels[level]!.m > TELLING * levels[level]!.u) seen[level] = most;
    else if (random[level]! > 0) seen[level] = Math.max(-MOST, Math.min(MOST, Math.log((reached[level]! + unsure) / (expected + unsure))));
    if (expected >= LEAST_EXPECTED) most = Math.max(most, seen[level]!);
  }
  return seen;
}
