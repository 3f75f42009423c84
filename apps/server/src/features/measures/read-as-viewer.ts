// What of a figure may the viewer open? The right to open figures says nothing of cases: they are read with the viewer's own rights to cases or reports, for
// the purpose for which the viewer has these; whoever has none (an analyst) sees counts and no rows.

import { decide, type Purpose } from '@anwang/core/access';
import { type FigureThing, readableThings } from '@anwang/store/figures';
import type { Call } from '../../http/call.ts';

const READING: readonly Purpose[] = ['supervision', 'casework', 'screening', 'review', 'dispatch'];

/** Behind a nation's figure stand hundreds of thousands: they are asked for in parts, until a page is full. */
const part = 500;

type Read<Member> = { readonly member: Member; readonly thing: FigureThing };

/** Of these members, in their order, those that the viewer may read: `limit` of them, and one more where there are more. The ones shown are put on record. */
export const readAsViewer = async <Member extends { readonly id: string }>(
  kind: 'case' | 'report',
  members: readonly Member[],
  limit: number,
  call: Call,
): Promise<readonly Read<Member>[]> => {
  const action = kind === 'case' ? 'case.read' : 'report.read';
  const purpose = READING.find((one) => decide(call.actor, action, one, null, call.now).allow);
  if (purpose === undefined || members.length === 0) return [];
  return call.house.store.withActor(call.actor, purpose, { route: call.route }, async (tx) => {
    const read: Read<Member>[] = [];
    for (let from = 0; from < members.length && read.length <= limit; from += part) {
      const asked = members.slice(from, from + part);
      const things = await readableThings(tx, kind, [...new Set(asked.map(({ id }) => id))]);
      for (const member of asked) {
        const thing = things.get(member.id);
        if (thing !== undefined) read.push({ member, thing });
      }
    }
    const shown = new Set(read.slice(0, limit).map(({ thing }) => thing.id));
    tx.audit({ action: 'measure.open', ids: [...shown], count: shown.size });
    return read.slice(0, limit + 1);
  });
};
