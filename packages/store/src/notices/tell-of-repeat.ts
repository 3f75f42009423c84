// A family in service was reported again: the leads of its open cases and their supervisors hear of it as soon as it is known, by matching or by a person who
// confirms a doubtful pair.

import type { Tx } from '../session/index.ts';

/** Tells once per case and report. Whoever matches reads no cases and learns nothing here. */
export async function tellOfRepeat(tx: Tx, reportId: string): Promise<void> {
  tx.send({ sql: 'select system.tell_repeat($1::uuid)', parameters: [reportId] });
}
