// Rights on the tables of casework and the network.

import { barredEvents } from '@anwang/core/cases';
import { caseSeeing, caseWriting, type TableRights } from './statement.ts';

const ofCase = { kind: 'case', by: 'case_id' } as const;
const figures = ['statistics'] as const;

const rows = (table: string): TableRights => ({
  table,
  thing: ofCase,
  class: 'basic',
  select: { acts: caseSeeing, systems: figures },
  insert: { acts: caseWriting },
  update: { acts: caseWriting },
});

/** Events that a relative of the family may not lead to; a family is looked at only where the actor may have one. */
const notOfTheFamily = `not (type = any ('{${barredEvents.join(',')}}') and (select access.may_be_kin()) and casework.is_relative((select access.actor()), case_id))`;

export const caseworkRights: readonly TableRights[] = [
  {
    table: 'casework.case',
    thing: { kind: 'case' },
    class: 'basic',
    select: { acts: caseSeeing, systems: figures },
    insert: { acts: ['case.accept', 'case.reopen'] },
    update: { acts: caseWriting },
  },
  {
    table: 'casework.event',
    thing: ofCase,
    class: 'narrative',
    select: { acts: ['case.read'], systems: figures, shared: 'byType' },
    insert: { acts: caseWriting, and: `actor_id = (select access.actor()) and ${notOfTheFamily}`, systems: ['seeder'] },
  },
  { ...rows('casework.case_person'), class: 'personal' },
  {
    // Who lives with whom, of a victim's case, is not for whoever holds one of the other side as well (house law 8).
    ...rows('casework.family_word'),
    class: 'personal',
    select: {
      acts: ['case.read'],
      systems: figures,
      shared: 'never',
      and: `not exists (select from casework.case_person o where o.case_id = family_word.case_id and o.role = 'respondent'
      and o.person_id = any ((select access.offender_side())::uuid[]))`,
    },
    delete: { acts: caseWriting },
  },
  rows('casework.case_report'),
  rows('casework.assignment'),
  rows('casework.share'),
  {
    ...rows('casework.clock'),
    update: { acts: caseWriting, systems: ['clock'] },
    select: { acts: caseSeeing, systems: ['statistics', 'clock'] },
  },
  rows('casework.visit'),
  rows('casework.planned_visit'),
  rows('casework.transfer'),
  // The clock tells the unit that is asked.
  { ...rows('casework.move'), select: { acts: caseSeeing, systems: ['statistics', 'clock'] } },
  {
    table: 'casework.adoption',
    thing: { kind: 'county' },
    class: 'basic',
    select: { acts: ['statement.read'], systems: ['clock'] },
    insert: { acts: ['statement.propose'] },
    update: { acts: ['statement.propose', 'statement.approve'], systems: ['clock'] },
  },
  {
    table: 'casework.adoption_case',
    thing: { kind: 'county' },
    class: 'basic',
    select: { acts: ['statement.read'], systems: ['clock'] },
    insert: { systems: ['clock'] },
    update: { systems: ['clock'] },
  },
  { ...rows('casework.assessment'), class: 'assessment', select: { acts: ['case.read'], systems: figures } },
  { ...rows('casework.goal'), delete: { acts: ['case.plan'] } },
  { ...rows('casework.approval'), update: { acts: caseWriting, and: `decided_by is distinct from proposed_by` } },
  {
    table: 'network.referral',
    thing: ofCase,
    class: 'narrative',
    // What went to another unit is no part that is shared.
    select: {
      acts: ['case.read'],
      systems: figures,
      or: `to_unit = any ((select access.units('{referral.answer}', 'basic'))::uuid[])`,
      shared: 'never',
    },
    insert: { acts: ['case.refer'] },
    update: { acts: ['case.refer'], or: `to_unit = any ((select access.units('{referral.answer}', 'basic'))::uuid[])` },
  },
];
