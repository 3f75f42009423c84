// The officer corrects what was reported; the rules read it again. A band of the officer's own needs a reason and stays until the evidence is worse.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, type Result } from '@anwang/core/lang';
import { correctReport, lockReport } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { reassess } from '../../desk/reassess.ts';
import type { Call } from '../../http/call.ts';

/** Writes the corrections and draws the clocks anew. */
export async function assess(input: InputOf<'screening', 'assess'>, tx: Tx, call: Call): Promise<Result<OutputOf<'screening', 'assess'>>> {
  const { packs } = call.house;
  const wrong = [
    ...input.grounds.flatMap((code, at) =>
      packs.has('grounds', code) ? [] : [{ path: `grounds.${at}`, reason: 'notInValueSet:grounds' }],
    ),
    ...input.needs.flatMap((code, at) =>
      packs.has('needType', code) || packs.has('need', code) ? [] : [{ path: `needs.${at}`, reason: 'notInValueSet:need' }],
    ),
  ];
  if (wrong.length > 0) return fail({ code: 'invalidInput', fields: wrong });
  const yours = { grounds: input.grounds, needs: input.needs, band: input.band?.value ?? null };
  const locked = await lockReport(tx, {
    reportId: input.reportId,
    version: input.version,
    states: ['received', 'screening', 'returned'],
    yours,
  });
  if (!locked.ok) return locked;
  await correctReport(tx, {
    reportId: input.reportId,
    grounds: input.grounds,
    needs: input.needs,
    immediateDanger: input.immediateDanger,
    childrenInHome: input.childrenInHome,
  });
  return reassess(tx, call, input.reportId, input.band?.value ?? null);
}
