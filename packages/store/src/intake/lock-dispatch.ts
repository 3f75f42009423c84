// The dispatch that is about to be answered: locked, at the version the caller saw. Otherwise the conflict, with both sides.
import { fail, ok } from '@anwang/core/lang';
import type { Tx } from '../session/index.ts';

export type BasedOn = {
  readonly dispatchId: string;
  readonly version: number;
  readonly states: readonly string[];
  readonly yours: unknown;
};

/** Takes the row lock. @returns the row, `notFound`, `versionConflict` or `dispatchAnswered`. */
export async function lockDispatch(tx: Tx, { dispatchId, version, states, yours }: BasedOn) {
  const row = await tx.selectFrom('intake.dispatch').selectAll().where('id', '=', dispatchId).forUpdate().executeTakeFirst();
  if (!row) return fail({ code: 'notFound' as const, kind: 'dispatch', id: dispatchId });
  if (row.version !== version)
    return fail({
      code: 'versionConflict' as const,
      kind: 'dispatch',
      id: dispatchId,
      based: version,
      current: row.version,
      theirs: await standingOf(tx, row),
      yours,
    });
  if (!states.includes(row.status)) return fail({ code: 'dispatchAnswered' as const, dispatchId });
  return ok(row);
}

type LockedRow = {
  status: string;
  accepted_by: string | null;
  disputed_by: string | null;
  arbitrated_by: string | null;
  case_id: string | null;
};

/** Who did what to it meanwhile. */
async function standingOf(tx: Tx, row: LockedRow): Promise<Record<string, unknown>> {
  const ids = [row.accepted_by, row.disputed_by, row.arbitrated_by].filter((id) => id !== null);
  const names = ids.length > 0 ? await tx.selectFrom('org.account').select(['id', 'name']).where('id', 'in', ids).execute() : [];
  const nameOf = (id: string | null): string | null => names.find((one) => one.id === id)?.name ?? null;
  return {
    status: row.status,
    acceptedBy: nameOf(row.accepted_by),
    disputedBy: nameOf(row.disputed_by),
    arbitratedBy: nameOf(row.arbitrated_by),
    caseId: row.case_id,
  };
}
