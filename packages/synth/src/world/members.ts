// Who belongs to a case, in which role and on which side? Roles are the generic ones; the side of each is the pack's.

import type { MemberFact } from '@anwang/core/cases';
import type { MemberRole, Programme } from '@anwang/core/programs';
import type { Incident } from '../incidents/index.ts';

const roleOf = (programme: Programme, ...wanted: MemberRole['id'][]): Pick<MemberFact, 'role' | 'side'> => {
  const found = wanted.map((id) => programme.memberRoles.find((r) => r.id === id)).find((r) => r !== undefined);
  if (found === undefined) throw new Error(`${programme.id} has no member role ${wanted.join(' or ')}`);
  return { role: found.id, side: found.side };
};

/** The members of a case about `subject` that came of an incident, as of `atMs`. */
export const membersOf = (programme: Programme, incident: Incident, subject: string, atMs: number): MemberFact[] =>
  incident.household.members
    .filter(({ person }) => Date.parse(person.birthDate) < atMs)
    .map(({ person, place }): MemberFact => {
      if (person.id === subject) return { person: person.id, relation: 'self', ...roleOf(programme, 'subject') };
      if (person.id === incident.respondent?.id) {
        const relation = programme.id === 'child-protection' ? (person.sex === 'male' ? 'father' : 'mother') : 'spouse';
        return { person: person.id, relation, ...roleOf(programme, 'respondent', 'member') };
      }
      return {
        person: person.id,
        relation: place === 'child' ? 'child' : place === 'spouse' ? 'spouse' : 'otherKin',
        ...roleOf(programme, 'member'),
      };
    });
