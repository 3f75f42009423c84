// How a case stands between two units of its county, for the unit that has it.

import type { OutputOf } from '@anwang/contract';
import type { CaseEvent, CaseState } from '@anwang/core/cases';
import type { Tx } from '@anwang/store/session';

type Workspace = OutputOf<'cases', 'one'>;

/** The last move in words; null where there was none. */
export async function moveView(tx: Tx, { move }: CaseState, events: readonly CaseEvent[]): Promise<Workspace['move']> {
  if (move === null) return null;
  const nameOf = await tx.names.read(tx, { unit: [move.unit, move.from], district: [move.district] });
  const asked = events.findLast((event) => event.type === 'moveProposed');
  const last = events.findLast((event) => event.type.startsWith('move'));
  const rules = asked?.facts.proposed ?? null;
  return {
    status: move.status,
    unitName: nameOf('unit', move.unit) ?? '',
    fromName: nameOf('unit', move.from) ?? '',
    districtName: move.district === null ? null : (nameOf('district', move.district) ?? move.district),
    reason: move.reason,
    byRules: rules === null ? null : rules === move.unit,
    summary: asked?.personal?.text ?? null,
    safety: asked?.personal?.safety ?? null,
    sentAt: move.sentAt,
    answeredAt: move.answeredAt,
    returned: move.returned,
    note: last?.type === 'moveProposed' ? null : (last?.personal?.text ?? null),
  };
}
