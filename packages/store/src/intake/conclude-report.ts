// A decision that stands: dispatches go out, or the report is closed at the desk; the clocks of the desk stop and the hits leave the screen.
import type { Instant } from '@anwang/core/time';
import { msOf } from '@anwang/core/time';
import { sql } from 'kysely';
import { tell } from '../notices/write-notice.ts';
import type { Tx } from '../session/index.ts';
import type { Decision } from './decision.ts';
import { handOnReport } from './hand-on.ts';
import type { LockedReport } from './lock-report.ts';
import { newId } from './new-id.ts';

export type Conclusion = {
  readonly report: LockedReport;
  readonly decision: Decision;
  readonly lineIds: readonly string[];
  readonly at: Instant;
};

/** Sends the lines to their units and ends the desk's work on the report. Gives the ids of the dispatches, in the order of the lines. */
export async function concludeReport(tx: Tx, { report, decision, lineIds, at }: Conclusion): Promise<string[]> {
  const rows = decision.lines.map((line, position) => ({
    id: newId(msOf(at)),
    report_id: report.id,
    proposal_line_id: lineIds[position] ?? null,
    county: report.county,
    district: report.district,
    programme: line.programme,
    unit_id: line.unitId,
    urgency: line.urgency,
    band: decision.band,
    sent_by: tx.actor.id,
    sent_at: at,
    accept_due: line.acceptDue,
    told_as: decision.restsOn?.kind ?? null,
    for_case: line.forCase ?? null,
  }));
  if (rows.length > 0) {
    await tx.insertInto('intake.dispatch').values(rows).execute();
    await tx
      .insertInto('intake.clock')
      .values(
        rows.map((row) => ({
          report_id: report.id,
          dispatch_id: row.id,
          county: report.county,
          rule: 'unit-accept',
          started_at: at,
          due_at: row.accept_due,
        })),
      )
      .execute();
    await openReach(tx, report.id, [...new Set(rows.map((row) => row.unit_id))]);
    await tell(
      tx,
      rows.map((row) => ({
        kind: 'dispatch.sent',
        county: report.county,
        to: { role: 'supervisor', unit: row.unit_id },
        once: row.id,
        reportId: report.id,
        ref: report.number,
        programme: row.programme,
        due: row.accept_due,
      })),
    );
  }
  await tx
    .updateTable('intake.report')
    .set({
      status: rows.length > 0 ? 'dispatched' : 'closedAtDesk',
      band: decision.band,
      band_source: decision.bandSource,
      decided_at: at,
      handled_at: at,
      ...(decision.restsOn?.kind === 'report' ? { repeat_of: decision.restsOn.id } : {}),
      first_dispatched_at: rows.length > 0 ? sql<Instant>`coalesce(first_dispatched_at, ${at}::timestamptz)` : null,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', report.id)
    .execute();
  // Those that told this one again tell what it tells again.
  if (decision.restsOn?.kind === 'report')
    await tx.updateTable('intake.report').set({ repeat_of: decision.restsOn.id }).where('repeat_of', '=', report.id).execute();
  await tx
    .updateTable('intake.clock')
    .set({ stopped_at: at })
    .where('report_id', '=', report.id)
    .where('dispatch_id', 'is', null)
    .where('stopped_at', 'is', null)
    .execute();
  await tx.updateTable('intake.hit').set({ expires_at: at }).where('report_id', '=', report.id).where('expires_at', 'is', null).execute();
  if (decision.handOn !== null) await handOnReport(tx, report, decision.handOn, at);
  tx.audit({ action: 'report.dispatch', ids: [report.id, ...rows.map((row) => row.id)], county: report.county, count: rows.length });
  return rows.map((row) => row.id);
}

/** The receiving units reach the people of the report, each on the side on which the report names them. */
export async function openReach(tx: Tx, reportId: string, unitIds: readonly string[]): Promise<void> {
  await sql`insert into people.reach (person_id, unit_id, report_id, side)
    select distinct rp.person_id, u.id, rp.report_id, case rp.role when 'victim' then 'victim' when 'respondent' then 'offender' else 'family' end
    from intake.report_person rp cross join unnest(${[...unitIds]}::uuid[]) as u(id)
    where rp.report_id = ${reportId} and rp.person_id is not null
    on conflict do nothing`.execute(tx);
}
