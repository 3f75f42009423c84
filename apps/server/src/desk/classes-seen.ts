// Which classes of data does this call see of one report? What those of the caller's grants show that reach this very report, for the purpose of the call: a grant
// in another county adds nothing here.
import { type Action, type DataClass, decide } from '@anwang/core/access';
import { readResource } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../http/call.ts';

/** Classes by the reference reading, for any of some acts; none for a report out of reach. */
export async function classesSeen(tx: Tx, call: Call, actions: readonly Action[], reportId: string): Promise<DataClass[]> {
  const report = await readResource(tx, 'report', reportId);
  if (report === null) return [];
  return [...new Set(actions.flatMap((action) => decide(call.actor, action, call.purpose, report, call.now).mask))];
}
