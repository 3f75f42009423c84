// What people judged, as training reads it: the levels that the fields of each judged pair reach, proposed by a rule or not.
import { type ResolvedRefinement, refineLevels } from '../model/bind.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import type { JudgedPairs } from '../train/labelled-rows.ts';
import type { LabelledPairs } from './labels.ts';

/** `columns`: canonical ids by row, one array a slot. */
export function judgedPairs(
  { l, r, same }: LabelledPairs,
  columns: readonly Int32Array[],
  scorers: readonly SlotScorer[],
  refinements: readonly ResolvedRefinement[],
): JudgedPairs {
  const levels = new Uint8Array(same.length * scorers.length);
  for (const i of same.keys()) {
    const reached = Uint8Array.from(scorers, (scorer, s) => scorer.level(columns[s]![l[i]!]!, columns[s]![r[i]!]!));
    levels.set(refineLevels(reached, refinements), i * scorers.length);
  }
  return { levels, same };
}
