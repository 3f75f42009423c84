// Which classes of data does this call see? What the caller's grants show for any of some acts, for the purpose of the call.
import { type Action, type DataClass, decide } from '@anwang/core/access';
import type { Call } from '../http/call.ts';

/** Classes by the reference reading; rows out of reach do not come in the first place. */
export function classesSeen(call: Call, actions: readonly Action[]): DataClass[] {
  return [...new Set(actions.flatMap((action) => decide(call.actor, action, call.purpose, null, call.now).mask))];
}
