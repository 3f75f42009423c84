// Who of a report becomes a member of the case, in which role and on which side; whom the case is about; and what it is called.
import type { MemberFact } from '@anwang/core/cases';
import { invertedRelation, tyingRelations } from '@anwang/core/identity';
import type { Programme } from '@anwang/core/programs';
import { isAbout } from '@anwang/core/screening';
import { ageOn, type PlainDate, parsePlainDate } from '@anwang/core/time';
import type { readReportPersons } from '@anwang/store/intake';

type Person = Pick<
  Awaited<ReturnType<typeof readReportPersons>>[number],
  'record_id' | 'person_id' | 'role' | 'relation_to_subject' | 'given'
>;

/** 兒少權法 2: until the eighteenth birthday. */
const adult = 18;

const roleOf: Readonly<Record<string, MemberFact['role']>> = {
  subject: 'subject',
  victim: 'victim',
  respondent: 'respondent',
  caregiver: 'caregiver',
  familyMember: 'member',
  witness: 'collateral',
  other: 'contact',
};

/** A child who saw it is of the family, whatever else they are in the report. */
const roleIn = ({ role, relation_to_subject: relation }: Person): MemberFact['role'] =>
  role === 'witness' && relation !== null && tyingRelations.includes(relation) ? 'member' : (roleOf[role] ?? 'member');

/** Age on a day, as far as it was told; null where nobody said. */
function ageOf({ given }: Person, on: PlainDate): number | null {
  const born = parsePlainDate(given?.birthDate ?? '');
  return born.ok ? ageOn(born.value, on) : (given?.ageApproximate ?? null);
}

/**
 * The person the case is about: the one the officer named; in child protection the child, though the report is about the mother; else the first subject or
 * victim whom the index knows. Null where nobody is known yet.
 */
export function subjectOf(programme: Programme, persons: readonly Person[], recordId: string | null, on: PlainDate): string | null {
  const named = persons.find((person) => person.record_id === recordId);
  const known = persons.filter((person) => person.person_id !== null && person.role !== 'respondent');
  const ages = new Map(known.map((person) => [person, ageOf(person, on) ?? adult]));
  const children =
    programme.subject === 'child'
      ? known.filter((person) => (ages.get(person) ?? adult) < adult).toSorted((a, b) => (ages.get(a) ?? 0) - (ages.get(b) ?? 0))
      : [];
  const isOne = ({ role }: Person) => isAbout(role);
  const first = children.find(isOne) ?? children[0] ?? known.find(isOne);
  return named?.person_id ?? first?.person_id ?? null;
}

/**
 * Members with roles that the programme has; a role it lacks becomes plain membership. Only people of the index: a witness without a name is nobody.
 * @param subject whom the case is about; null for a report that joins a case which is about somebody already
 */
export function caseMembers(programme: Programme, persons: readonly Person[], subject: string | null): MemberFact[] {
  const members = new Map<string, MemberFact>();
  for (const person of persons) {
    if (person.person_id === null || members.has(person.person_id)) continue;
    const about = person.person_id === subject && person.role !== 'respondent';
    const wanted = about ? subjectRole(programme) : subject === null && person.role === 'subject' ? 'member' : roleIn(person);
    const role =
      programme.memberRoles.find((one) => one.id === wanted) ??
      programme.memberRoles.find((one) => one.id === 'member') ??
      programme.memberRoles[0];
    if (role)
      members.set(person.person_id, {
        person: person.person_id,
        role: role.id,
        relation: relationOf(person, persons, subject),
        side: role.side,
      });
  }
  return [...members.values()];
}

/**
 * What a member is to whom the case is about. The report says it of its own first subject; where the case is about somebody else (the child of the mother who was reported),
 * only what the two are to each other is known, and of the rest nothing: her husband need not be the child's father.
 */
function relationOf(person: Person, persons: readonly Person[], subject: string | null): string | null {
  const first = persons.find(({ role }) => isAbout(role));
  if (subject === null || first === undefined || first.person_id === subject) return person.relation_to_subject;
  if (person !== first) return null;
  const about = persons.find((one) => one.person_id === subject)?.relation_to_subject ?? null;
  return about === null ? null : invertedRelation(about, first.given?.sex ?? null);
}

const subjectRole = (programme: Programme): MemberFact['role'] =>
  programme.memberRoles.some((one) => one.id === 'subject') ? 'subject' : 'victim';

/** 蘇詩涵家庭 for a case about a household, the name alone otherwise; null where nobody is named. */
export function caseTitle(programme: Programme, persons: readonly Person[], subject: string | null): string | null {
  const name = (persons.find((person) => person.person_id === subject && subject !== null) ?? persons[0])?.given?.name ?? null;
  if (name === null) return null;
  return programme.subject === 'household' ? `${name}家庭` : name;
}
