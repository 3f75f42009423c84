// Children kept away from home, in the words of the contract: how each stands and what is due for each. Never where.

import type { OutputOf } from '@anwang/contract';
import { type CaseState, nextAsk, placementPhase, placementsNow } from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import type { readClocks } from '@anwang/store/casework';
import { both } from '../../casework/words.ts';

type Placements = OutputOf<'cases', 'one'>['placements'];
type Rows = Awaited<ReturnType<typeof readClocks>>;

/** The clocks by which a placement is carried on or ended; those of telling are beside it. */
const carrying = ['place-72h', 'place-term', 'place-home'];

function dueOf(programme: Programme, clocks: Rows, placement: string): Placements[number]['due'] {
  const row = clocks.find(
    (clock) => carrying.includes(clock.rule) && clock.stopped_at === null && clock.instance.split('#')[0] === placement,
  );
  const rule = programme.clocks.find((one) => one.id === row?.rule);
  return row?.due_at == null || rule === undefined ? null : { label: both(rule.label), start: row.started_at, due: row.due_at };
}

/** Those in force. */
export function placementsOfCase(programme: Programme, state: CaseState, clocks: Rows): Placements {
  return placementsNow(state).flatMap((one) => {
    const phase = placementPhase(one);
    return phase === 'ended'
      ? []
      : [
          {
            id: one.id,
            personId: one.person,
            phase,
            ground: one.ground,
            kind: one.kind,
            placeKept: one.contact !== null,
            begunAt: one.begunAt,
            due: dueOf(programme, clocks, one.id),
            asked: one.asked,
            next: nextAsk(one),
            until: one.until,
            told: { ...one.told },
            notTold: one.notTold,
          },
        ];
  });
}
