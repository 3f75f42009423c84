// A case lived at random: at each step one of four people does one of the acts that are open to them. For property tests.
import { communityGarden, programmeFor } from '@anwang/packs';
import fc from 'fast-check';
import type { Actor } from '../../access/actor.ts';
import type { Programme } from '../../programs/program.ts';
import { addHours, type Instant } from '../../time/instant.ts';
import { officeCalendar } from '../../time/office-days.ts';
import { taipei } from '../../time/zone.ts';
import { allowedActions } from '../allowed-actions.ts';
import type { CaseActionId } from '../case-actions.ts';
import { deadlines } from '../deadlines.ts';
import type { CaseEvent, CaseFactsByType } from '../event.ts';
import { fold } from '../fold.ts';
import { moveWaits, unitMoved } from '../move.ts';
import type { CaseState } from '../state.ts';
import { transferClosure } from '../transfer.ts';
import { begin, type Draft, draftOfAct } from './draft-of-act.ts';

const forever = { from: '2020-01-01T00:00:00.000Z' as Instant, until: null };
const actor = (id: string, role: 'supervisor' | 'leadWorker' | 'partner', ...units: string[]): Actor => ({
  id,
  county: '1',
  unit: units[0] ?? null,
  name: id,
  grants: units.map((id) => ({ role, reach: { kind: 'unit', id }, ...forever })),
});
/** Who acts, in both units between which a case may move: two supervisors, a worker; and a school. */
export const people: readonly Actor[] = [
  actor('boss', 'supervisor', 'u', 'v'),
  actor('boss2', 'supervisor', 'u', 'v'),
  actor('worker', 'leadWorker', 'u', 'v'),
  actor('school', 'partner', 's'),
];
/** The programmes that are lived through, the imaginary one with every feature among them. */
export const programmes: readonly Programme[] = ['vulnerable-family', 'child-protection', 'intimate-partner-violence']
  .flatMap((id) => programmeFor(id, '63000') ?? [])
  .concat(communityGarden);

/** The event with which a case begins. */
export function dispatched(programme: Programme): CaseEvent {
  const facts: CaseFactsByType['caseDispatched'] = {
    programme: programme.id,
    packVersion: programme.version,
    number: 'X-1',
    county: '1',
    district: null,
    unit: 'u',
    band: 'high',
    report: 'r1',
    dispatch: 'd1',
    members: [{ person: 'p1', role: 'subject', relation: null, side: 'victim' }],
    needs: [],
    grade: 'L1',
    class: 'C1',
    receivedAt: addHours(begin, -5),
  };
  return {
    id: 'e1',
    caseId: 'c',
    seq: 1,
    type: 'caseDispatched',
    at: begin,
    happenedAt: begin,
    actor: 'desk',
    unit: null,
    facts,
    personal: null,
  };
}

/** What follows in the same write when another county has taken the case. */
const closing: Draft = { type: 'closureDecided', facts: { proposal: 'taken', approved: true, reason: transferClosure } };

/** What the unit that is asked answers, which is no act on the case: it has nothing of it yet. */
function answersOfMove({ move, lead }: CaseState, n: number): Draft[] {
  if (move === null) return [];
  const { id, from, unit, district } = move;
  if (n % 3 === 0) return [{ type: 'moveReturned', facts: { move: id, reason: 'notHere' } }];
  return [
    { type: 'moveAccepted', facts: { move: id, from, unit, district } },
    lead === null
      ? { type: 'workerAssigned', facts: { worker: 'worker', unit } }
      : { type: 'leadHandedOver', facts: { from: lead, to: 'worker', unit, reason: unitMoved } },
  ];
}

const moving: readonly CaseActionId[] = [
  'accept',
  'assignWorker',
  'recordVisit',
  'completeAssessment',
  'proposeOpening',
  'decideOpening',
  'draftPlan',
  'reviewGoal',
  'proposeClosure',
  'decideClosure',
  'returnReferral',
  'decideTransfer',
  'answerTransfer',
  'decideMove',
];

/** A life: at each step one of the people does one of the acts that are open to them. */
export const life = fc
  .tuple(
    fc.constantFrom(...programmes),
    fc.array(fc.noBias(fc.tuple(fc.nat(3), fc.nat(1_000_000), fc.nat(120))), { minLength: 5, maxLength: 50, size: 'max' }),
  )
  .map(([programme, choices]) => {
    const events: CaseEvent[] = [dispatched(programme)];
    let now = begin;
    for (const [who, n, hours] of choices) {
      now = addHours(now, hours);
      const state = fold(events);
      const person = people[who];
      if (state === null || person === undefined) continue;
      const open = allowedActions(
        programme,
        state,
        person,
        { now, zone: taipei },
        { clocks: deadlines(programme, events, { now, zone: taipei, calendar: officeCalendar }) },
      ).filter((act) => act.allowed);
      // Acts that move a case on are drawn more often, or few lives would come to their end.
      const weighted = open.flatMap((act) => (moving.includes(act.id) ? [act, act, act, act] : [act]));
      const act = weighted[n % Math.max(1, weighted.length)];
      if (act === undefined) continue;
      const seed = Math.imul(n + 1, 7919 + state.version) >>> 7;
      const drawn = draftOfAct(act.id, state, programme, seed, person.id);
      const said = moveWaits(state) && seed % 4 === 0 ? answersOfMove(state, seed >>> 2) : [drawn];
      for (const { type, facts } of drawn.type === 'transferAccepted' ? [drawn, closing] : said)
        events.push({
          id: `e${events.length + 1}`,
          caseId: 'c',
          seq: events.length + 1,
          type,
          at: now,
          happenedAt: now,
          actor: person.id,
          unit: null,
          facts,
          personal: null,
        } as CaseEvent);
    }
    return { programme, events, now };
  });
