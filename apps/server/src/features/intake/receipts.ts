// The reporter comes back with number and code: what may be told, words added, a file attached. A wrong code is counted, so its answer is committed.
import type { InputOf, OutputOf } from '@anwang/contract';
import { fail, ok, type Result } from '@anwang/core/lang';
import { addByReceipt, type OpenReceipt, openReceipt, receiptAdditions } from '@anwang/store/intake';
import { publicDesk } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import { raiseByEvidence } from '../../desk/raise-by-evidence.ts';
import { keepUpload } from '../../files/keep-upload.ts';
import type { Call } from '../../http/call.ts';

/** Opens the receipt in a transaction that is kept whatever came out, then goes on. */
async function withReceipt<T>(
  call: Call,
  receipt: { number: string; code: string },
  work: (tx: Tx, open: OpenReceipt) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await call.house.store.withActor(call.actor, call.purpose, { route: call.route }, (tx) =>
    openReceipt(tx, receipt.number, receipt.code),
  );
  if (!opened.ok) return opened;
  return call.within((tx) => work(tx, opened.value));
}

/** Received, being handled, handled. */
export function receiptStatus(input: InputOf<'intake', 'receiptStatus'>, call: Call): Promise<Result<OutputOf<'intake', 'receiptStatus'>>> {
  return withReceipt(call, input, async (tx, open) =>
    ok({
      receipt: input.number,
      state: open.state,
      receivedAt: open.receivedAt,
      handledAt: open.handledAt,
      additions: await receiptAdditions(tx, open.reportId),
      wantsReply: open.wantsReply,
      handedTo: open.handedTo,
      ask: await publicDesk(tx, open.county),
    }),
  );
}

/** Words of the reporter on the own report. Danger that is said now raises the band at once; the job stands in, should the process end before. */
export async function addWords(input: InputOf<'intake', 'addByReceipt'>, call: Call): Promise<Result<OutputOf<'intake', 'addByReceipt'>>> {
  let raised: string | null = null;
  const result = await withReceipt(call, input, async (tx, open) => {
    await addByReceipt(tx, open, { text: input.text, at: call.now });
    if (input.immediateDanger) {
      await tx.enqueue('intake.evidence', { reportId: open.reportId }, { key: `evidence:${open.reportId}` });
      raised = open.reportId;
    }
    return ok({ at: call.now });
  });
  if (result.ok && raised !== null)
    await raiseByEvidence(call.house, raised, call.route).catch((error: unknown) => call.house.tell('intake.evidence', error));
  return result;
}

/** A file of the reporter; the code travels in a header, since the body is the file. */
export async function attachFile(
  input: InputOf<'intake', 'attachByReceipt'>,
  call: Call,
): Promise<Result<OutputOf<'intake', 'attachByReceipt'>>> {
  const code = call.header('receipt-code') ?? '';
  if (call.upload === null) return fail({ code: 'bodyUnreadable', reason: 'noFile' });
  const upload = call.upload;
  return withReceipt(call, { number: input.number, code }, async (tx, open) => {
    const kept = await keepUpload(tx, call, {
      owner: { kind: 'report', id: open.reportId },
      county: open.county,
      subjectId: open.subjectId,
      name: input.name,
      stream: upload,
    });
    return kept;
  });
}
