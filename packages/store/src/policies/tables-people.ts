// Rights on the tables of people. Law 8 lies in the policies of contact, kin and household_member: a hidden row exists only in a view that names its person
// and none of those it is hidden from, for an actor on the victim's side who holds no case of theirs, or for a desk that looks at the person alone.

import { caseWriting, personSeeing, type TableRights } from './statement.ts';

const ofPerson = { kind: 'person', by: 'person_id' } as const;
const making = ['person.link'] as const;
const seeing = personSeeing;
/** Who may name people: those who link, those who take reports, those who work on cases. */
const naming = ['person.link', 'report.create', 'report.append', ...caseWriting] as const;

/** Law 8 for a row of `person` hidden from the persons in hidden_from. */
const lawEight = (person: string): string => `(not hidden or (
      ${person} = any ((select access.view())::uuid[])
      and not hidden_from && (select access.view())
      and not hidden_from && (select access.offender_side())
      and (${person} = any ((select access.victim_side())::uuid[]) or ${person} = (select access.alone('{person.read}')))))`;

/** A key of a hidden contact is there for the matcher, and for who stands on the victim's side and holds no case of those it is hidden from. */
const hiddenKey = `(not hidden or (select access.holds('{matcher}')) or (hidden_from <> '{}'
      and person_id = any ((select access.victim_side())::uuid[]) and not hidden_from && (select access.offender_side())))`;

export const peopleRights: readonly TableRights[] = [
  {
    table: 'people.person',
    thing: { kind: 'person' },
    class: 'personal',
    select: { acts: seeing },
    insert: { acts: making, or: `(select access.may('{case.record}'))` },
    update: {
      acts: making,
      or: `(select access.may('{case.record}')) and id in (select access.persons('{case.record,person.read}', 'personal'))`,
    },
  },
  {
    // Reach itself: which unit reaches whom. It names ids only and must not ask the person, which asks it.
    table: 'people.reach',
    thing: { kind: 'common' },
    class: 'basic',
    select: {
      asSuch: [...making, 'report.dispatch'],
      or: `unit_id = any ((select access.units('{person.read,person.search,family.read,case.accept,case.record}', 'basic'))::uuid[])`,
    },
    insert: { asSuch: [...making, 'report.dispatch', 'report.review', 'report.arbitrate', ...caseWriting] },
    update: { asSuch: [...making, 'report.dispatch', 'report.review', 'report.arbitrate', ...caseWriting] },
    delete: { asSuch: [...making, 'report.dispatch', 'report.arbitrate', ...caseWriting] },
  },
  {
    table: 'people.record',
    thing: { kind: 'county' },
    class: 'personal',
    select: {
      acts: seeing,
      or: `exists (select from intake.report_person rp where rp.record_id = record.id)
    or exists (select from people.link l where l.record_id = record.id and l.state = 'confirmed')`,
    },
    insert: { asSuch: naming },
    update: { acts: making, columns: ['withdrawn_at'] },
  },
  {
    table: 'people.link',
    thing: ofPerson,
    class: 'match',
    select: { acts: [...seeing, 'person.link'] },
    insert: { acts: making },
    update: { acts: making },
  },
  {
    table: 'people.decision',
    thing: { kind: 'county' },
    class: 'match',
    select: { acts: making },
    insert: { acts: making, and: 'decided_by = (select access.actor())' },
  },
  {
    // Written with the decision, read by the functions that carry out and take back: it names rows that law 8 hides.
    table: 'people.decision_move',
    thing: { kind: 'common' },
    class: 'match',
    insert: {
      asSuch: making,
      and: 'exists (select from people.decision d where d.id = decision_id and d.decided_by = (select access.actor()) and d.written_at = now())',
    },
  },
  {
    table: 'people.identifier',
    thing: { ...ofPerson, bare: true },
    class: 'identifier',
    select: { acts: [...seeing, 'person.link'] },
    insert: { acts: making },
    update: { acts: making },
    delete: { acts: making },
  },
  {
    table: 'people.identifier_near',
    thing: { ...ofPerson, bare: true },
    class: 'identifier',
    select: { acts: [...seeing, 'person.link'] },
    insert: { acts: making },
    delete: { acts: making },
  },
  {
    table: 'people.search_key',
    thing: { ...ofPerson, placed: true },
    class: 'personal',
    select: { acts: ['person.search'], and: hiddenKey },
    insert: { acts: making },
    update: { acts: making },
    delete: { acts: making },
  },
  {
    table: 'people.contact',
    thing: ofPerson,
    class: 'contact',
    select: { acts: [...seeing, 'person.link'], and: lawEight('person_id') },
    insert: { acts: [...making, ...seeing] },
    update: { acts: [...making, ...seeing], and: lawEight('person_id') },
  },
  {
    // The record of hiding is as hidden as the contact: for whom it is kept from, it never happened.
    table: 'people.shielding',
    thing: ofPerson,
    class: 'contact',
    select: { acts: seeing, and: lawEight('person_id') },
    insert: { acts: ['contact.shield'], and: `done_by = (select access.actor()) and ${lawEight('person_id')}` },
  },
  {
    table: 'people.household',
    thing: { kind: 'county' },
    class: 'personal',
    select: { acts: seeing, or: `exists (select from people.household_member m where m.household_id = household.id)` },
    insert: { asSuch: naming },
    update: { acts: making },
  },
  {
    table: 'people.household_member',
    thing: ofPerson,
    class: 'personal',
    select: { acts: seeing, and: lawEight('person_id') },
    insert: { acts: [...making, ...seeing] },
    update: { acts: [...making, ...seeing], and: lawEight('person_id') },
  },
  {
    // An edge is seen by who reaches both its ends.
    table: 'people.kin',
    thing: ofPerson,
    class: 'personal',
    select: { acts: seeing, and: `exists (select from people.person o where o.id = kin.other_id) and ${lawEight('person_id')}` },
    insert: { acts: [...making, ...seeing] },
    update: { acts: [...making, ...seeing], and: lawEight('person_id') },
  },
  {
    table: 'people.flag',
    thing: ofPerson,
    class: 'personal',
    select: {
      acts: seeing,
      and: `(sensitivity in ('S1', 'S2') or (select access.sees('{person.read,person.search,family.read}', 'health')))`,
    },
    insert: { acts: making },
    update: { acts: making },
  },
];
