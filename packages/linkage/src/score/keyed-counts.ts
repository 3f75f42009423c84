// Frequencies of values whose kinds are facets: every record is counted, by the facet keys that are there already; texts are read for what is listed only.
import { byCount } from '../model/by-count.ts';
import type { GatheredFrequencies } from '../model/model.ts';
import type { BoundComparison, Frequency, KeyedFrequency } from '../roles/types.ts';
import { RECORDS } from '../shelf/frequency.ts';
import { mix } from '../shelf/text/hash.ts';
import { KeyCounter } from './key-counter.ts';
import type { FrequencyOrder } from './orders.ts';
import { PACKED } from './packed.ts';
import { rawOf } from './shared-slot.ts';
import { rawInputs, TextReader } from './text-store.ts';
import { FEW_KEYS, ValueSample } from './value-sample.ts';

/** Values read for a kind that is no facet. */
const SAMPLED = 6000;

/** `kept` entries are listed of each kind, those met most often. */
export function keyedCounts(bound: BoundComparison, order: FrequencyOrder, keyed: KeyedFrequency, kept: number): GatheredFrequencies {
  const { counts, facets } = order;
  const columns = keyed.facets.map((id) => facets[order.wanted.indexOf(bound.comparison.facets.findIndex((facet) => facet.id === id))]!);
  const counter = new KeyCounter();
  const values = new ValueSample(counts);
  const listed = columns.map((column, k) => ({ kind: keyed.kinds[k]!, column, ...listKeys(column, order, values, counter, kept) }));
  const read = reading(bound, order);
  const texts = listed.map(() => new Map<number, string>());
  const open = listed.map(({ numbers }) => new Set(numbers.keys()));
  let left = open.reduce((sum, keys) => sum + keys.size, 0);
  for (let id = 1; id < counts.length && left > 0; id++) {
    if (!asks(id, columns, open)) continue;
    const found = read(id);
    for (let k = 0; k < listed.length; k++) {
      const key = columns[k]![id]!;
      const text = found(keyed.kinds[k]!);
      if (text === null || !open[k]!.delete(key)) continue;
      texts[k]!.set(key, text);
      left--;
    }
  }
  const rest: Record<string, { count: number; keys: number }> = {};
  const out: Record<string, (readonly [string, number])[]> = {};
  for (const [k, { kind, numbers, held, typical }] of listed.entries()) {
    out[kind] = byCount([...numbers].map(([key, n]) => [texts[k]!.get(key)!, n] as const));
    if (held > 0) rest[kind] = { count: typical, keys: Math.round(held / typical) };
  }
  const records: [string, number][] = listed.flatMap(({ kind, records: n }) => (n === 0 ? [] : [[kind, n]]));
  if (keyed.hidden !== undefined) {
    const sampled = sampleOf(keyed.hidden.kind, columns[keyed.facets.indexOf(keyed.hidden.facet)]!, order, read);
    out[keyed.hidden.kind] = sampled.slice(0, kept);
    const n = sampled.reduce((sum, [, count]) => sum + count, 0);
    if (n > 0) records.push([keyed.hidden.kind, n]);
  }
  const total = counts.reduce((sum, n) => sum + n, 0);
  return { total, counts: { ...out, [RECORDS]: records }, ...(Object.keys(rest).length > 0 ? { rest } : {}) };
}

/** Has a value a key whose text is still asked for? */
function asks(id: number, columns: readonly Int32Array[], open: readonly ReadonlySet<number>[]): boolean {
  for (let k = 0; k < columns.length; k++) if (open[k]!.has(columns[k]![id]!)) return true;
  return false;
}

/** The keys to list, with what the others count: records left, and how often a key of theirs is met as a record meets it. */
function listKeys(column: Int32Array, { counts, high }: FrequencyOrder, values: ValueSample, counter: KeyCounter, kept: number) {
  // Of many keys only the frequent are listed: what the records of one person share is no more frequent for being counted.
  const few = values.one === 1 || countSampled(column, counts, high, values, counter) < values.read * FEW_KEYS;
  counter.reset(counts.length);
  for (let id = 1; id < counts.length; id++) if (column[id] !== 0) counter.add(column[id]!, counts[id]!);
  // A key met once weighs what all those weigh that are not listed.
  const least = Math.max(2, few ? mostThatReach(counter, kept) : values.cut * values.one);
  const list: [number, number][] = [];
  let records = 0;
  let squares = 0;
  counter.each((n, key) => {
    records += n;
    squares += n * n;
    if (n >= least) list.push([key, n]);
  });
  const numbers = new Map(list.length <= kept ? list : list.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, kept));
  let held = records;
  let last = Number.POSITIVE_INFINITY;
  for (const n of numbers.values()) {
    held -= n;
    squares -= n * n;
    last = Math.min(last, n);
  }
  if (numbers.size === 0) last = 1;
  return { numbers, records, held, typical: held === 0 ? 1 : few ? squares / held : Math.min(values.typical, last) };
}

/** Different keys among the sampled values. */
function countSampled(column: Int32Array, counts: Int32Array, high: Int32Array, values: ValueSample, counter: KeyCounter): number {
  counter.reset(counts.length);
  for (let id = 1; id < counts.length; id++) if (column[id] !== 0 && values.has(counts[id]!, high[id]!)) counter.add(column[id]!);
  return counter.size;
}

/** The smallest count that fewer than `kept` keys exceed. */
function mostThatReach(counter: KeyCounter, kept: number): number {
  const keysBySize = new Map<number, number>();
  counter.each((n) => keysBySize.set(n, (keysBySize.get(n) ?? 0) + 1));
  let taken = 0;
  for (const [n, keys] of [...keysBySize].sort((a, b) => b[0] - a[0])) {
    taken += keys;
    if (taken >= kept) return n;
  }
  return 1;
}

/** What one value counts under a kind; valid until the next one is read. */
function reading({ comparison, columns }: BoundComparison, order: FrequencyOrder) {
  const reader = new TextReader(order.chunks);
  const rule: Frequency<unknown> = comparison.frequency!;
  const kinds = Object.keys(rule.empty().counts).map((kind) => [kind, new LastKey()] as const);
  const table = { total: 0, counts: Object.fromEntries(kinds) };
  const textOf = (kind: string): string | null => table.counts[kind]!.key;
  const { packing } = comparison;
  const preparedOf = (id: number): unknown =>
    packing?.read !== undefined && order.packed[id] === PACKED
      ? packing.read(order.rows, id * packing.width)
      : comparison.prepare(rawInputs(reader.value(rawOf(order, id)), columns.length));
  return (id: number) => {
    for (const [, last] of kinds) last.key = null;
    const value = preparedOf(id);
    if (value !== null) rule.add(table, value, 1);
    return textOf;
  };
}

/** Stands for the counts of a single value, which has one key of a kind: maps that are emptied for every value take longer than reading it. */
class LastKey extends Map<string, number> {
  key: string | null = null;

  override get(): number | undefined {
    return undefined;
  }

  override set(key: string): this {
    this.key = key;
    return this;
  }
}

/** Counts of a kind that only values without a key in `column` have, from a sample that does not depend on the order of rows. */
function sampleOf(kind: string, column: Int32Array, { counts, high }: FrequencyOrder, read: ReturnType<typeof reading>) {
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
