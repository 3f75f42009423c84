// From the counts that a run gathered to those that a model may hold: the same numbers under digests of their keys.
import type { Frequency } from '../roles/types.ts';
import { RECORDS } from '../shelf/frequency.ts';
import { digestOf, saltOf } from './digest.ts';
import { tableOf } from './frequency-counts.ts';
import type { GatheredFrequencies, ModelFrequencies } from './model.ts';

/** The salt follows from the counts: the same data give the same model. */
export function sealFrequencies(gathered: GatheredFrequencies, rule: Frequency<unknown> | undefined): ModelFrequencies {
  const salt = saltOf(JSON.stringify(gathered));
  const counts = Object.entries(gathered.counts).map(([kind, list]) => [
    kind,
    kind === RECORDS ? list : list.map(([key, n]) => [digestOf(salt, kind, key), n] as const).toSorted(byCount),
  ]);
  return { ...gathered, salt, counts: Object.fromEntries(counts), facts: rule?.summarise?.(tableOf(gathered)) ?? {} };
}

/** In an order that says nothing of the keys. */
function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}
