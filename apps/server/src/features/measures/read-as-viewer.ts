// What of a figure may the viewer open? The right to open figures says nothing of cases: they are read with the viewer's own rights to cases or reports, for
// the purpose for which the viewer has these; whoever has none (an analyst) sees counts and no rows.

import { decide, type Purpose } from '@anwang/core/access';
import { type FigureThing, readableThings } from '@anwang/store/figures';
import type { Call } from '../../http/call.ts';

const READING: readonly Purpose[] = ['supervision', 'casework', 'screening', 'review', 'dispatch'];

/** Of these things, those that the viewer may read. */
export const readAsViewer = async (kind: 'case' | 'report', ids: readonly string[], call: Call): Promise<readonly FigureThing[]> => {
  const action = kind === 'case' ? 'case.read' : 'report.read';
  const purpose = READING.find((one) => decide(call.actor, action, one, null, call.now).allow);
  if (purpose === undefined || ids.length === 0) return [];
  return call.house.store.withActor(call.actor, purpose, { route: call.route }, (tx) => readableThings(tx, kind, ids));
};
