// Rights on the tables of the intake: reports, the desk's decisions, dispatch, what the reporter may see.

import { reportSeeing, reportWriting, type TableRights } from './statement.ts';

const ofReport = { kind: 'report', by: 'report_id' } as const;
const figures = ['statistics'] as const;
const notOfKin = (table: string): string =>
  `not exists (select from intake.report_person rp where rp.report_id = ${table}.report_id and rp.person_id = any ((select access.relatives())::uuid[]))`;
const ownReceipt = `in (select access.receipt_reports())`;

export const intakeRights: readonly TableRights[] = [
  {
    table: 'intake.report',
    thing: { kind: 'report' },
    class: 'basic',
    select: { acts: reportSeeing, systems: ['statistics', 'clock'], or: `id ${ownReceipt}` },
    insert: { asSuch: ['report.create'] },
    update: { acts: reportWriting, systems: ['matcher', 'clock'] },
  },
  {
    table: 'intake.report_text',
    thing: ofReport,
    class: 'narrative',
    select: { acts: ['report.read'] },
    insert: { asSuch: ['report.create', 'report.append'] },
  },
  {
    table: 'intake.report_person',
    thing: ofReport,
    class: 'personal',
    select: { acts: reportSeeing },
    insert: { asSuch: ['report.create', 'report.append'] },
    update: { acts: ['person.link', 'report.screen', 'report.append'] },
  },
  {
    // Whoever holds a case of somebody from whom others of the report are protected does not learn from it who lives with whom (house law 8).
    table: 'intake.report_home',
    thing: ofReport,
    class: 'personal',
    select: {
      acts: reportSeeing,
      and: `not exists (select from intake.report_person o where o.report_id = report_home.report_id and o.role = 'respondent'
      and o.person_id = any ((select access.offender_side())::uuid[]))`,
    },
    insert: { asSuch: ['report.create', 'report.append'] },
  },
  {
    table: 'intake.receipt',
    thing: { ...ofReport, bare: true },
    class: 'reporter',
    select: { or: `number = nullif(current_setting('anwang.receipt_number', true), '')` },
    insert: { asSuch: ['report.create'] },
    update: { or: `number = nullif(current_setting('anwang.receipt_number', true), '')`, columns: ['failed', 'locked_until'] },
  },
  {
    table: 'intake.addition',
    thing: ofReport,
    class: 'narrative',
    select: { acts: ['report.read'] },
    insert: { acts: ['report.append'], or: `report_id ${ownReceipt}` },
    update: { acts: reportWriting, columns: ['read_by', 'read_at'] },
  },
  {
    // Read with the source row, by whoever makes a person of it as well: it may say that contacts are hidden. It is taken back, never changed.
    table: 'intake.learned_fact',
    thing: ofReport,
    class: 'personal',
    select: { acts: [...reportSeeing, 'person.link'] },
    insert: { acts: ['report.screen'], and: `taken_by = (select access.actor()) and ${notOfKin('learned_fact')}` },
    update: {
      acts: ['report.screen'],
      and: `(back_by is null or back_by = (select access.actor())) and ${notOfKin('learned_fact')}`,
      columns: ['back_at', 'back_by', 'back_why'],
    },
  },
  {
    table: 'intake.evidence_decision',
    thing: ofReport,
    class: 'basic',
    select: { acts: reportSeeing },
    insert: { acts: ['report.screen'], and: `decided_by = (select access.actor()) and ${notOfKin('evidence_decision')}` },
  },
  {
    table: 'intake.presence',
    thing: ofReport,
    class: 'basic',
    select: { acts: reportSeeing },
    insert: { acts: reportSeeing, and: `account_id = (select access.actor())` },
    update: { acts: reportSeeing, and: `account_id = (select access.actor())` },
    delete: { acts: reportSeeing, and: `account_id = (select access.actor())` },
  },
  {
    table: 'intake.proposal',
    thing: ofReport,
    class: 'basic',
    select: { acts: reportSeeing, systems: figures },
    insert: { acts: ['report.screen'], systems: ['seeder'], and: `proposed_by = (select access.actor()) and ${notOfKin('proposal')}` },
  },
  {
    table: 'intake.proposal_line',
    thing: ofReport,
    class: 'basic',
    select: { acts: reportSeeing, systems: figures },
    insert: { acts: ['report.screen', 'report.review'] },
    update: { acts: ['report.review'] },
    delete: { acts: ['report.review'] },
  },
  {
    table: 'intake.review',
    thing: ofReport,
    class: 'basic',
    select: { acts: reportSeeing, systems: figures },
    insert: {
      systems: ['seeder'],
      acts: ['report.review'],
      and: `reviewed_by = (select access.actor()) and ${notOfKin('review')}
      and exists (select from intake.proposal p where p.id = proposal_id and p.report_id = review.report_id and p.proposed_by <> review.reviewed_by)`,
    },
  },
  {
    table: 'intake.dispatch',
    // A dispatch stands by itself: the report asks it for the units that hold the report, so it must not ask the report in turn.
    thing: { kind: 'county' },
    class: 'basic',
    select: {
      acts: [...reportSeeing, 'case.read', 'case.accept'],
      systems: ['statistics', 'clock'],
      or: `unit_id = any ((select access.units('{${[...reportSeeing, 'case.accept', 'case.read'].join(',')}}', 'basic'))::uuid[]) or district = any ((select access.districts('{report.read}', 'basic'))::text[]) or report_id in (select access.reports('{report.read}', 'basic')) or case_id in (select access.cases('{case.read}', 'basic'))`,
    },
    insert: { acts: ['report.dispatch', 'report.review', 'report.arbitrate'] },
    update: {
      acts: ['report.dispatch', 'report.review', 'report.arbitrate', 'case.accept'],
      systems: ['clock'],
      or: `unit_id = any ((select access.units('{case.accept}', 'basic'))::uuid[])`,
    },
  },
  {
    table: 'intake.hit',
    thing: ofReport,
    class: 'match',
    select: { acts: ['report.read'], or: `(select access.holds('{matcher}'))` },
    insert: { acts: ['person.link'] },
    update: { acts: ['person.link'] },
    delete: { acts: ['person.link'] },
  },
  {
    table: 'intake.clock',
    thing: ofReport,
    class: 'basic',
    select: { acts: reportSeeing, systems: ['statistics', 'clock', 'matcher'] },
    // The matcher draws the triage clock anew when what it finds, or new evidence, raises the band.
    insert: { acts: reportWriting, systems: ['matcher'], or: `(select access.may('{report.create}'))` },
    update: { acts: reportWriting, systems: ['clock', 'matcher'] },
  },
];
