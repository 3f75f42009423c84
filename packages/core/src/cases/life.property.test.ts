import { communityGarden, programmeFor } from '@anwang/packs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { Programme } from '../programs/program.ts';
import { addHours, type Instant } from '../time/instant.ts';
import { officeCalendar } from '../time/office-days.ts';
import { taipei } from '../time/zone.ts';
import { allowedActions } from './allowed-actions.ts';
import { type CaseActionId, caseActions } from './case-actions.ts';
import { deadlines, openClocks } from './deadlines.ts';
import type { CaseEvent, CaseFactsByType } from './event.ts';
import { fold, step } from './fold.ts';
import { stageOf } from './stage-of.ts';
import type { CaseState } from './state.ts';
import { timeline } from './timeline.ts';

const begin = '2026-03-02T01:00:00.000Z' as Instant;
const forever = { from: '2020-01-01T00:00:00.000Z' as Instant, until: null };
const actor = (id: string, role: 'supervisor' | 'leadWorker' | 'partner', reach: Actor['grants'][number]['reach']): Actor => ({
  id,
  county: '1',
  unit: reach.id ?? 'u',
  name: id,
  grants: [{ role, reach, ...forever }],
});
const people: readonly Actor[] = [
  actor('boss', 'supervisor', { kind: 'unit', id: 'u' }),
  actor('boss2', 'supervisor', { kind: 'unit', id: 'u' }),
  actor('worker', 'leadWorker', { kind: 'unit', id: 'u' }),
  actor('school', 'partner', { kind: 'unit', id: 's' }),
];
const programmes: readonly Programme[] = ['vulnerable-family', 'child-protection', 'intimate-partner-violence']
  .flatMap((id) => programmeFor(id, '63000') ?? [])
  .concat(communityGarden);

function dispatched(programme: Programme): CaseEvent {
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

type Draft = { [T in CaseEvent['type']]: { type: T; facts: CaseFactsByType[T] } }[CaseEvent['type']];
/** A plausible event for an act; `n` varies what is said. */
function draft(id: CaseActionId, state: CaseState, programme: Programme, n: number): Draft {
  const pick = <T>(list: readonly T[]): T => list[n % list.length] as T;
  const outcome = pick(['met', 'notMet', 'refused', 'notFound'] as const);
  const openReferral = state.referrals.find((one) => one.status === 'sent' || one.status === 'accepted')?.id ?? '';
  switch (id) {
    case 'accept':
      return { type: 'caseAccepted', facts: { unit: 'u' } };
    case 'return':
      return { type: 'caseReturned', facts: { reason: 'otherDistrict' } };
    case 'assignWorker':
      return { type: 'workerAssigned', facts: { worker: 'worker', unit: 'u' } };
    case 'handOverLead':
      return { type: 'leadHandedOver', facts: { from: state.lead, to: 'worker', unit: 'u', reason: 'leave' } };
    case 'recordContact':
      return { type: 'contactRecorded', facts: { method: 'phone', outcome, persons: [], minutes: null } };
    case 'recordVisit':
      return { type: 'visitRecorded', facts: { method: 'homeVisit', faceToFace: true, outcome, persons: [], minutes: 20, safe: null } };
    case 'completeAssessment': {
      const instrument = programme.instruments[0]?.instrument ?? '';
      const band = instrument === 'sdm-safety' ? pick(['safe', 'unsafe', 'safeWithPlan']) : pick(['low', 'high', 'medium']);
      return {
        type: 'assessmentCompleted',
        facts: {
          assessment: `a${n}`,
          instrument,
          version: '1',
          moment: pick(['pre', 'post', 'review'] as const),
          person: null,
          score: n,
          band,
          override: null,
          triggers: [],
        },
      };
    }
    case 'proposeOpening':
      return {
        type: 'openingProposed',
        facts: { proposal: `o${n}`, outcome: pick(['open', 'open', 'shortTerm', 'notOpened'] as const), reasons: [] },
      };
    case 'decideOpening':
      return {
        type: 'openingDecided',
        facts: { proposal: state.pending?.id ?? '', approved: n % 4 !== 0, outcome: state.pending?.outcome ?? 'open', reasons: [] },
      };
    case 'draftPlan':
      return { type: 'planDrafted', facts: { plan: `p${n}`, level: null, reviewOn: null } };
    case 'setGoal':
      return { type: 'goalSet', facts: { goal: `g${n % 5}`, need: 'economy', priority: 1, dueOn: null, services: [] } };
    case 'reviewGoal':
      return { type: 'goalReviewed', facts: { goal: pick(state.goals).id, status: pick(['achieved', 'partly', 'active'] as const) } };
    case 'recordService':
      return { type: 'serviceRecorded', facts: { service: 'goods', goal: null, provider: null, person: null, amount: 1 } };
    case 'sendReferral':
      return {
        type: 'referralSent',
        facts: { referral: `f${n}-${state.version}`, unit: 's', need: 'school', fields: [], answerBy: begin },
      };
    case 'answerReferral':
      return { type: 'referralAnswered', facts: { referral: openReferral, answer: 'accepted', reason: null } };
    case 'returnReferral':
    case 'cancelReferral':
      return { type: 'referralReturned', facts: { referral: openReferral, outcome: 'completed', result: null } };
    case 'addCollaborator':
      return { type: 'collaboratorAdded', facts: { account: `h${n}`, unit: 's', duty: 'care' } };
    case 'endCollaborator': {
      const helper = state.collaborators.find((one) => one.until === null);
      return { type: 'collaboratorEnded', facts: { account: helper?.account ?? null, unit: helper?.unit ?? '', reason: 'ended' } };
    }
    case 'grantShare':
      return {
        type: 'shareGranted',
        facts: {
          share: `s${n}-${state.version}`,
          unit: 's',
          account: null,
          parts: ['summary'],
          purpose: 'x',
          legalBasis: 'y',
          until: '2030-01-01T00:00:00.000Z' as Instant,
        },
      };
    case 'endShare':
      return { type: 'shareEnded', facts: { share: state.shares.find((one) => !one.ended)?.id ?? '' } };
    case 'addMember':
      return { type: 'memberAdded', facts: { person: `p${n % 4}`, role: 'member', relation: null, side: 'family' } };
    case 'removeMember':
      return { type: 'memberRemoved', facts: { person: `p${n % 4}`, reason: 'removed' } };
    case 'raiseRisk':
      return {
        type: 'riskRaised',
        facts: { band: pick(['low', 'high', null] as const), risk: pick(['missing', null]), on: n % 2 === 0, source: 'person' },
      };
    case 'addNote':
      return { type: 'noteAdded', facts: { about: 'case' } };
    case 'attachFile':
      return { type: 'fileAttached', facts: { file: 'f', purpose: 'attachment' } };
    case 'proposeClosure':
      return { type: 'closureProposed', facts: { proposal: `k${n}`, reason: 'other', residualRisk: 'low', followUpOn: null } };
    case 'decideClosure':
      return { type: 'closureDecided', facts: { proposal: state.pending?.id ?? '', approved: n % 3 !== 0, reason: 'other' } };
    case 'reopen':
      return { type: 'caseReopened', facts: { reason: 'newReport', report: pick(['r1', 'r2', null]) } };
    case 'pauseClock':
      return { type: 'clockPaused', facts: { clock: pick(programme.clocks).id, reason: 'hospital' } };
    case 'resumeClock':
      return { type: 'clockResumed', facts: { clock: pick(state.pausedClocks) } };
  }
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
];

/** A life: at each step one of the people does one of the acts that are open to them. */
const life = fc
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
      const { type, facts } = draft(act.id, state, programme, Math.imul(n + 1, 7919 + state.version) >>> 7);
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

const check = (property: (one: { programme: Programme; events: readonly CaseEvent[]; now: Instant; state: CaseState }) => void) =>
  fc.assert(
    fc.property(life, ({ programme, events, now }) => {
      const state = fold(events);
      if (state === null) throw new Error('no state');
      property({ programme, events, now, state });
    }),
    { numRuns: 50 },
  );

describe('the life of a case, drawn at random from what is allowed', () => {
  it('folds the same whole and step by step, and numbers its version by its events', () => {
    check(({ events, state }) => {
      expect(events.reduce<CaseState | null>(step, null)).toEqual(state);
      expect(state.version).toBe(events.length);
    });
  });
  it('counts what a plain look at the events counts', () => {
    check(({ events, state }) => {
      const count = (fits: (event: CaseEvent) => boolean) => events.filter(fits).length;
      expect(state.visits.count).toBe(count((event) => event.type === 'visitRecorded'));
      expect(state.visits.seen).toBe(count((event) => event.type === 'visitRecorded' && event.facts.outcome === 'met'));
      expect(state.contacts.count).toBe(count((event) => event.type === 'contactRecorded'));
      expect(state.assessments.length).toBe(count((event) => event.type === 'assessmentCompleted'));
      expect(state.services.count).toBe(count((event) => event.type === 'serviceRecorded'));
      expect(state.reopened).toBe(count((event) => event.type === 'caseReopened'));
      const firstMet = events.find((event) => event.type === 'visitRecorded' && event.facts.outcome === 'met');
      expect(state.visits.firstAt).toBe(firstMet?.happenedAt ?? null);
    });
  });
  it('has one lead at a time, at most one open proposal, and nobody twice among its present members', () => {
    check(({ state }) => {
      const running = state.leads.filter((spell) => spell.until === null);
      expect(running.length).toBe(state.lead === null ? 0 : 1);
      expect(state.pending !== null).toBe(state.stage === 'openReview' || state.stage === 'closeReview');
      const present = state.members.filter((member) => member.until === null).map((member) => member.person);
      expect(new Set(present).size).toBe(present.length);
      expect(state.closedAt !== null).toBe(state.stage === 'closed' || state.stage === 'notOpened');
    });
  });
  it('always has a name for its stage, and a timeline that loses nothing', () => {
    check(({ programme, events, state, now }) => {
      expect(stageOf(programme, state, { now, zone: taipei })?.generic).toBe(state.stage);
      const lines = timeline(events);
      expect(new Set(lines.map((line) => line.event)).size).toBe(events.length);
      expect(lines.map((line) => line.happenedAt)).toEqual([...lines.map((line) => line.happenedAt)].sort().reverse());
    });
  });
  it('is never decided by the one who proposed', () => {
    check(({ events }) => {
      for (const event of events) {
        if (event.type !== 'openingDecided' && event.type !== 'closureDecided') continue;
        const proposed = events.findLast(
          (one) => one.seq < event.seq && (one.type === 'openingProposed' || one.type === 'closureProposed'),
        );
        expect(proposed?.actor).not.toBe(event.actor);
      }
    });
  });
  it('keeps its clocks honest: stopped is not running, due follows start, the nearest comes first', () => {
    check(({ programme, events, now }) => {
      const clocks = deadlines(programme, events, { now, zone: taipei, calendar: officeCalendar });
      for (const clock of clocks) {
        if (clock.due !== null) expect(clock.due >= clock.start).toBe(true);
        expect(['met', 'late', 'cancelled'].includes(clock.status)).toBe(clock.stoppedAt !== null);
        if (clock.status === 'met' && clock.due !== null) expect((clock.stoppedAt ?? '') <= clock.due).toBe(true);
        if (clock.status === 'late') expect((clock.stoppedAt ?? '') > (clock.due ?? '')).toBe(true);
        if (clock.status === 'overdue') expect(now > (clock.due ?? '')).toBe(true);
        expect(programme.clocks.some((rule) => rule.id === clock.ruleId)).toBe(true);
      }
      for (const rule of programme.clocks.filter((one) => one.key === undefined))
        expect(openClocks(clocks).filter((clock) => clock.ruleId === rule.id).length).toBeLessThanOrEqual(1);
      const due = clocks.map((clock) => clock.due ?? '9');
      expect(due).toEqual([...due].sort());
    });
  });
  it('says of every act either that it is open or why it is not', () => {
    check(({ programme, state, now }) => {
      for (const person of people)
        for (const act of allowedActions(programme, state, person, { now, zone: taipei })) {
          expect(act.allowed).toBe(act.closed.length === 0);
          if (act.allowed) expect(caseActions[act.id].stages).toContain(state.stage);
        }
    });
  });
  it('reaches every stage in some life', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(life, ({ events }) => {
        for (let n = 1; n <= events.length; n += 1) reached.add(fold(events.slice(0, n))?.stage ?? '');
      }),
      { numRuns: 150, seed: 7 },
    );
    expect([...reached]).toEqual(
      expect.arrayContaining([
        'dispatched',
        'accepted',
        'assigned',
        'assessing',
        'openReview',
        'planning',
        'serving',
        'closeReview',
        'closed',
        'notOpened',
        'shortTerm',
        'returned',
      ]),
    );
  });
});

describe('a tampered life', () => {
  const [programme] = programmes;
  if (programme === undefined) throw new Error('no programme');
  const first = dispatched(programme);
  const note = (seq: number, caseId = 'c'): CaseEvent => ({
    id: `n${seq}`,
    caseId,
    seq,
    type: 'noteAdded',
    at: begin,
    happenedAt: begin,
    actor: 'x',
    unit: null,
    facts: { about: 'case' },
    personal: null,
  });
  it('is refused: a gap, a foreign event, a beginning that is none', () => {
    expect(() => fold([first, note(3)])).toThrow('does not follow');
    expect(() => fold([first, note(2, 'other')])).toThrow('does not follow');
    expect(() => fold([note(1)])).toThrow('begins with caseDispatched');
  });
});
