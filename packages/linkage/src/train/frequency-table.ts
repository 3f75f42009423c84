// Frequencies of values for rarity-adjusted weights, cut to the frequent ones: a model stays small, and a value seen once tells no more than "rare".
import type { ModelFrequencies } from '../model/model.ts';
import { mix } from '../score/hash.ts';
import type { EncodedSlot } from '../score/encode.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';

/** Singletons beyond this many are sampled by content hash and counted for those left out. */
const SINGLES = 40_000;
/** Entries kept of each kind. */
const KEPT = 4000;

/** null where the comparison has no frequency-adjusted level. */
export function frequencyTable(slot: EncodedSlot, scorer: SlotScorer): ModelFrequencies | null {
  const rule = slot.bound.comparison.frequency;
  if (rule === undefined) return null;
  let singles = 0;
  for (const n of slot.counts) if (n === 1) singles++;
  const one = Math.max(1, Math.ceil(singles / SINGLES));
  const table = rule.empty();
  for (let id = 1; id < slot.counts.length; id++) {
    const n = slot.counts[id]!;
    if (n === 1 && one > 1 && (mix(slot.hashes[(id - 1) * 3 + 1]!) >>> 0) % one !== 0) continue;
    rule.add(table, scorer.prepared(id), n === 1 ? one : n);
  }
  const counts = Object.entries(table.counts).map(([kind, map]) => {
    const least = one > 1 ? one + 1 : 1;
    const list = [...map].filter(([, n]) => n >= least).toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return [kind, list.slice(0, KEPT)] as const;
  });
  return { total: table.total, counts: Object.fromEntries(counts) };
}
