// Calls for support that nobody took up, for whoever is told of them above the unit (docs/decisions/0087).

import type { OutputOf } from '@anwang/contract';
import { ok, type Result } from '@anwang/core/lang';
import { supportToldAbove } from '@anwang/packs';
import { callsTold } from '@anwang/store/casework';
import { telephonesOf } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';

/** The list; whom it lists is asked of the grants in the database. */
export async function supportsTold(_input: unknown, tx: Tx): Promise<Result<OutputOf<'cases', 'supportsTold'>>> {
  const rows = await callsTold(tx, supportToldAbove);
  const numbers = await telephonesOf(
    tx,
    rows.map((row) => row.by),
  );
  tx.audit({ action: 'support.told', ids: rows.map((row) => row.caseId), count: rows.length });
  return ok({
    rows: rows.map(({ call, number, unit: { telephone, ...unit }, by, byName, at, due, note, place, where }) => ({
      callId: call,
      number,
      unit,
      unitTelephone: telephone,
      by: byName,
      byTelephone: numbers.get(by) ?? null,
      at,
      due,
      note,
      place,
      where,
    })),
  });
}
