// Whom a case is about when the desk did not say: in child protection the child, though the report is about the mother.
import { must } from '@anwang/core/lang';
import { parsePlainDate } from '@anwang/core/time';
import { programmeFor } from '@anwang/packs';
import { expect, test } from 'vitest';
import { countyA } from '../../testing/arrange.ts';
import { caseMembers, subjectOf } from './case-members.ts';

const on = must(parsePlainDate('2026-11-28'));
const person = (
  id: string,
  role: 'subject' | 'victim' | 'familyMember' | 'respondent' | 'witness',
  birthDate: string | null,
  age: number | null = null,
) => ({
  record_id: `r${id}`,
  person_id: id,
  role,
  relation_to_subject: null,
  given: {
    name: id,
    sex: null,
    nationalId: null,
    birthDate: birthDate === null ? null : must(parsePlainDate(birthDate)),
    ageApproximate: age,
    phones: [],
    addresses: [],
    school: null,
    contactsHidden: false,
    relationToSubject: null,
    whereabouts: null,
  },
});
const mother = person('mother', 'victim', '1984-03-02');
const father = person('father', 'respondent', '1985-03-02');
const elder = person('elder', 'familyMember', '2011-03-02');
const baby = person('baby', 'familyMember', null, 2);
const child = programmeFor('child-protection', countyA)!;
const partner = programmeFor('intimate-partner-violence', countyA)!;

test('of a report about a mother the child protection case is about a child, the partner violence case about her', () => {
  const persons = [mother, father, elder, baby];
  expect(subjectOf(child, persons, null, on)).toBe('baby');
  expect(subjectOf(child, persons, 'relder', on)).toBe('elder');
  expect(subjectOf(partner, persons, null, on)).toBe('mother');
  expect(caseMembers(child, persons, 'baby').map(({ person: who, role }) => [who, role])).toEqual([
    ['mother', 'victim'],
    ['father', 'respondent'],
    ['elder', 'member'],
    ['baby', 'subject'],
  ]);
});

test('a child who saw it is of the family; a neighbour who saw it is not', () => {
  const saw = (id: string, relation_to_subject: string) => ({ ...person(id, 'witness', null, 5), relation_to_subject });
  const roles = caseMembers(partner, [mother, saw('daughter', 'child'), saw('next door', 'neighbour')], 'mother').map(({ role }) => role);
  expect(roles).toEqual(['subject', 'member', 'collateral']);
});

test('a child who is reported comes before a younger one who lives there; where no age is known it is whom the report is about', () => {
  const reported = person('reported', 'subject', '2012-01-01');
  expect(subjectOf(child, [reported, mother, baby], null, on)).toBe('reported');
  expect(subjectOf(child, [person('somebody', 'subject', null), father], null, on)).toBe('somebody');
});

test("what a member is to whom the case is about is the report's word only where the report is about the same person", () => {
  const said = (one: ReturnType<typeof person>, relation_to_subject: string, sex: 'male' | 'female' | null = null) => ({
    ...one,
    relation_to_subject,
    given: { ...one.given, sex },
  });
  const her = { ...mother, given: { ...mother.given, sex: 'female' as const } };
  const persons = [her, said(father, 'spouse'), said(elder, 'child'), said(baby, 'child')];
  const relations = (subject: string) =>
    Object.fromEntries(caseMembers(child, persons, subject).map(({ person: who, relation }) => [who, relation]));
  expect(relations('mother')).toEqual({ mother: null, father: 'spouse', elder: 'child', baby: 'child' });
  expect(relations('baby')).toEqual({ mother: 'mother', father: null, elder: null, baby: null });
});
