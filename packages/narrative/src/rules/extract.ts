// What does a narrative speak of? Stretches of text with the kind of evidence and, where it has one, the coded concept; denied ones are marked as denied.
// Rules only: phrases of the lexicon and the names that are given. The same text and lexicon give the same answer for ever.

import { byCode } from '@anwang/core/lang';
import type { EvidenceKind, FindingConcept, Lexicon } from '@anwang/core/narrative';
import { findPhrase } from './find-phrase.ts';
import { isNegated } from './negation.ts';

/** A stretch of the text, in code points. */
export type Evidence = {
  readonly kind: EvidenceKind;
  readonly concept: FindingConcept | null;
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
};

/** Names shorter than this would mark half the text. */
const shortestName = 2;

/** The same concept (or mere mark) twice over one place: the longer stretch says it. */
function withoutInner(found: readonly Evidence[]): Evidence[] {
  const key = (one: Evidence): string => `${one.kind} ${one.concept?.set ?? ''} ${one.concept?.code ?? ''}`;
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          key(other) === key(one) &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
}

/**
 * Reads a narrative.
 * @param names of the people whom the report names, so that they are found where they are spoken of
 * @returns evidence by place; of one place the longer first
 */
export function extract(narrative: string, lexicon: Lexicon, names: readonly string[] = []): Evidence[] {
  const text = [...narrative];
  const stops = new Set(lexicon.clauseEnds);
  const found: Evidence[] = [];
  for (const { kind, concept, phrases } of lexicon.entries)
    for (const phrase of phrases)
      for (const { start, end } of findPhrase(text, phrase, lexicon.gap, stops))
        found.push({ kind, concept, start, end, negated: kind === 'danger' && isNegated(text, start, lexicon) });
  for (const name of new Set(names.filter((one) => [...one].length >= shortestName && !/[○Ｏ*＊…#]/.test(one))))
    for (const { start, end } of findPhrase(text, name, 0, stops))
      found.push({ kind: 'person', concept: null, start, end, negated: false });
  return withoutInner(found).sort((a, b) => a.start - b.start || b.end - a.end || byCode(a.kind, b.kind));
}
