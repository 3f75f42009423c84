// Frequencies of values for rarity-adjusted weights, from the frequent values and a sample of the others, cut to what is frequent: a model stays
// small, and a value seen once tells no more than "rare".
import type { GatheredFrequencies } from '../model/model.ts';
import type { BoundComparison } from '../roles/types.ts';
import { RECORDS } from '../shelf/frequency.ts';
import { rawInputs, type TextReader } from './text-store.ts';

/** Values read in full, and values read as a sample of the rest. */
const FREQUENT = 6000;
const SAMPLED = 6000;
/** Entries kept of each kind. */
const KEPT = 10_000;
/** A kind with fewer keys than this share of the values read (surnames, districts) is kept whole: its sampled counts are good estimates. */
const FEW_KEYS = 0.3;

/** null where the comparison has no frequency-adjusted level. `counts` by raw value id. */
export function frequencyTable(bound: BoundComparison, reader: TextReader, counts: Int32Array): GatheredFrequencies | null {
  const rule = bound.comparison.frequency;
  if (rule === undefined) return null;
  const cut = cutOff(counts);
  let others = 0;
  for (const n of counts) if (n < cut) others++;
  const one = Math.max(1, Math.ceil(others / SAMPLED));
  const table = rule.empty();
  let read = 0;
  for (let vid = 0; vid < counts.length; vid++) {
    const n = counts[vid]!;
    if (n < cut && one > 1 && reader.digest(vid) % one !== 0) continue;
    const text = reader.value(vid);
    if (text === '') continue;
    const value = bound.comparison.prepare(rawInputs(text, bound.columns.length));
    if (value === null) continue;
    read++;
    rule.add(table, value, n >= cut ? n : n * one);
  }
  // How often a value of the rest is met, as a record meets it, and how many records are left for it.
  let records = 0;
  let squares = 0;
  for (const n of counts) {
    if (n >= cut) continue;
    records += n;
    squares += n * n;
  }
  const typical = records === 0 ? 1 : squares / records;
  const rest: Record<string, { count: number; keys: number }> = {};
  const kept = Object.entries(table.counts).map(([kind, map]) => {
    // A rare value that happens to be in the sample stands for the others too and would look frequent.
    const few = one === 1 || map.size < read * FEW_KEYS;
    const list = [...map].filter(([, n]) => few || n >= cut * one).toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    // A key met once weighs what all those weigh that are not listed.
    const often = few && kind !== RECORDS && rule.summarised?.includes(kind) !== true ? list.filter(([, n]) => n > 1) : list;
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

/** The count from which values are read in full: the smallest that at most `FREQUENT` values reach. */
function cutOff(counts: Int32Array): number {
  const bySize = new Map<number, number>();
  for (const n of counts) bySize.set(n, (bySize.get(n) ?? 0) + 1);
  let values = 0;
  let cut = Number.POSITIVE_INFINITY;
  for (const [n, held] of [...bySize].toSorted((a, b) => b[0] - a[0])) {
    values += held;
    if (values > FREQUENT) break;
    cut = n;
  }
  return cut;
}
