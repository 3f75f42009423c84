// Frequencies of values for rarity-adjusted weights, cut to what is frequent: a model stays small, and a value seen once tells no more than "rare".
// Where kinds are no facets, from the frequent values and a sample of the others.
import type { GatheredFrequencies } from '../model/model.ts';
import type { BoundComparison } from '../roles/types.ts';
import { RECORDS } from '../shelf/frequency.ts';
import { keyedCounts } from './keyed-counts.ts';
import type { FrequencyOrder } from './orders.ts';
import { rawOf } from './shared-slot.ts';
import { rawInputs, TextReader } from './text-store.ts';
import { FEW_KEYS, ValueSample } from './value-sample.ts';

/** Entries kept of each kind. */
const KEPT = 10_000;
/** null where the comparison has no frequency-adjusted level. */
export function frequencyTable(bound: BoundComparison, order: FrequencyOrder): GatheredFrequencies | null {
  const rule = bound.comparison.frequency;
  if (rule === undefined) return null;
  if (rule.keyed !== undefined) return keyedCounts(bound, order, rule.keyed, KEPT);
  const { chunks, counts, high } = order;
  const reader = new TextReader(chunks);
  const values = new ValueSample(counts);
  const { cut, one, typical } = values;
  const table = rule.empty();
  let read = 0;
  for (let id = 1; id < counts.length; id++) {
    const n = counts[id]!;
    if (!values.has(n, high[id]!)) continue;
    const value = bound.comparison.prepare(rawInputs(reader.value(rawOf(order, id)), bound.columns.length));
    if (value === null) continue;
    read++;
    rule.add(table, value, n >= cut ? n : n * one);
  }
  const rest: Record<string, { count: number; keys: number }> = {};
  const kept = Object.entries(table.counts).map(([kind, map]) => {
    // A rare value that happens to be in the sample stands for the others too and would look frequent.
    const few = one === 1 || map.size < read * FEW_KEYS;
    const list = [...map].filter(([, n]) => few || n >= cut * one).toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    // A key met once weighs what all those weigh that are not listed.
    const often = few && kind !== RECORDS ? list.filter(([, n]) => n > 1) : list;
    const listed = often.slice(0, KEPT);
    const held = [...map.values()].reduce((sum, n) => sum + n, 0) - listed.reduce((sum, [, n]) => sum + n, 0);
    const last = listed.at(-1)?.[1] ?? 1;
    // Sampled keys count `one` times too much each; what is met of a cut list is at most its last entry.
    const count = few ? meanAfter(list, listed.length) : Math.min(typical, last);
    if (held > 0) rest[kind] = { count, keys: Math.round(held / count) };
    return [kind, listed] as const;
  });
  return { total: table.total, counts: Object.fromEntries(kept), ...(Object.keys(rest).length > 0 ? { rest } : {}) };
}

/** Mean count, as a record meets it, of the entries after the first `kept`. */
function meanAfter(list: readonly (readonly [string, number])[], kept: number): number {
  const cutOffs = list.slice(kept);
  const sum = cutOffs.reduce((total, [, n]) => total + n, 0);
  return sum === 0 ? 1 : cutOffs.reduce((total, [, n]) => total + n * n, 0) / sum;
}
