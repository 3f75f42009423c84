// What a reporter is told on showing number and code: received, being handled, handled; and adding to the own report. Never who decided or what.
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { addAddition } from './add-addition.ts';
import { hashReceiptCode } from './receipt-code.ts';

type Row = {
  outcome: 'open' | 'unknown' | 'locked';
  report_id: string;
  county: string;
  subject_id: string;
  status: string;
  wants_reply: boolean;
  received_at: Instant;
  handled_at: Instant | null;
  locked_until: Instant | null;
  handed_to: { readonly zh: string; readonly en: string } | null;
};

export type OpenReceipt = {
  readonly reportId: string;
  readonly county: string;
  readonly subjectId: string;
  readonly state: 'received' | 'handling' | 'handled';
  readonly receivedAt: Instant;
  readonly handledAt: Instant | null;
  readonly wantsReply: boolean;
  /** The county that goes on with it, when it was handed on. */
  readonly handedTo: { readonly zh: string; readonly en: string } | null;
};

/**
 * Opens a receipt. A failure must still be committed (the wrong code is counted), so it comes back as a value.
 * Unknown number and wrong code are one answer.
 */
export async function openReceipt(tx: Tx, number: string, code: string): Promise<Result<OpenReceipt>> {
  const found = await sql<Row>`select * from intake.open_receipt(${number}, ${hashReceiptCode(code)})`.execute(tx);
  const row = found.rows[0];
  if (row?.outcome === 'locked') return fail({ code: 'receiptLocked', until: row.locked_until ?? row.received_at });
  if (row?.outcome !== 'open') return fail({ code: 'receiptUnknown' });
  tx.audit({ action: 'report.receipt', ids: [row.report_id], county: row.county });
  return ok({
    reportId: row.report_id,
    county: row.county,
    subjectId: row.subject_id,
    state: stateOf(row),
    receivedAt: row.received_at,
    handledAt: row.handled_at,
    wantsReply: row.wants_reply,
    handedTo: row.handed_to,
  });
}

function stateOf(row: Row): OpenReceipt['state'] {
  if (row.handled_at !== null) return 'handled';
  return row.status === 'received' ? 'received' : 'handling';
}

/** When the reporter added what kind of thing. */
export async function receiptAdditions(tx: Tx, reportId: string): Promise<{ at: Instant; kind: 'text' | 'file' }[]> {
  return (await sql<{ at: Instant; kind: 'text' | 'file' }>`select * from intake.receipt_additions(${reportId})`.execute(tx)).rows;
}

/** Adds words of the reporter to the own report. */
export async function addByReceipt(tx: Tx, receipt: OpenReceipt, addition: { text: string; at: Instant }): Promise<string> {
  return addAddition(tx, {
    reportId: receipt.reportId,
    county: receipt.county,
    subjectId: receipt.subjectId,
    origin: 'reporter',
    text: addition.text,
    at: addition.at,
    raisedBand: null,
  });
}
