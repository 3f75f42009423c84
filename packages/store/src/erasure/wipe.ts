// The wiping itself: keys destroyed, clear projections emptied, sealed bytes removed. Coded facts without identity stay, so that figures do not change.

import type { Client } from 'pg';
import type { Belongings } from './collect.ts';
import { wipeWords } from './wipe-words.ts';

/** Wipes inside the present transaction. Returns rows by table. */
export async function wipe(owner: Client, all: Belongings): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const run = async (table: string, text: string, values: unknown[]): Promise<void> => {
    const done = await owner.query(text, values);
    if ((done.rowCount ?? 0) > 0) counts[table] = (counts[table] ?? 0) + (done.rowCount ?? 0);
  };
  const { personIds, subjectIds, recordIds, reportIds, caseIds, names } = all;
  await run('keys.subject', 'delete from keys.subject where subject_id = any($1)', [subjectIds]);
  for (const table of [
    'people.search_key',
    'people.identifier_near',
    'people.identifier',
    'people.shielding',
    'people.contact',
    'people.flag',
    'people.reach',
    'intake.hit',
  ])
    await run(table, `delete from ${table} where person_id = any($1)`, [personIds]);
  await run('people.household_member', 'delete from people.household_member where person_id = any($1)', [personIds]);
  await run('people.kin', 'delete from people.kin where person_id = any($1) or other_id = any($1)', [personIds]);
  await run(
    'people.record',
    `update people.record set sealed = '', source_key = null, withdrawn_at = coalesce(withdrawn_at, now()) where id = any($1) or subject_id = any($2)`,
    [recordIds, subjectIds],
  );
  await run('people.link', 'delete from people.link where person_id = any($1)', [personIds]);
  await run(
    'people.person',
    `update people.person set name = null, sex = null, birth_date = null, birth_precision = 'unknown', deceased_on = null, district = null, version = version + 1, updated_at = now() where id = any($1)`,
    [personIds],
  );
  await run(
    'intake.report_text',
    `update intake.report_text set sealed = '', evidence = '[]' where subject_id = any($1) or report_id = any($2)`,
    [subjectIds, reportIds],
  );
  await run('intake.report', `update intake.report set answers = '{}', place_kind = null, occurred_on = null where id = any($1)`, [
    reportIds,
  ]);
  await run(
    'intake.report_person',
    'update intake.report_person set whereabouts = null, relation_to_subject = null where person_id = any($1) or record_id = any($2)',
    [personIds, recordIds],
  );
  await run(
    'intake.report_home',
    'delete from intake.report_home h using intake.report_person rp where rp.id = h.report_person_id and (rp.person_id = any($1) or rp.record_id = any($2))',
    [personIds, recordIds],
  );
  await run(
    'casework.family_word',
    'delete from casework.family_word where person_id = any($1) or other_id = any($1) or case_id = any($2)',
    [personIds, caseIds],
  );
  await run('intake.addition', `update intake.addition set sealed = '' where subject_id = any($1) or report_id = any($2)`, [
    subjectIds,
    reportIds,
  ]);
  await run(
    'intake.learned_fact',
    'delete from intake.learned_fact where subject_id = any($1) or record_id = any($2) or report_id = any($3)',
    [subjectIds, recordIds, reportIds],
  );
  await run('vault.entry', 'delete from vault.entry where subject_id = any($1) or report_id = any($2)', [subjectIds, reportIds]);
  await run(
    'casework.event',
    'update casework.event set sealed = null where (subject_id = any($1) or case_id = any($2)) and sealed is not null',
    [subjectIds, caseIds],
  );
  await run(
    'casework.case',
    `update casework."case" set title = null where title is not null and (id = any($1) or exists (select from unnest($2::text[]) n where strpos(title, n) > 0))`,
    [caseIds, names],
  );
  await run(
    'network.referral',
    `update network.referral set sealed = '', answer_sealed = null where subject_id = any($1) or case_id = any($2)`,
    [subjectIds, caseIds],
  );
  await run('files.file', 'delete from files.file where subject_id = any($1) or report_id = any($2) or case_id = any($3)', [
    subjectIds,
    reportIds,
    caseIds,
  ]);
  await run('system.outbox', 'delete from system.outbox where subject_id = any($1)', [subjectIds]);
  await wipeWords(run, all);
  await run('intake.evidence_decision', 'delete from intake.evidence_decision where report_id = any($1)', [reportIds]);
  // A notice says to somebody that something is to be done about the person: it leads nowhere now.
  await run('system.notice', 'delete from system.notice where person_id = any($1) or report_id = any($2) or case_id = any($3)', [
    personIds,
    reportIds,
    caseIds,
  ]);
  // Kept answers and drafts name no subject: the answers of the last seven days are forgotten, drafts on the person's things are removed.
  await run('system.idempotency', 'update system.idempotency set answer = null where answer is not null', []);
  await run(
    'system.draft',
    `delete from system.draft where exists (select from unnest($1::text[]) id where strpos(kind || ' ' || ref, id) > 0)`,
    [[...personIds, ...reportIds, ...caseIds]],
  );
  await run('org.account', 'update org.account set person_id = null where person_id = any($1)', [personIds]);
  return counts;
}

/** Tables that held something clear or sealed of a person, and are rewritten so that the old bytes are gone. */
export const rewritten: readonly string[] = [
  'keys.subject',
  'people.person',
  'people.record',
  'people.link',
  'people.identifier',
  'people.identifier_near',
  'people.search_key',
  'people.contact',
  'people.household_member',
  'people.kin',
  'people.flag',
  'people.reach',
  'people.shielding',
  'intake.report',
  'intake.report_text',
  'intake.report_person',
  'intake.report_home',
  'intake.addition',
  'intake.learned_fact',
  'intake.proposal',
  'intake.hit',
  'intake.review',
  'intake.dispatch',
  'intake.evidence_decision',
  'vault.entry',
  'casework.case',
  'casework.event',
  'casework.approval',
  'casework.family_word',
  'network.referral',
  'files.file',
  'files.piece',
  'audit.reason',
  'access.break_glass',
  'system.outbox',
  'system.idempotency',
  'system.draft',
  'system.notice',
  'org.account',
];
