// What does a report rest on that goes no further by itself, and which units have that now? The desk asks under its own rights: a case or a report that it
// does not see is none that it may name.
import type { Tx } from '../session/index.ts';

/** A unit that has the case, or is to have it. */
export type Holder = { readonly programme: string; readonly unitId: string; readonly forCase: string | null };

const ended = ['closed', 'notOpened'];

/** The unit of an open case of the county; null where there is none in reach. */
export async function holderOfCase(tx: Tx, caseId: string, county: string): Promise<Holder | null> {
  const row = await tx
    .selectFrom('casework.case')
    .select(['programme', 'unit_id'])
    .where('id', '=', caseId)
    .where('county', '=', county)
    .where('status', 'not in', ended)
    .executeTakeFirst();
  return row ? { programme: row.programme, unitId: row.unit_id, forCase: caseId } : null;
}

/**
 * The first report of the event that another one tells, and the units that have what came of it.
 * @param reportId the report that is decided on: none is its own repeat
 * @returns null where the desk does not see it, or where it is a repeat of this very report
 */
export async function holdersOfReport(
  tx: Tx,
  { reportId, earlier, county }: { readonly reportId: string; readonly earlier: string; readonly county: string },
): Promise<{ readonly first: string; readonly holders: Holder[] } | null> {
  const found = await tx
    .selectFrom('intake.report')
    .select(['id', 'repeat_of'])
    .where('id', '=', earlier)
    .where('county', '=', county)
    .executeTakeFirst();
  const first = found && (found.repeat_of ?? found.id);
  if (first === undefined || first === reportId) return null;
  const sent = await tx
    .selectFrom('intake.dispatch as d')
    .leftJoin('casework.case as c', 'c.id', 'd.case_id')
    .select(['d.programme', 'd.unit_id', 'd.status', 'd.case_id', 'c.unit_id as case_unit', 'c.status as case_status'])
    .where('d.report_id', '=', first)
    .where('d.status', 'in', ['sent', 'disputed', 'upheld', 'accepted'])
    .orderBy('d.id')
    .execute();
  const holders = new Map<string, Holder>();
  for (const row of sent) {
    // A case that is closed, or has left the county, has nobody who would read it.
    if (row.status === 'accepted' && (row.case_status === null || ended.includes(row.case_status))) continue;
    const unitId = row.case_unit ?? row.unit_id;
    holders.set(`${row.programme} ${unitId}`, { programme: row.programme, unitId, forCase: row.case_id });
  }
  return { first, holders: [...holders.values()] };
}

/** The report that this one repeats, and those that repeat it, by number; as far as the desk sees them. */
export async function readRepeats(tx: Tx, reportId: string, repeatOf: string | null) {
  const rows = await tx
    .selectFrom('intake.report')
    .select(['id', 'number', 'received_at', 'repeat_of'])
    .where((on) => on.or([on('repeat_of', '=', reportId), ...(repeatOf === null ? [] : [on('id', '=', repeatOf)])]))
    .orderBy('received_at')
    .limit(50)
    .execute();
  const view = (row: (typeof rows)[number]) => ({ id: row.id, number: row.number, receivedAt: row.received_at });
  const first = rows.find((row) => row.id === repeatOf);
  return { repeatOf: first ? view(first) : null, repeats: rows.filter((row) => row.repeat_of === reportId).map(view) };
}
