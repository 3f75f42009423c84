// What stands behind a dispatch: the line it was proposed by, who sent it, what the arbiter said of it; and who of the unit could take it.
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** The line of a dispatch; undefined when it is out of reach. */
export async function readDispatchLine(tx: Tx, dispatchId: string) {
  return await tx
    .selectFrom('intake.dispatch as d')
    .leftJoin('intake.proposal_line as l', 'l.id', 'd.proposal_line_id')
    .leftJoin('org.account as a', 'a.id', 'd.sent_by')
    .leftJoin('org.account as r', 'r.id', 'd.arbitrated_by')
    .leftJoin('casework.case as c', 'c.id', 'd.for_case')
    .leftJoin('org.account as w', 'w.id', 'c.lead_id')
    .select(['l.route_explanation', 'l.subject_record_id', 'l.grade', 'l.class', 'a.name as sent_by'])
    .select(['d.arbitrated_at', 'd.arbitration_reason', 'r.name as arbitrated_by'])
    .select(['c.id as for_case', 'c.number as for_number', 'w.name as for_lead'])
    .where('d.id', '=', dispatchId)
    .executeTakeFirst();
}

/** Those of a unit who may lead a case, with the open cases they lead, the least loaded first. */
export async function readWorkers(tx: Tx, unitId: string): Promise<{ id: string; name: string; openCases: number }[]> {
  const found = await sql<{ id: string; name: string; open: number }>`
    select a.id, a.name, (select count(*)::int from casework.case c where c.lead_id = a.id and c.status not in ('closed','notOpened')) as open
    from org.account a where a.unit_id = ${unitId}::uuid and a.active and not a.system and org.may_lead(a.id, a.unit_id) order by 3, a.name, a.id`.execute(
    tx,
  );
  return found.rows.map((row) => ({ id: row.id, name: row.name, openCases: row.open }));
}
