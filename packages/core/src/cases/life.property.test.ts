import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../programs/program.ts';
import type { Instant } from '../time/instant.ts';
import { officeCalendar } from '../time/office-days.ts';
import { taipei } from '../time/zone.ts';
import { allowedActions } from './allowed-actions.ts';
import { caseActions } from './case-actions.ts';
import { deadlines, openClocks } from './deadlines.ts';
import type { CaseEvent } from './event.ts';
import { fold, step } from './fold.ts';
import { moveAnswerClock, moveWaits } from './move.ts';
import { stageOf } from './stage-of.ts';
import type { CaseState } from './state.ts';
import { begin } from './testing/draft-of-act.ts';
import { dispatched, life, people, programmes } from './testing/random-life.ts';
import { timeline } from './timeline.ts';
import { transferClosure, transferWaits } from './transfer.ts';

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
      const count = (fits: (event: CaseEvent) => boolean, among = events) => among.filter(fits).length;
      // Looked into anew, nobody has been seen or called yet.
      const anew = events.findLastIndex((event) => event.type === 'caseReopened' && event.facts.reason !== 'closedInError');
      const since = events.slice(anew + 1);
      expect(state.visits.count).toBe(count((event) => event.type === 'visitRecorded', since));
      expect(state.visits.seen).toBe(count((event) => event.type === 'visitRecorded' && event.facts.outcome === 'met', since));
      expect(state.contacts.count).toBe(count((event) => event.type === 'contactRecorded', since));
      expect(state.assessments.length).toBe(count((event) => event.type === 'assessmentCompleted'));
      expect(state.services.count).toBe(count((event) => event.type === 'serviceRecorded'));
      expect(state.reopened).toBe(count((event) => event.type === 'caseReopened'));
      const firstMet = since.find((event) => event.type === 'visitRecorded' && event.facts.outcome === 'met');
      expect(state.visits.firstAt).toBe(firstMet?.happenedAt ?? null);
    });
  });
  it('has one lead at a time, at most one open proposal, and nobody twice among its present members', () => {
    check(({ state }) => {
      const running = state.leads.filter((spell) => spell.until === null);
      expect(running.length).toBe(state.lead === null ? 0 : 1);
      const reviewed = state.stage === 'openReview' || state.stage === 'closeReview';
      expect(state.pending !== null).toBe(reviewed || state.transfer?.status === 'proposed' || state.move?.status === 'proposed');
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
        if (event.type === 'closureDecided' && event.facts.reason === transferClosure) continue;
        const proposed = events.findLast(
          (one) => one.seq < event.seq && (one.type === 'openingProposed' || one.type === 'closureProposed'),
        );
        expect(proposed?.actor).not.toBe(event.actor);
      }
    });
  });
  it('stays open and its own while another county has not answered, and closes as moved when it has taken it', () => {
    check(({ programme, events, now }) => {
      for (let n = 1; n <= events.length; n += 1) {
        const [state, event] = [fold(events.slice(0, n)), events[n - 1]];
        if (state === null || event === undefined) throw new Error('no state');
        const asked = events.slice(0, n).findLast((one) => one.type === 'transferProposed');
        expect(state.transfer?.id).toBe(asked?.facts.transfer);
        if (transferWaits(state)) {
          expect(state.closedAt, event.type).toBe(null);
          const decided = events.findLast((one) => one.type === 'transferDecided' && one.facts.transfer === state.transfer?.id);
          expect(decided?.actor).not.toBe(state.transfer?.proposedBy);
          const clocks = deadlines(programme, events.slice(0, n), { now, zone: taipei, calendar: officeCalendar });
          expect(clocks.some((clock) => clock.ruleId === 'transfer-answer' && clock.stoppedAt === null)).toBe(true);
        }
        if (event.type === 'closureDecided' && events[n - 2]?.type === 'transferAccepted') {
          expect(state).toMatchObject({ stage: 'closed', pending: null, closure: { reason: transferClosure } });
          const reopen = people.map((one) =>
            allowedActions(programme, state, one, { now, zone: taipei }).find(({ id }) => id === 'reopen'),
          );
          expect(reopen.some((act) => act?.allowed)).toBe(false);
        }
      }
    });
  });
  it('stays with its unit, clocks and lead and all, while another unit has not answered, and loses nothing when it moves', () => {
    check(({ programme, events, now }) => {
      const clocksAt = (n: number) => deadlines(programme, events.slice(0, n), { now, zone: taipei, calendar: officeCalendar });
      for (let n = 2; n <= events.length; n += 1) {
        const [before, state, event] = [fold(events.slice(0, n - 1)), fold(events.slice(0, n)), events[n - 1]];
        if (before === null || state === null || event === undefined) throw new Error('no state');
        if (event.type !== 'moveAccepted') {
          if (!['workerAssigned', 'leadHandedOver', 'caseAccepted', 'disputeArbitrated'].includes(event.type))
            expect(state.unit).toBe(before.unit);
          if (moveWaits(state)) {
            expect(state.closedAt, event.type).toBe(null);
            expect(clocksAt(n).some((clock) => clock.ruleId === moveAnswerClock && clock.stoppedAt === null)).toBe(true);
          }
          continue;
        }
        const { unit, move, district: _district, version: _version, lastEventAt: _at, ...rest } = state;
        expect(unit).toBe(move?.unit);
        expect(rest).toEqual(Object.fromEntries(Object.entries(before).filter(([key]) => key in rest)));
        const running = (at: number) =>
          clocksAt(at).flatMap((clock) =>
            clock.stoppedAt === null && clock.ruleId !== moveAnswerClock ? [[clock.ruleId, clock.key, clock.due]] : [],
          );
        expect(running(n)).toEqual(running(n - 1));
        const decided = events.slice(0, n).findLast((one) => one.type === 'moveDecided');
        expect(decided?.actor).not.toBe(move?.proposedBy);
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
      { numRuns: 500, seed: 2 },
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
  it('is taken over, is returned by another county or unit, and is taken back in some life', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(life, ({ events }) => {
        for (const event of events) reached.add(event.type);
      }),
      { numRuns: 700, seed: 3 },
    );
    expect([...reached]).toEqual(
      expect.arrayContaining(['transferProposed', 'transferDecided', 'transferReturned', 'transferWithdrawn', 'transferAccepted']),
    );
    expect([...reached]).toEqual(expect.arrayContaining(['moveProposed', 'moveDecided', 'moveReturned', 'moveWithdrawn', 'moveAccepted']));
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
