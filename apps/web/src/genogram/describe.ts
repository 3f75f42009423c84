// What does the genogram say, in words? The text alternative: the index person, who lives together, who is tied to whom and how.
import { m } from '../words/index.ts';
import { describePerson } from '../words/person.ts';
import type { Family, Kin } from './types.ts';

/** Name, sex and age of a person of the family. */
export function whoIs(family: Family, id: string): string {
  const person = family.people.find((each) => each.id === id);
  if (!person) return '';
  return `${person.name ?? m.unnamed()}（${describePerson(person.sex, person.age, person.birthPrecision === 'approximate')}${person.deceasedOn ? `${m.clause_mark()}${m.deceased()}` : ''}）`;
}

/** What two people are to each other. */
export function kinSentence(family: Family, kin: Kin): string {
  const a = family.people.find((each) => each.id === kin.from)?.name ?? m.unnamed();
  const b = family.people.find((each) => each.id === kin.to)?.name ?? m.unnamed();
  const words: Record<Kin['relation'], () => string> = {
    parent: () => m.kin_parent({ a, b }),
    adoptiveParent: () => m.kin_adoptive_parent({ a, b }),
    spouse: () => m.kin_spouse({ a, b }),
    divorced: () => m.kin_divorced({ a, b }),
    separated: () => m.kin_separated({ a, b }),
    partner: () => m.kin_partner({ a, b }),
    exPartner: () => m.kin_ex_partner({ a, b }),
    sibling: () => m.kin_sibling({ a, b }),
    halfSibling: () => m.kin_half_sibling({ a, b }),
    grandparent: () => m.kin_grandparent({ a, b }),
    guardian: () => m.kin_guardian({ a, b }),
    caregiver: () => m.kin_caregiver({ a, b }),
    other: () => m.kin_other({ a, b }),
    conflict: () => m.kin_conflict({ a, b }),
  };
  return words[kin.relation]();
}

/** The sentences, index person first. */
export function describeFamily(family: Family): string[] {
  const index = family.people.filter((person) => person.index).map((person) => m.family_index({ who: whoIs(family, person.id) }));
  const others = family.people.filter((person) => !person.index).map((person) => whoIs(family, person.id));
  const homes = family.households.map((household) => {
    const names = household.members
      .filter((member) => member.until === null)
      .map((member) => family.people.find((person) => person.id === member.personId)?.name ?? m.unnamed());
    return household.kind === 'lived'
      ? m.family_lives({ names: names.join(m.list_mark()) })
      : m.family_registered({ names: names.join(m.list_mark()) });
  });
  return [
    ...index,
    ...(others.length > 0 ? [m.family_members({ names: others.join(m.list_mark()) })] : []),
    ...homes,
    ...family.kin.map((kin) => kinSentence(family, kin)),
  ];
}
