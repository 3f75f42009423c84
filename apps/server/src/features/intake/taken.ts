// The reports a person has taken, in the words of the contract.
import type { InputOf, OutputOf } from '@anwang/contract';
import { ok, type Result } from '@anwang/core/lang';
import { dateIn, startOfDay } from '@anwang/core/time';
import { listTaken } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { asBand, asReportStatus } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';

/** Own reports, newest first. */
export async function taken(input: InputOf<'intake', 'taken'>, tx: Tx, call: Call): Promise<Result<OutputOf<'intake', 'taken'>>> {
  const { zone } = call.house.time();
  const { rows, next, today } = await listTaken(tx, {
    limit: input.limit,
    dayStart: startOfDay(zone, dateIn(zone, call.now)),
    ...(isId(input.cursor) ? { cursor: input.cursor } : {}),
  });
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
    today,
  });
}

/** A cursor is opaque to callers; one that we did not make begins at the start. */
const isId = (cursor: string | undefined): cursor is string =>
  cursor !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor);
