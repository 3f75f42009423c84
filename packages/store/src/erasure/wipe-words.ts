// Words that people typed beside a coded decision: why they differ from the proposal, why a dispatch is not theirs, why an emergency. They may name anybody, so they
// go with whom the decision was about; the decision itself, coded, stays.

import type { Belongings } from './collect.ts';

type Run = (table: string, text: string, values: unknown[]) => Promise<void>;

/** Stands where a reason was demanded and has been erased; the checks of those tables want one. */
const erased = '（理由已依命令刪除）';

/** Takes the words out of decisions on the person's reports and cases, and out of the sealed reasons given for looking at or deciding about them. */
export async function wipeWords(run: Run, { personIds, subjectIds, reportIds, caseIds }: Belongings): Promise<void> {
  await run(
    'intake.proposal',
    `update intake.proposal set note_sealed = null, differs_reason = case when differs then $3 end where (subject_id = any($1) or report_id = any($2))
       and (note_sealed is not null or differs)`,
    [subjectIds, reportIds, erased],
  );
  await run('intake.review', 'update intake.review set reason = $2 where report_id = any($1) and reason is not null', [reportIds, erased]);
  await run(
    'intake.dispatch',
    `update intake.dispatch set dispute_reason = (dispute_reason::jsonb || jsonb_build_object('note', $3::text))::text,
       arbitration_reason = case when arbitration_reason is not null then $3 end
     where (report_id = any($1) or case_id = any($2)) and num_nonnulls(dispute_reason, arbitration_reason) > 0`,
    [reportIds, caseIds, erased],
  );
  await run('casework.approval', 'update casework.approval set reason = null where case_id = any($1) and reason is not null', [caseIds]);
  // A reason for a decision on two persons is sealed under one of them; the row of the log that names it names both.
  await run(
    'audit.reason',
    `update audit.reason set sealed = '' where sealed <> '' and (subject_id = any($1) or id::text in
       (select detail ->> 'reason' from audit.entry where person_ids && $2::uuid[] and person_ids <> '{}' and detail ? 'reason'))`,
    [subjectIds, personIds],
  );
  await run('access.break_glass', 'update access.break_glass set reason = $2, review_note = null where target_id = any($1)', [
    [...personIds, ...reportIds, ...caseIds],
    erased,
  ]);
}
