// Which clocks of cases have come to the next steps of their escalation? Each step of a rule is told once, those that were slept through too; the row
// remembers how far it has gone.
// What must be told to whom stands in the programme; the store is handed the hours before the due moment, by rule.

import type { RoleId } from '@anwang/core/access';
import { moveAnswerClock } from '@anwang/core/cases';
import { addressOf } from '@anwang/core/notices';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { type NewNotice, tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';

/** A step of a clock rule in some pinned version: hours before the due moment (negative = after it), counted from 1. */
export type EscalationStep = {
  readonly packVersion: string;
  readonly rule: string;
  readonly step: number;
  readonly hoursBefore: number;
  readonly to: RoleId;
};

/** A clock that has reached a step. */
export type CaseEscalation = {
  readonly caseId: string;
  readonly county: string;
  readonly unitId: string;
  readonly leadId: string | null;
  readonly rule: string;
  readonly instance: string;
  readonly due: Instant;
  readonly step: number;
  readonly to: RoleId;
};

/** Raises running clocks to the furthest step reached and leaves one message each; at most `limit` at a time, longest due first. */
export async function escalateCaseClocks(tx: Tx, steps: readonly EscalationStep[], now: Instant, limit = 500): Promise<CaseEscalation[]> {
  if (steps.length === 0) return [];
  const found = await sql<{
    case_id: string;
    county: string;
    unit_id: string;
    lead_id: string | null;
    rule: string;
    instance: string;
    due_at: Instant;
    step: number;
    to: RoleId;
    before: number;
    /** The unit that is asked to take the case, of the clock of its answer. */
    asked: string | null;
    number: string;
    programme: string;
    pack_version: string;
  }>`
    with step as (select * from json_to_recordset(${JSON.stringify(steps)}::json) as x("packVersion" text, rule text, step integer, "hoursBefore" double precision, "to" text)),
    reached as (
      select distinct on (k.case_id, k.rule, k.instance) k.*, step.step, step."to"
      from step cross join generate_series(0, step.step - 1) told cross join lateral (
        select k.case_id, k.rule, k.instance, k.escalated as before, c.unit_id, c.lead_id, c.number, c.programme, c.pack_version
        from casework.clock k join casework."case" c on c.id = k.case_id and c.pack_version = step."packVersion"
        where k.stopped_at is null and k.paused_at is null and k.rule = step.rule and k.escalated = told
          and k.due_at <= ${now}::timestamptz + make_interval(secs => step."hoursBefore" * 3600)
        -- The order of the index, so that it is the way taken: each of these looks finds what is to be told and nothing else.
        order by k.rule, k.escalated, k.due_at limit ${limit}) k
      order by k.case_id, k.rule, k.instance, step.step desc
      limit ${limit})
    update casework.clock k set escalated = r.step from reached r
    where k.case_id = r.case_id and k.rule = r.rule and k.instance = r.instance
    returning k.case_id, k.county, r.unit_id, r.lead_id, k.rule, k.instance, k.due_at, r.step, r."to", r.before, r.number, r.programme, r.pack_version,
      case when k.rule = ${moveAnswerClock} then (select m.to_unit from casework.move m where m.case_id = k.case_id and m.id::text = k.instance and m.status = 'sent') end as asked`.execute(
    tx,
  );
  const escalations = found.rows.map((row) => ({
    caseId: row.case_id,
    county: row.county,
    unitId: row.unit_id,
    leadId: row.lead_id,
    rule: row.rule,
    instance: row.instance,
    due: row.due_at,
    step: row.step,
    to: row.to,
  }));
  for (const one of escalations)
    await tx.outbox('caseClock', { caseId: one.caseId, rule: one.rule, step: one.step, to: one.to }, { county: one.county });
  await tell(
    tx,
    found.rows.flatMap((row) =>
      steps
        .filter((one) => one.packVersion === row.pack_version && one.rule === row.rule && one.step > row.before && one.step <= row.step)
        .flatMap((one): NewNotice[] => {
          const notice = {
            county: row.county,
            // With the moment: one that is over again after a pause is told again.
            once: `${row.case_id}:${row.rule}:${row.instance}:${one.hoursBefore}:${row.due_at}`,
            ref: row.number,
            programme: row.programme,
            packVersion: row.pack_version,
            due: row.due_at,
          };
          const to = addressOf(one.to, { lead: row.lead_id, unit: row.unit_id, county: row.county });
          const kind = one.hoursBefore > 0 ? 'clock.due' : 'clock.overdue';
          const told: NewNotice = { ...notice, kind, to, caseId: row.case_id, rule: row.rule };
          // Whoever is asked to take the case hears of it as well, and has nothing of the case yet.
          return one.to === 'supervisor' && row.asked !== null
            ? [told, { ...notice, kind: 'move.overdue', to: { role: 'supervisor', unit: row.asked }, otherUnit: row.unit_id }]
            : [told];
        }),
    ),
  );
  if (escalations.length > 0) tx.audit({ action: 'clock.escalate', ids: escalations.map((one) => one.caseId), count: escalations.length });
  return escalations;
}
