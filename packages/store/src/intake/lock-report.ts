// The report a decision is about to change: locked, at the version the decision was based on, still open. Otherwise the conflict, with both sides.
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Instant } from '@anwang/core/time';
import type { Tx } from '../session/index.ts';
import { readStanding } from './standing.ts';

export type LockedReport = {
  readonly id: string;
  readonly number: string;
  readonly county: string;
  readonly district: string | null;
  readonly subject_id: string;
  readonly status: string;
  readonly version: number;
  readonly received_at: Instant;
  readonly desk_due: Instant;
};

export type Based = { readonly reportId: string; readonly version: number; readonly states: readonly string[]; readonly yours: unknown };

/**
 * Takes the row lock and checks what the caller saw. Whoever comes second waits for the first, then gets the conflict.
 * @returns `notFound`, `versionConflict` with what stands there now, or `reportDecided`.
 */
export async function lockReport(tx: Tx, { reportId, version, states, yours }: Based): Promise<Result<LockedReport>> {
  const row = await tx
    .selectFrom('intake.report')
    .select(['id', 'number', 'county', 'district', 'subject_id', 'status', 'version', 'received_at', 'desk_due'])
    .where('id', '=', reportId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return fail({ code: 'notFound', kind: 'report', id: reportId });
  if (row.version !== version)
    return fail({
      code: 'versionConflict',
      kind: 'report',
      id: reportId,
      based: version,
      current: row.version,
      theirs: await readStanding(tx, reportId),
      yours,
    });
  if (!states.includes(row.status)) return fail({ code: 'reportDecided', reportId });
  return ok(row);
}
