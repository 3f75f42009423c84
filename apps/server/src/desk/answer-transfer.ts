// What is decided here on a case of another county goes into that case, in the same transaction: returned, it goes on there; taken by a unit, it closes there.
import { findProgramme } from '@anwang/packs';
import { answerTransfer, type TransferAnswer } from '@anwang/store/casework';
import type { Decision } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../http/call.ts';
import { isTransfer } from './handed-view.ts';

type Report = { readonly id: string; readonly handed_from: unknown };

const answer = (tx: Tx, call: Call, report: Report, said: TransferAnswer) =>
  answerTransfer(tx, report.id, said, findProgramme, (county) => ({ now: call.now, ...call.house.time(county) }));

/** After a decision that stands: a case that is not taken is the other county's again. */
export async function returnTransfer(
  tx: Tx,
  call: Call,
  report: Report,
  decision: Pick<Decision, 'outcome' | 'reason'>,
  note: string | null,
): Promise<void> {
  if (isTransfer(report) && decision.outcome === 'notAccepted') await answer(tx, call, report, { returned: decision.reason ?? '', note });
}

/** After a unit has made the report its case. */
export async function takeTransfer(tx: Tx, call: Call, report: Report, taken: { unit: string; county: string }): Promise<void> {
  if (isTransfer(report)) await answer(tx, call, report, { taken });
}
