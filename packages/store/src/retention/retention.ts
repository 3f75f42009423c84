// How long is each table kept, from when, and by which rule? (L10; 社工師法 16: seven years; domain tables/retention.csv.) Every table is named here; a test
// fails for one that is not. What is kept for days is swept by a job; what the law keeps for years is erased by a nightly job when its time is over (carry-out.ts).

import { noticeDays } from '@anwang/core/notices';
import type { Client } from 'pg';

/** Why and how long. `since` is SQL for the moment from which time runs; `sweep` tables are emptied by the job `kept.sweep` or with their parent. */
export type Retention =
  | { readonly kind: 'years'; readonly years: number; readonly since: string; readonly basis: string }
  | { readonly kind: 'sweep'; readonly days: number; readonly basis: string }
  | { readonly kind: 'withParent'; readonly parent: string }
  | { readonly kind: 'standing'; readonly why: string };

const socialWork = '社工師法16';
const standing = (why: string): Retention => ({ kind: 'standing', why });
const withParent = (parent: string): Retention => ({ kind: 'withParent', parent });
const years = (count: number, since: string, basis: string): Retention => ({ kind: 'years', years: count, since, basis });
/** Tables whose rows stay, without their content, and say so. */
const marked: ReadonlySet<string> = new Set(['casework.case', 'intake.report']);

/** By table. */
export const retention: Readonly<Record<string, Retention>> = {
  'access.break_glass': years(5, 'reviewed_at', 'infosec practice, as the audit'),
  'access.entry': standing('made anew when it does not hold'),
  'access.own_number': standing('of who works here; gone with the account that is closed'),
  'access.place': standing('generated from the policies'),
  'access.recusal': standing('proof of who could not act on what; codes and numbers only'),
  'access.stamp': withParent('org.account'),
  'access.rule': standing('generated from core'),
  'access.share_part': standing('generated from core'),
  'audit.block': withParent('audit.entry'),
  'audit.entry': years(5, 'at', 'infosec practice; never shorter than the records it speaks of'),
  'audit.reason': withParent('audit.entry'),
  'audit.verification': { kind: 'sweep', days: 90, basis: 'results without a finding; one with a finding stays' },
  'audit.era': standing('one row'),
  'auth.account': withParent('auth.user'),
  'auth.rateLimit': standing('overwritten by the library'),
  'auth.session': standing('ends by itself'),
  'auth.twoFactor': withParent('auth.user'),
  'auth.user': standing('until the account is closed'),
  'auth.verification': standing('ends by itself'),
  'casework.adoption': standing('proof of who changed by which rules cases are kept; codes and numbers only'),
  'casework.adoption_case': withParent('casework.case'),
  'casework.approval': withParent('casework.case'),
  'casework.assessment': withParent('casework.case'),
  'casework.assignment': withParent('casework.case'),
  'casework.case': years(7, 'closed_at', `${socialWork}; D0050073-11`),
  'casework.case_counter': standing('running numbers'),
  'casework.case_person': withParent('casework.case'),
  'casework.case_report': withParent('casework.case'),
  'casework.clock': withParent('casework.case'),
  'casework.event': withParent('casework.case'),
  'casework.family_word': withParent('casework.case'),
  'casework.goal': withParent('casework.case'),
  'casework.move': withParent('casework.case'),
  'casework.planned_visit': withParent('casework.case'),
  'casework.share': withParent('casework.case'),
  'casework.transfer': withParent('casework.case'),
  'casework.visit': withParent('casework.case'),
  'erasure.hold': standing('proof of what was kept, and for how long'),
  'erasure.tombstone': standing('proof of erasure; holds ids that lead to nothing'),
  'files.file': standing('as the report, case or person it belongs to'),
  'files.piece': withParent('files.file'),
  'intake.addition': withParent('intake.report'),
  'intake.clock': withParent('intake.report'),
  'intake.dispatch': withParent('intake.report'),
  'intake.evidence_decision': withParent('intake.report'),
  'intake.hit': withParent('intake.report'),
  'intake.learned_fact': withParent('intake.report'),
  'intake.presence': withParent('intake.report'),
  'intake.proposal': withParent('intake.report'),
  'intake.proposal_line': withParent('intake.report'),
  'intake.receipt': withParent('intake.report'),
  'intake.report': years(7, 'coalesce(decided_at, received_at)', `${socialWork}; D0050073-11`),
  'intake.report_counter': standing('running numbers'),
  'intake.report_home': withParent('intake.report_person'),
  'intake.report_person': withParent('intake.report'),
  'intake.report_text': withParent('intake.report'),
  'intake.review': withParent('intake.report'),
  'keys.subject': standing('destroyed with the subject it belongs to'),
  'network.referral': withParent('casework.case'),
  'org.account': standing('named in records; closed, not removed'),
  'org.calendar_day': standing('law'),
  'org.calendar_year': standing('law'),
  'org.county': standing('place'),
  'org.district': standing('place'),
  'org.grant': standing('proof of who could see what'),
  'org.recovery': standing('proof of who came in again, by whose word; codes only'),
  'org.route': standing('organisation'),
  'org.unit': standing('organisation'),
  'org.unit_district': standing('organisation'),
  'people.contact': withParent('people.person'),
  'people.decision': withParent('people.link'),
  'people.decision_move': withParent('people.decision'),
  'people.flag': withParent('people.person'),
  'people.household': withParent('people.household_member'),
  'people.household_member': withParent('people.person'),
  'people.identifier': withParent('people.person'),
  'people.identifier_near': withParent('people.identifier'),
  'people.kin': withParent('people.person'),
  'people.link': withParent('people.record'),
  'people.person': standing('as long as a report or case that names the person'),
  'people.reach': withParent('people.person'),
  'people.record': standing('as long as the report or feed it came with'),
  'people.search_key': withParent('people.person'),
  'people.shielding': withParent('people.contact'),
  'system.draft': { kind: 'sweep', days: 90, basis: 'data minimisation, 個資法 5' },
  'system.idempotency': { kind: 'sweep', days: 7, basis: 'house.md, "Write"' },
  'system.job_effect': { kind: 'sweep', days: 30, basis: 'longer than any job is tried' },
  'system.later_job': standing('jobs until they are due'),
  'system.notice': { kind: 'sweep', days: noticeDays, basis: 'data minimisation, 個資法 5' },
  'system.notice_read': withParent('system.notice'),
  'system.outbox': { kind: 'sweep', days: 30, basis: 'after delivery' },
  'system.population': standing('one row'),
  'system.setting': standing('settings'),
  'system.task': standing('names of jobs'),
  'vault.entry': withParent('intake.report'),
};

export type Due = { readonly table: string; readonly rows: number; readonly basis: string };

/**
 * Rows whose legal time is over at `now`, by table. Nothing is removed here.
 * Persons of full age are assumed; where a minor is the subject time runs from coming of age (D0050073-11), so the list is an upper bound.
 */
export async function listDue(owner: Client, now: string): Promise<Due[]> {
  const due: Due[] = [];
  for (const [table, rule] of Object.entries(retention)) {
    if (rule.kind !== 'years') continue;
    const [schema, name] = table.split('.');
    const found = await owner.query<{ rows: number }>(
      `select count(*) as rows from ${schema}."${name}" where ${rule.since} < $1::timestamptz - make_interval(years => ${rule.years})${marked.has(table) ? ' and erased_at is null' : ''}`,
      [now],
    );
    const rows = found.rows[0]?.rows ?? 0;
    if (rows > 0) due.push({ table, rows, basis: rule.basis });
  }
  return due;
}
