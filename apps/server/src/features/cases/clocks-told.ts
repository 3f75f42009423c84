// Time limits that passed and were told above, for whoever is told of them and may open no case (docs/decisions/0099).

import type { OutputOf } from '@anwang/contract';
import { ok, type Result } from '@anwang/core/lang';
import { findProgramme } from '@anwang/packs';
import { clocksTold as read } from '@anwang/store/casework';
import type { Tx } from '@anwang/store/session';
import { ruleLabel } from '../../casework/words.ts';
import type { Call } from '../../http/call.ts';

/** The list; whom it lists is asked of the grants in the database. */
export async function clocksTold(_input: unknown, tx: Tx, call: Call): Promise<Result<OutputOf<'cases', 'clocksTold'>>> {
  const rows = await read(tx);
  tx.audit({ action: 'clock.told', ids: rows.map((row) => row.caseId), count: rows.length });
  return ok({
    rows: rows.map(({ number, programme, packVersion, unit, lead, rule, start, due }) => {
      const pinned = findProgramme(programme, packVersion);
      return {
        number,
        programme: call.house.packs.programmeLabel(programme),
        clock: pinned === null ? { zh: rule, en: rule } : ruleLabel(pinned, rule),
        unit: unit === null ? null : { zh: unit.zh, en: unit.en },
        unitTelephone: unit?.telephone ?? null,
        lead,
        start,
        due,
      };
    }),
  });
}
