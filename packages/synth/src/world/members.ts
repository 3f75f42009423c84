// Who belongs to a case, in which role and on which side? Roles are the pack's; victim and offender stand apart from the first event.

import type { MemberFact } from '@anwang/core/cases';
import type { MemberRole, Programme, Side } from '@anwang/core/programs';
import type { Incident } from '../incidents/index.ts';

const roleOf = (programme: Programme, ...sides: Side[]): { role: MemberRole['id']; side: Side } => {
  for (const side of sides) {
    const found = programme.memberRoles.find((r) => r.side === side);
    if (found !== undefined) return { role: found.id, side };
  }
  throw new Error(`${programme.id} has no member role on ${sides.join(' or ')}`);
};

/** The members of a case about `subject` that came of an incident, as of `atMs`. */
export const membersOf = (programme: Programme, incident: Incident, subject: string, atMs: number): MemberFact[] =>
  incident.household.members
    .filter(({ person }) => Date.parse(person.birthDate) < atMs)
    .map(({ person, place }): MemberFact => {
      if (person.id === subject) return { person: person.id, relation: 'self', ...roleOf(programme, 'subject', 'victim') };
      if (person.id === incident.respondent?.id && programme.id !== 'vulnerable-family')
        return {
          person: person.id,
          relation: programme.id === 'child-protection' ? (person.sex === 'male' ? 'father' : 'mother') : 'spouse',
          ...roleOf(programme, 'offender', 'other', 'family'),
        };
      return {
        person: person.id,
        relation: place === 'child' ? 'child' : place === 'spouse' ? 'spouse' : 'otherKin',
        ...roleOf(programme, 'family', 'other', 'subject'),
      };
    });
