// The notices of whoever asks: those sent to the account, and those sent to posts that it holds now. The policies say which; each reader marks for himself.

import type { NoticeKindId } from '@anwang/core/notices';
import { isNoticeKind, noticeKinds } from '@anwang/core/notices';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

export type NoticeRow = {
  readonly id: string;
  readonly kind: NoticeKindId;
  readonly at: Instant;
  readonly caseId: string | null;
  readonly reportId: string | null;
  readonly personId: string | null;
  readonly breakGlassId: string | null;
  readonly ref: string | null;
  readonly rule: string | null;
  readonly programme: string | null;
  readonly packVersion: string | null;
  readonly due: Instant | null;
  /** The other county, of what goes between two. */
  readonly other: string | null;
  /** The other unit, of what goes between two of a county. */
  readonly otherUnit: string | null;
  readonly post: string | null;
  readonly read: boolean;
};

/** Newest first, from `after` on. */
export async function listNotices(
  tx: Tx,
  wish: { readonly unread: boolean; readonly limit: number; readonly after?: string },
): Promise<NoticeRow[]> {
  let query = tx
    .selectFrom('system.notice as n')
    .leftJoin('system.notice_read as r', (join) => join.onRef('r.notice_id', '=', 'n.id').on('r.account_id', '=', tx.actor.id))
    .selectAll('n')
    .select('r.read_at')
    .orderBy('n.id', 'desc')
    .limit(wish.limit);
  if (wish.unread) query = query.where('r.read_at', 'is', null);
  if (wish.after !== undefined) query = query.where('n.id', '<', wish.after);
  const rows = await query.execute();
  tx.audit({
    action: 'notice.list',
    ids: rows.map((row) => row.id),
    personIds: rows.flatMap((row) => row.person_id ?? []),
    count: rows.length,
  });
  return rows.flatMap((row): NoticeRow[] =>
    isNoticeKind(row.kind)
      ? [
          {
            id: row.id,
            kind: row.kind,
            at: row.created_at,
            caseId: row.case_id,
            reportId: row.report_id,
            personId: row.person_id,
            breakGlassId: row.break_glass_id,
            ref: row.ref,
            rule: row.rule,
            programme: row.programme,
            packVersion: row.pack_version,
            due: row.due_at,
            other: row.other_county,
            otherUnit: row.other_unit,
            post: row.to_post,
            read: row.read_at !== null,
          },
        ]
      : [],
  );
}

/** Nobody counts to more than this; the bell says "99+". */
const countLimit = 100;

/** How many wait unread, and how many of them must be seen at once. */
export async function countNotices(tx: Tx): Promise<{ unread: number; urgent: number }> {
  const urgent = Object.entries(noticeKinds).flatMap(([id, kind]) => (kind.urgent ? [id] : []));
  // Each counted by itself: among any hundred the urgent ones need not be.
  const counted = (which: ReturnType<typeof sql>) => sql`(select count(*)::int from (select from system.notice n
    where ${which} and not exists (select from system.notice_read r where r.notice_id = n.id and r.account_id = ${tx.actor.id}::uuid) limit ${countLimit}) x)`;
  const found = await sql<{ unread: number; urgent: number }>`
    select ${counted(sql`true`)} as unread, ${counted(sql`n.kind = any(${urgent}::text[])`)} as urgent`.execute(tx);
  return found.rows[0] ?? { unread: 0, urgent: 0 };
}

/** Marks as read; `ids` null = all that are there. Gives how many were not read before. */
export async function markNoticesRead(tx: Tx, ids: readonly string[] | null): Promise<number> {
  const which = ids === null ? sql`true` : sql`n.id = any(${[...ids]}::uuid[])`;
  const done = await sql`insert into system.notice_read (notice_id, account_id)
    select n.id, ${tx.actor.id}::uuid from system.notice n where ${which} on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}
