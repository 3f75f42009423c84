// How often do strangers have the same name? Random pairs with the same name are mostly of one person, and which of them are is what training asks.
// But strangers agree on given name and surname nearly independently of each other, and how often records agree on either is counted.
import type { EncodedSlot } from '../score/encode.ts';
import { KeyCounter } from '../score/key-counter.ts';

/** Names go together a little: a people has its surnames and its given names. */
const TOGETHER = 2;

export type CountedNames = Pick<EncodedSlot, 'bound' | 'counts'> & { readonly shared: Pick<EncodedSlot['shared'], 'prepared' | 'wanted'> };

/** At most so often two strangers reach a level. */
export interface Most {
  readonly level: number;
  readonly share: number;
}

/** `random`: agreement of random pairs of records by level, matches among them included. Null where the comparison is of no names in two parts. */
export function mostOfSameName(slot: CountedNames, random: Float64Array): Most | null {
  const level = slot.bound.comparison.levels.findIndex(({ id }) => id === 'same');
  if (level < 0) return null;
  // Pairs that agree on both parts are left out: nearly all matches are among them.
  const [given, surname] = ['given', 'surname'].map((part) => Math.max(0, agreeing(slot, part) - random[level]!));
  return given! * surname! === 0 ? null : { level, share: TOGETHER * given! * surname! };
}

/** Pairs of one name that are more than strangers could be, as a share of all pairs: about as many as there are matches. */
export function matchesOfOneName(most: readonly (Most | null)[], random: readonly Float64Array[]): number {
  return most.reduce((all, name, s) => (name === null ? all : Math.max(all, random[s]![name.level]! - name.share)), 0);
}

/** How often two random records agree on a facet that both have; 0 where the comparison does not have it. */
function agreeing({ bound, counts, shared: { prepared, wanted } }: CountedNames, part: string): number {
  const keys = prepared.facets[wanted.indexOf(bound.comparison.facets.findIndex(({ id }) => id === part))];
  if (keys === undefined) return 0;
  const counter = new KeyCounter();
  counter.count(keys, counts);
  const held = counter.counts.reduce((sum, n) => sum + n, 0);
  return held < 2 ? 0 : counter.pairs() / (held * (held - 1));
}
