// Who has a report open on the desk: two screeners are never on one report unawares. A presence is a heartbeat and fades after 90 seconds.
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { type Placing, prepared, type Tx } from '../session/index.ts';

export type Presence = {
  readonly accountId: string;
  readonly name: string;
  readonly doing: 'reading' | 'screening' | 'reviewing';
  readonly since: Instant;
};
export const presenceSeconds = 90;

/** Says that the actor has the report open, and gives who else has. Null when the report is out of reach. */
export async function attend(tx: Tx, reportId: string, doing: Presence['doing']): Promise<Presence[] | null> {
  const report = await tx.selectFrom('intake.report').select('county').where('id', '=', reportId).executeTakeFirst();
  if (!report) return null;
  await tx
    .insertInto('intake.presence')
    .values({ report_id: reportId, account_id: tx.actor.id, county: report.county, doing })
    .onConflict((conflict) =>
      conflict.columns(['report_id', 'account_id']).doUpdateSet({
        doing,
        seen_at: sql<Instant>`now()`,
        since: sql<Instant>`case when intake.presence.seen_at < now() - make_interval(secs => ${presenceSeconds}) then now() else intake.presence.since end`,
      }),
    )
    .execute();
  return (await listPresence(tx, [reportId])).filter((one) => one.accountId !== tx.actor.id);
}

/** The actor has closed the report. */
export async function leave(tx: Tx, reportId: string): Promise<void> {
  await tx.deleteFrom('intake.presence').where('report_id', '=', reportId).where('account_id', '=', tx.actor.id).execute();
}

const presentOn = prepared((db, place: Placing<{ reportIds: readonly string[] }>) =>
  db
    .selectFrom('intake.presence as p')
    .select(['p.report_id', 'p.account_id', 'p.doing', 'p.since'])
    .where('p.report_id', '=', sql<string>`any(${place('reportIds')}::uuid[])`)
    .where('p.seen_at', '>', sql<Instant>`now() - make_interval(secs => ${presenceSeconds})`)
    .orderBy('p.since'),
);

/** Who has these reports open now. */
export async function listPresence(tx: Tx, reportIds: readonly string[]): Promise<(Presence & { reportId: string })[]> {
  if (reportIds.length === 0) return [];
  const rows = await presentOn(tx, { reportIds: [...reportIds] });
  const nameOf = await tx.names.read(tx, { account: rows.map((row) => row.account_id) });
  return rows.map((row) => ({
    reportId: row.report_id,
    accountId: row.account_id,
    name: nameOf('account', row.account_id) ?? '',
    doing: row.doing as Presence['doing'],
    since: row.since,
  }));
}
