// What was added to a report since it came, in the words of the contract.
import type { OutputOf } from '@anwang/contract';
import type { readAdditions } from '@anwang/store/intake';
import { asBand } from './words-of-rows.ts';

type Row = Awaited<ReturnType<typeof readAdditions>>[number];

/** The view of one addition. */
export function additionView(row: Row): OutputOf<'screening', 'report'>['additions'][number] {
  return {
    id: row.id,
    at: row.received_at,
    origin: row.origin === 'reporter' || row.origin === 'feed' ? row.origin : 'desk',
    text: row.text,
    raisedBand: row.raised_band === null ? null : asBand(row.raised_band),
    readAt: row.read_at,
  };
}
