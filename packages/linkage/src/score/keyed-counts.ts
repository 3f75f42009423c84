// Frequencies of values whose kinds are facets: every record is counted, by the facet keys that are there already, and no text is read.
import { byCount } from '../model/by-count.ts';
import type { GatheredFrequencies } from '../model/model.ts';
import type { BoundComparison, KeyedFrequency } from '../roles/types.ts';
import { RECORDS } from '../shelf/frequency.ts';
import { mix } from '../shelf/text/hash.ts';
import { KeyCounter } from './key-counter.ts';
import type { FrequencyOrder } from './orders.ts';
import { largestFirst, sizesOf } from './sizes.ts';
import { textsOf } from './texts-of.ts';
import { FEW_KEYS, ValueSample } from './value-sample.ts';

/** Values read for a kind that is no facet. */
const SAMPLED = 6000;

/** `kept` entries are listed of each kind, those met most often. */
export function keyedCounts(bound: BoundComparison, order: FrequencyOrder, keyed: KeyedFrequency, kept: number): GatheredFrequencies {
  const { counts, facets } = order;
  const columns = keyed.facets.map((id) => facets[order.wanted.indexOf(bound.comparison.facets.findIndex((facet) => facet.id === id))]!);
  const counter = new KeyCounter();
  const values = new ValueSample(counts);
  const listed = columns.map((column, k) => ({ kind: keyed.kinds[k]!, ...listKeys(column, order, values, counter, kept) }));
  const rest: Record<string, { count: number; keys: number }> = {};
  for (const { kind, held, typical } of listed) if (held > 0) rest[kind] = { count: typical, keys: Math.round(held / typical) };
  const hidden: Record<string, (readonly [string, number])[]> = {};
  const records: [string, number][] = listed.flatMap(({ kind, records: n }) => (n === 0 ? [] : [[kind, n]]));
  if (keyed.hidden !== undefined) {
    const sampled = sampleOf(keyed.hidden.kind, columns[keyed.facets.indexOf(keyed.hidden.facet)]!, order, textsOf(bound, order));
    hidden[keyed.hidden.kind] = sampled.slice(0, kept);
    const n = sampled.reduce((sum, [, count]) => sum + count, 0);
    if (n > 0) records.push([keyed.hidden.kind, n]);
  }
  const total = counts.reduce((sum, n) => sum + n, 0);
  const byKey = Object.fromEntries(listed.map(({ kind, found }) => [kind, found]));
  return { total, counts: { ...hidden, [RECORDS]: records }, keyed: byKey, ...(Object.keys(rest).length > 0 ? { rest } : {}) };
}

/** The keys to list, with what the others count: records left, and how often a key of theirs is met as a record meets it. */
function listKeys(column: Int32Array, { counts, high }: FrequencyOrder, values: ValueSample, counter: KeyCounter, kept: number) {
  // Of many keys only the frequent are listed: what the records of one person share is no more frequent for being counted.
  const few = values.one === 1 || countSampled(column, counts, high, values, counter) < values.read * FEW_KEYS;
  counter.count(column, counts);
  const sizes = largestFirst(sizesOf(counter.counts));
  // A key met once weighs what all those weigh that are not listed.
  const least = Math.max(2, few ? mostThatReach(sizes, kept) : values.cut * values.one);
  const found = counter.most(least, kept, sizes);
  let records = 0;
  let squares = 0;
  for (const [n, keys] of sizes) {
    records += n * keys;
    squares += n * n * keys;
  }
  let held = records;
  for (const n of found.counts) {
    held -= n;
    squares -= n * n;
  }
  const last = found.counts.at(-1) ?? 1;
  return { found, records, held, typical: held === 0 ? 1 : few ? squares / held : Math.min(values.typical, last) };
}

/** Different keys among the sampled values. */
function countSampled(column: Int32Array, counts: Int32Array, high: Int32Array, values: ValueSample, counter: KeyCounter): number {
  counter.reset(counts.length);
  for (let id = 1; id < counts.length; id++) if (column[id] !== 0 && values.has(counts[id]!, high[id]!)) counter.add(column[id]!);
  return counter.size;
}

/** The smallest count that fewer than `kept` keys exceed. */
function mostThatReach(sizes: readonly (readonly [number, number])[], kept: number): number {
  let taken = 0;
  for (const [n, keys] of sizes) {
    taken += keys;
    if (taken >= kept) return n;
  }
  return 1;
}

/** Counts of a kind that only values without a key in `column` have, from a sample that does not depend on the order of rows. */
function sampleOf(kind: string, column: Int32Array, { counts, high }: FrequencyOrder, read: ReturnType<typeof textsOf>) {
  let without = 0;
  for (let id = 1; id < counts.length; id++) if (column[id] === 0) without++;
  const one = Math.max(1, Math.ceil(without / SAMPLED));
  const found = new Map<string, number>();
  for (let id = 1; id < counts.length; id++) {
    if (column[id] !== 0 || (one > 1 && (mix(high[id]!) >>> 0) % one !== 0)) continue;
    const key = read(id)(kind);
    if (key !== null) found.set(key, (found.get(key) ?? 0) + counts[id]! * one);
  }
  return byCount(found);
}
