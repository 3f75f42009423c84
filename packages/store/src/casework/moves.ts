// The side of the unit that is asked to take a case of another unit of its county: what waits for it, taking it, and giving it back. Until it has taken the case it
// reaches nothing of it but what the other unit wrote for it.

import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { tell } from '../notices/write-notice.ts';
import { newId } from '../people/new-id.ts';
import type { Tx } from '../session/index.ts';

/** A case that waits for the unit. `offered`: the words of the other unit as they were sent; empty once they are erased. */
export type OfferedMove = {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly title: string | null;
  readonly programme: string;
  readonly pack_version: string;
  readonly risk: string | null;
  readonly district: string | null;
  readonly from_unit: string;
  readonly to_unit: string;
  readonly reason: string;
  readonly sent_at: Instant;
  readonly answer_due: Instant | null;
  readonly version: number;
  /** Under whose key the words of the case are sealed. */
  readonly subject_id: string;
  /** The report with which the case began. */
  readonly report_id: string | null;
  readonly offered: string;
};

/** What waits for the units of the actor, longest first; or only one. */
export async function listOfferedMoves(tx: Tx, only: string | null = null): Promise<OfferedMove[]> {
  const { rows } = await sql<Omit<OfferedMove, 'offered'> & { sealed: Buffer | null }>`
    select * from casework.moves_offered(${only}::uuid)`.execute(tx);
  const opened = await tx.keys.openMany(rows.flatMap(({ sealed }) => sealed ?? []));
  const words = rows.map(({ sealed }) => (sealed === null ? '' : (opened.shift()?.toString('utf8') ?? '')));
  tx.audit({ action: only === null ? 'move.list' : 'move.read', ids: rows.flatMap((row) => [row.id, row.case_id]), count: rows.length });
  return rows.map(({ sealed: _sealed, ...row }, index) => ({ ...row, offered: words[index] ?? '' }));
}

/** A move as it stands behind the lock of its case. */
export type HeldMove = {
  readonly id: string;
  readonly case_id: string;
  readonly county: string;
  readonly from_unit: string;
  readonly to_unit: string;
  readonly to_district: string | null;
  readonly status: string;
  readonly version: number;
};

/** The move that a unit of the actor was asked, and its case locked until the end of the transaction; undefined where there is none. */
export async function lockOfferedMove(tx: Tx, move: string): Promise<HeldMove | undefined> {
  const { rows } = await sql<HeldMove>`select m.* from casework.offered_move(${move}::uuid) m where m.id is not null`.execute(tx);
  return rows[0];
}

/** Lays the case with the unit that takes it, so that the events which say so can be written under the unit's own rights; without them the transaction does not end well. */
export async function takeMove(tx: Tx, move: string): Promise<void> {
  await sql`select casework.take_move(${move}::uuid)`.execute(tx);
}

/** Gives the move back: the case goes on where it is. `note`: what is wanted, in words for those who have it. */
export async function returnMove(
  tx: Tx,
  held: HeldMove,
  { reason, note, at, subject }: { reason: string; note: string; at: Instant; subject: string },
): Promise<void> {
  const event = newId(Date.parse(at));
  const sealed = await tx.keys.seal(subject, 'case', JSON.stringify({ text: note }));
  const { rows } = await sql<{ seq: number; lead: string | null; number: string; programme: string; pack_version: string }>`
    select * from casework.return_move(${held.id}::uuid, ${event}::uuid, ${reason}, ${at}::timestamptz, ${sealed}::bytea)`.execute(tx);
  const [said] = rows;
  if (said === undefined) return;
  const notice = {
    kind: 'move.returned' as const,
    county: held.county,
    once: event,
    caseId: held.case_id,
    ref: said.number,
    programme: said.programme,
    packVersion: said.pack_version,
    otherUnit: held.to_unit,
  };
  await tell(tx, [
    { ...notice, to: { role: 'supervisor', unit: held.from_unit } },
    ...(said.lead === null ? [] : [{ ...notice, to: { account: said.lead } }]),
  ]);
  tx.audit({ action: 'case.record', ids: [held.case_id, event], county: held.county, detail: { type: 'moveReturned' } });
  await tx.outbox('caseEvent', { caseId: held.case_id, seq: said.seq, type: 'moveReturned' }, { county: held.county });
}
