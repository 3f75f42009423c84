// New evidence on a report that is there already, sealed like the report itself.
import { type Instant, msOf } from '@anwang/core/time';
import type { Tx } from '../session/index.ts';
import { newId } from './new-id.ts';
import type { Band } from './new-report.ts';

export type NewAddition = {
  readonly reportId: string;
  readonly county: string;
  readonly subjectId: string;
  readonly origin: 'reporter' | 'desk' | 'feed';
  readonly text: string;
  readonly at: Instant;
  readonly raisedBand: Band | null;
};

/** Writes an addition and gives its id. */
export async function addAddition(tx: Tx, addition: NewAddition): Promise<string> {
  const id = newId(msOf(addition.at));
  await tx
    .insertInto('intake.addition')
    .values({
      id,
      report_id: addition.reportId,
      county: addition.county,
      origin: addition.origin,
      subject_id: addition.subjectId,
      sealed: await tx.keys.seal(addition.subjectId, 'report', addition.text),
      raised_band: addition.raisedBand,
      received_at: addition.at,
    })
    .execute();
  // Who acts on the report by now hears of it: the desk's queue no longer holds it.
  tx.send({ sql: 'select system.tell_addition($1::uuid, $2::uuid)', parameters: [addition.reportId, id] });
  tx.audit({ action: 'report.append', ids: [addition.reportId], county: addition.county });
  return id;
}
