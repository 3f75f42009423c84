// From the counts that a run gathered to those that a model may hold: the same numbers under digests of their keys.
import type { Frequency } from '../roles/types.ts';
import { RECORDS } from '../shelf/frequency.ts';
import { byCount } from './by-count.ts';
import { digestOf, saltOf } from './digest.ts';
import { tableOf } from './frequency-counts.ts';
import type { GatheredFrequencies, ModelFrequencies } from './model.ts';

/** The salt follows from the counts: the same data give the same model. */
export function sealFrequencies(gathered: GatheredFrequencies, rule: Frequency<unknown> | undefined): ModelFrequencies {
  const salt = saltOf(JSON.stringify(gathered));
  const counts = Object.entries(gathered.counts).map(([kind, list]) => [
    kind,
    // In an order that says nothing of the keys.
    kind === RECORDS ? list : byCount(list.map(([key, n]) => [digestOf(salt, kind, key), n] as const)),
  ]);
  return { ...gathered, salt, counts: Object.fromEntries(counts), facts: rule?.summarise?.(tableOf(gathered)) ?? {} };
}
