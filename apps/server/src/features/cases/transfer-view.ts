// How a case stands between two counties: its last transfer to another, and the case of another that it goes on from.

import type { OutputOf } from '@anwang/contract';
import type { CaseEvent, CaseState } from '@anwang/core/cases';
import { ageOn, type PlainDate } from '@anwang/core/time';
import { findUnit } from '@anwang/store/casework';
import { countyNames } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import { moveView } from './move-view.ts';

type Workspace = OutputOf<'cases', 'one'>;

/** Each says a word on the transfer, with a letter where the other county is told by letters. */
const said: readonly CaseEvent['type'][] = ['transferDecided', 'transferReturned', 'transferWithdrawn', 'transferAccepted'];

/** The last transfer in words, and where the case came from; the new address is in neither. */
async function transferViews(tx: Tx, state: CaseState, events: readonly CaseEvent[]): Promise<Pick<Workspace, 'transfer' | 'takenOver'>> {
  const { transfer } = state;
  const from = events.findLast((event) => event.type === 'caseTakenOver');
  if (transfer === null && from === undefined) return { transfer: null, takenOver: null };
  const counties = await countyNames(tx, [transfer?.county, from?.facts.county]);
  const nameOf = (id: string) => counties.get(id) ?? { zh: id, en: id };
  const asked = events.findLast((event) => event.type === 'transferProposed');
  const decided = events.findLast((event) => said.includes(event.type));
  const unit = transfer?.unit == null ? undefined : await findUnit(tx, transfer.unit);
  return {
    transfer:
      transfer === null
        ? null
        : {
            status: transfer.status,
            county: transfer.county === null ? null : nameOf(transfer.county),
            since: transfer.since,
            reason: transfer.reason,
            personIds: [...transfer.persons],
            summary: asked?.personal?.text ?? null,
            safety: asked?.personal?.safety ?? null,
            addressGiven: asked?.personal?.place !== undefined,
            sentAt: transfer.sentAt,
            answeredAt: transfer.answeredAt,
            number: transfer.report?.number ?? null,
            returned: transfer.returned,
            unitName: unit === undefined ? null : unit.name_zh,
            letter: decided?.personal?.letter ?? null,
            note: decided?.personal?.text ?? null,
          },
    takenOver:
      from === undefined
        ? null
        : { county: nameOf(from.facts.county), number: from.facts.number, reportId: from.facts.report, at: from.happenedAt },
  };
}

/** The last transfer, the last move, and the case of another county that it goes on from. */
export async function handingViews(
  tx: Tx,
  state: CaseState,
  events: readonly CaseEvent[],
): Promise<Pick<Workspace, 'transfer' | 'takenOver' | 'move'>> {
  const [between, move] = await Promise.all([transferViews(tx, state, events), moveView(tx, state, events)]);
  return { ...between, move };
}

/** Whom the index no longer shows here, as the case knew them when they moved away. */
export function knownThen(events: readonly CaseEvent[], people: Workspace['members'], today: PlainDate): Workspace['members'] {
  const known = new Map(
    events.flatMap((event) => (event.type === 'transferProposed' ? (event.personal?.people ?? []) : [])).map((one) => [one.person, one]),
  );
  return people.map((member) => {
    const then = member.name === null ? known.get(member.personId) : undefined;
    if (then === undefined) return member;
    return {
      ...member,
      name: then.name,
      sex: then.sex ?? 'unknown',
      age: then.birthDate === null ? null : ageOn(then.birthDate, today),
      ageGuessed: then.birthPrecision === 'approximate',
    };
  });
}
