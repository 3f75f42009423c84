// What a case says of the family as rows, each of the people as they are known now; two who turned out to be one say nothing of each other any more.
import { type CaseState, whoIs } from '@anwang/core/cases';
import type { Base, ProjectedRow } from './projected-row.ts';

export function familyWords({ words, replacements }: CaseState, base: Base): ProjectedRow[] {
  return words.flatMap(({ word, person, other, about, relation, lives, since, until, basis, seq, at }) => {
    const [one, two] = [whoIs(replacements, person, seq), whoIs(replacements, other, seq)];
    const row = { ...base, id: word, about, person_id: one, other_id: two, relation, lives, since, until, basis, said_at: at };
    return one === two ? [] : [row];
  });
}
