// Would a change of an account leave a case without the person who answers for it, or a unit without a supervisor? One rule for closing, moving and taking rights.
import { fail, ok, type Result } from '@anwang/core/lang';
import { leftAlone, listGrants, type NewGrant } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../../http/call.ts';

/** Fails at the field that would leave somebody alone; `rights` are those that the account keeps. */
export async function leavesNobodyAlone(
  tx: Tx,
  accountId: string,
  field: 'active' | 'unitId' | 'grants',
  unitId: string | null,
  rights: readonly Pick<NewGrant, 'role' | 'reachKind' | 'reachId'>[],
): Promise<Result<null>> {
  const bound = rights.flatMap(({ role, reachKind, reachId }) =>
    reachKind === 'unit' && reachId !== null ? [{ role, unit: reachId }] : [],
  );
  const { leads, alone } = await leftAlone(tx, accountId, { unitId, rights: bound });
  const reason = leads > 0 ? `stillLeads:${leads}` : alone > 0 ? `lastSupervisor:${alone}` : null;
  return reason === null ? ok(null) : fail({ code: 'invalidInput', fields: [{ path: field, reason }] });
}

/** The rights that an account keeps when it goes from one unit to another: those of the former unit go along. */
export async function rightsAfterMove(tx: Tx, call: Call, accountId: string, from: string | null, to: string | null) {
  const held = await listGrants(tx, [accountId], call.now);
  return held.map(({ role, reach_kind, reach_id }) => ({
    role,
    reachKind: reach_kind,
    reachId: reach_kind === 'unit' && reach_id === from ? to : reach_id,
  }));
}
