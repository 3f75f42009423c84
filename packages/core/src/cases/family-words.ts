// What does a case say of the family? Who lives with whom and what two people are to each other, as somebody who works on it found out; each word stands until it is
// taken back, and names people as they were known when it was said.

import type { Instant } from '../time/instant.ts';
import type { CaseEvent } from './event.ts';
import type { FamilyWordFact } from './family-fact.ts';

export type FamilyWord = FamilyWordFact & { readonly seq: number; readonly at: Instant };

type FamilyEvent = Extract<CaseEvent, { type: 'familyStated' | 'familyWithdrawn' }>;

/**
 * The facts of an event as they are told where whoever reads the case reads all of it. With whom somebody lives now is not among them: that stands with the words of the
 * case, which are kept from whoever holds the other side (house law 8).
 */
export function factsTold(
  event: CaseEvent,
): CaseEvent['facts'] | { readonly word: string; readonly about: 'home'; readonly basis: string } {
  if (event.type !== 'familyStated' || event.facts.about !== 'home') return event.facts;
  const { word, basis } = event.facts;
  return { word, about: 'home', basis };
}

/** The words after one more event. */
export function stepWords(words: readonly FamilyWord[], event: FamilyEvent): readonly FamilyWord[] {
  return event.type === 'familyStated'
    ? [...words, { ...event.facts, seq: event.seq, at: event.at }]
    : words.filter(({ word }) => word !== event.facts.word);
}
