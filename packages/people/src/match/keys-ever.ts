// By which keys was somebody known at any time? What the desk learned by telephone gave keys when it came: a later name stands before an earlier one, but the keys of
// both are in the index. Whoever rewrites keys, or takes a fact back, needs them all.
import { type LearnedFact, withLearned } from '@anwang/core/screening';
import type { LookupKey } from './key-kinds.ts';
import { indexKeys } from './lookup-keys.ts';
import { prepareReported } from './prepare.ts';
import type { ReportedPerson } from './reported-person.ts';

/** Keys of the row as it came and after each fact, oldest first; each once. */
export const keysEver = (reported: ReportedPerson, facts: readonly LearnedFact[]): LookupKey[] => {
  const given = { school: null, contactsHidden: false, ...reported };
  const keys = new Map<string, LookupKey>();
  for (let known = 0; known <= facts.length; known += 1)
    for (const key of indexKeys(prepareReported(withLearned(given, facts.slice(0, known))))) keys.set(`${key.kind} ${key.value}`, key);
  return [...keys.values()];
};

/** Keys that nothing accounts for any more once a fact of these has been taken back. */
export const keysGone = <Fact extends LearnedFact & { readonly id: string }>(
  reported: ReportedPerson,
  facts: readonly Fact[],
  factId: string,
): LookupKey[] => {
  const standing = facts.filter((fact) => !fact.takenBack && fact.id !== factId);
  const before = facts.filter((fact) => !fact.takenBack || fact.id === factId).map((fact) => ({ ...fact, takenBack: false }));
  const stay = new Set(keysEver(reported, standing).map(({ kind, value }) => `${kind} ${value}`));
  return keysEver(reported, before).filter(({ kind, value }) => !stay.has(`${kind} ${value}`));
};
