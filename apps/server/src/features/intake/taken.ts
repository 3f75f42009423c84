// The reports a person has taken, in the words of the contract.
import type { InputOf, OutputOf } from '@anwang/contract';
import { ok, type Result } from '@anwang/core/lang';
import { listTaken } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { asBand, asReportStatus } from '../../desk/words-of-rows.ts';

/** Own reports, newest first. */
export async function taken(input: InputOf<'intake', 'taken'>, tx: Tx): Promise<Result<OutputOf<'intake', 'taken'>>> {
  const { rows, next } = await listTaken(tx, { limit: input.limit, ...(isId(input.cursor) ? { cursor: input.cursor } : {}) });
  return ok({
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number,
      receivedAt: row.received_at,
      channel: row.channel,
      status: asReportStatus(row.status),
      band: asBand(row.band),
    })),
    next,
  });
}

/** A cursor is opaque to callers; one that we did not make begins at the start. */
const isId = (cursor: string | undefined): cursor is string =>
  cursor !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor);
