import { programmeFor } from '@anwang/packs';
import { describe, expect, it } from 'vitest';
import { must } from '../lang/result.ts';
import { type Instant, parseInstant } from '../time/instant.ts';
import { officeCalendar } from '../time/office-days.ts';
import { taipei } from '../time/zone.ts';
import type { Clock } from './clock.ts';
import { deadlines } from './deadlines.ts';
import type { CaseEvent, CaseFactsByType } from './event.ts';
import { acceptedBy, dutiesOf } from './first-duty.ts';
import { fold } from './fold.ts';
import { caseNumber, reportNumber } from './number.ts';
import { eventShape, upcastFacts } from './upcast.ts';

const at = (taipeiTime: string): Instant => must(parseInstant(`${taipeiTime}:00+08:00`));
let seq = 0;
function event<T extends CaseEvent['type']>(type: T, when: string, facts: CaseFactsByType[T]): CaseEvent {
  seq = type === 'caseDispatched' ? 1 : seq + 1;
  return {
    id: `e${seq}`,
    caseId: 'c',
    seq,
    type,
    at: at(when),
    happenedAt: at(when),
    actor: 'x',
    unit: null,
    facts,
    personal: null,
  } as unknown as CaseEvent;
}
const begin = (programme: string, more: Partial<CaseFactsByType['caseDispatched']> = {}) =>
  event('caseDispatched', '2026-11-20T15:00', {
    programme,
    packVersion: '2026.1',
    number: 'X',
    county: '1',
    district: null,
    unit: 'u',
    band: 'high',
    report: 'r',
    dispatch: 'd',
    members: [],
    needs: [],
    grade: 'L1',
    class: 'C1',
    receivedAt: at('2026-11-20T09:00'),
    ...more,
  });
const visit = (when: string, outcome: 'met' | 'notMet' = 'met') =>
  event('visitRecorded', when, { method: 'homeVisit', faceToFace: true, outcome, persons: [], minutes: null, safe: null });
function clocks(programme: string, county: string, now: string, events: readonly CaseEvent[]): Map<string, Clock> {
  const stated = programmeFor(programme, county);
  if (stated === null) throw new Error('no programme');
  return new Map(deadlines(stated, events, { now: at(now), zone: taipei, calendar: officeCalendar }).map((clock) => [clock.ruleId, clock]));
}

describe('statutory clocks', () => {
  it('vulnerable family: visit within ten days of the report, a week in the mountain county; going in vain does not count', () => {
    const events = [begin('vulnerable-family'), visit('2026-11-25T10:00', 'notMet')];
    expect(clocks('vulnerable-family', '64000', '2026-11-26T00:00', events).get('vf-visit')).toMatchObject({
      start: at('2026-11-20T09:00'),
      due: '2026-11-30T15:59:59.999Z',
      status: 'running',
      mark: 'V',
    });
    expect(clocks('vulnerable-family', '10008', '2026-11-28T00:00', events).get('vf-visit')).toMatchObject({
      due: '2026-11-27T15:59:59.999Z',
      status: 'overdue',
    });
    expect(clocks('vulnerable-family', '64000', '2026-12-05T00:00', [...events, visit('2026-11-30T23:00')]).get('vf-visit')?.status).toBe(
      'met',
    );
    expect(clocks('vulnerable-family', '64000', '2026-12-05T00:00', [...events, visit('2026-12-01T00:00')]).get('vf-visit')?.status).toBe(
      'late',
    );
  });
  it('child protection: L1 seen in 24 hours and investigated in four days, L2 in thirty; grading is met by the dispatch itself', () => {
    const l1 = clocks('child-protection', '63000', '2026-11-21T00:00', [begin('child-protection')]);
    expect(l1.get('face-child-L1')?.due).toBe(at('2026-11-21T15:00'));
    expect(l1.get('inv-child-L1')?.due).toBe('2026-11-24T15:59:59.999Z');
    expect(l1.get('grade-child')).toMatchObject({ status: 'met', stoppedAt: at('2026-11-20T15:00') });
    expect(l1.has('inv-child-L2')).toBe(false);
    const l2 = clocks('child-protection', '63000', '2026-11-21T00:00', [begin('child-protection', { grade: 'L2' })]);
    expect(l2.get('inv-child-L2')?.due).toBe('2026-12-20T15:59:59.999Z');
    expect(l2.has('face-child-L1')).toBe(false);
    expect(
      clocks('child-protection', '10008', '2026-11-21T00:00', [begin('child-protection', { grade: 'L2' })]).get('inv-child-L2')?.due,
    ).toBe('2026-12-10T15:59:59.999Z');
  });
  it('the child is to be seen: a visit at which only somebody else was met lets the clock run, and is no visit to the child', () => {
    const who = { method: 'homeVisit', faceToFace: true, outcome: 'met', persons: [], minutes: null, safe: null } as const;
    const atTheDoor = (subjectMet?: boolean) =>
      event('visitRecorded', '2026-11-20T20:00', subjectMet === undefined ? who : { ...who, subjectMet });
    const face = (...events: CaseEvent[]) => clocks('child-protection', '63000', '2026-11-21T00:00', events).get('face-child-L1')?.status;
    expect(face(begin('child-protection'), atTheDoor(false))).toBe('running');
    expect(face(begin('child-protection'), atTheDoor(true))).toBe('met');
    // Events of before do not say it.
    expect(face(begin('child-protection'), atTheDoor())).toBe('met');
    expect(fold([begin('child-protection'), atTheDoor(false)])?.visits).toMatchObject({
      count: 1,
      seen: 0,
      faceToFace: 0,
      firstAt: null,
    });
  });
  it('a retest that could not be done is still owed; one that does not concern the person is not', () => {
    const done: CaseFactsByType['assessmentCompleted'] = {
      assessment: 'a',
      instrument: 'tipvda-1',
      version: '1',
      moment: 'intake',
      person: null,
      score: 9,
      band: 'high',
      override: null,
      triggers: [],
    };
    const gap = (notDone: string, applies: boolean) =>
      event('assessmentNotDone', '2026-12-10T10:00', {
        instrument: 'tipvda-1',
        version: '1',
        moment: 'review',
        person: null,
        notDone,
        applies,
      });
    const tested = () => [begin('intimate-partner-violence'), event('assessmentCompleted', '2026-11-21T10:00', done)];
    const after = (...more: CaseEvent[]) =>
      clocks('intimate-partner-violence', '64000', '2026-12-30T00:00', more).get('ipv-retest')?.status;
    expect(after(...tested(), gap('notReached', true))).toBe('overdue');
    expect(after(...tested(), gap('victimDied', false))).toBe('cancelled');
  });
  it('child protection: the family plan is due three months after opening (Civil Code months)', () => {
    const opened = event('openingDecided', '2026-11-30T10:00', { proposal: 'p', approved: true, outcome: 'open', reasons: [] });
    expect(clocks('child-protection', '63000', '2026-12-01T00:00', [begin('child-protection'), opened]).get('plan-child')?.due).toBe(
      '2027-02-28T15:59:59.999Z',
    );
  });
  it('partner violence: contact within 24 hours when high, three working days otherwise, two in the first demo county', () => {
    expect(
      clocks('intimate-partner-violence', '63000', '2026-11-21T00:00', [begin('intimate-partner-violence')]).get('ipv-contact-high')?.due,
    ).toBe(at('2026-11-21T15:00'));
    const low = [begin('intimate-partner-violence', { band: 'low' })];
    expect(clocks('intimate-partner-violence', '63000', '2026-11-21T00:00', low).get('ipv-contact')?.due).toBe('2026-11-25T15:59:59.999Z');
    expect(clocks('intimate-partner-violence', '64000', '2026-11-21T00:00', low).get('ipv-contact')?.due).toBe('2026-11-24T15:59:59.999Z');
  });
});

describe('clocks', () => {
  it('stand still and go on, and restart for the next round', () => {
    const opened = event('openingDecided', '2026-11-20T16:00', { proposal: 'p', approved: true, outcome: 'open', reasons: [] });
    const events = [begin('vulnerable-family'), opened, visit('2026-12-01T10:00')];
    const before = clocks('vulnerable-family', '63000', '2026-12-02T00:00', events).get('visit-rhythm');
    expect(before).toMatchObject({ round: 2, start: at('2026-12-01T10:00'), status: 'running' });
    const paused = event('clockPaused', '2026-12-05T10:00', { clock: 'visit-rhythm', reason: 'abroad' });
    expect(clocks('vulnerable-family', '63000', '2026-12-09T00:00', [...events, paused]).get('visit-rhythm')?.status).toBe('paused');
    const resumed = event('clockResumed', '2026-12-15T10:00', { clock: 'visit-rhythm' });
    const after = clocks('vulnerable-family', '63000', '2026-12-16T00:00', [...events, paused, resumed]).get('visit-rhythm');
    expect([before?.due, after?.due]).toEqual(['2027-01-01T15:59:59.999Z', '2027-01-11T15:59:59.999Z']);
  });
  it('run for each referral by itself', () => {
    const sent = (id: string, when: string) =>
      event('referralSent', when, { referral: id, unit: 's', need: 'school', fields: [], answerBy: at(when) });
    const events = [
      begin('vulnerable-family'),
      sent('a', '2026-11-23T09:00'),
      sent('b', '2026-11-24T09:00'),
      event('referralAnswered', '2026-11-24T10:00', { referral: 'a', answer: 'accepted', reason: null }),
    ];
    const stated = programmeFor('vulnerable-family', '63000');
    if (stated === null) throw new Error('no programme');
    const found = deadlines(stated, events, { now: at('2026-11-25T00:00'), zone: taipei, calendar: officeCalendar }).filter(
      (clock) => clock.ruleId === 'referral-answer',
    );
    expect(found.map((clock) => [clock.key, clock.status])).toEqual([
      ['a', 'met'],
      ['b', 'running'],
    ]);
  });
  it('begin again with each further report, from its receipt', () => {
    const linked = event('reportLinked', '2026-12-01T09:00', { report: 'r2', band: 'medium', receivedAt: at('2026-11-30T22:00') });
    const events = [begin('vulnerable-family'), visit('2026-11-25T10:00'), linked];
    expect(clocks('vulnerable-family', '63000', '2026-12-02T00:00', events).get('vf-visit-again')).toMatchObject({
      key: 'r2',
      start: at('2026-11-30T22:00'),
      due: '2026-12-10T15:59:59.999Z',
      status: 'running',
    });
    expect(
      clocks('vulnerable-family', '63000', '2026-12-05T00:00', [...events, visit('2026-12-04T10:00')]).get('vf-visit-again')?.status,
    ).toBe('met');
  });
  it('end when the duty has gone, and watch after closing without ever being overdue', () => {
    const declined = event('openingDecided', '2026-11-22T10:00', { proposal: 'p', approved: true, outcome: 'notOpened', reasons: [] });
    expect(clocks('vulnerable-family', '63000', '2027-01-01T00:00', [begin('vulnerable-family'), declined]).get('vf-visit')?.status).toBe(
      'cancelled',
    );
    const closed = event('closureDecided', '2026-11-22T10:00', { proposal: 'p', approved: true, reason: 'other' });
    const watch = clocks('vulnerable-family', '63000', '2027-12-01T00:00', [begin('vulnerable-family'), closed]).get('vf-watch-6m');
    expect(watch).toMatchObject({ due: '2027-05-22T15:59:59.999Z', status: 'over' });
  });
});

describe('numbers and shapes', () => {
  it('are in ROC years of the legal zone', () => {
    expect(caseNumber('VF', at('2026-11-01T00:30'), 417, taipei)).toBe('VF-115-11-0417');
    expect(reportNumber(at('2026-11-18T00:30'), 731, taipei)).toBe('115-1118-0731');
  });
  it('of events are lifted from every older version, and newer ones refused', () => {
    for (let shape = 1; shape <= eventShape; shape += 1)
      expect(upcastFacts('noteAdded', shape, { about: 'case' })).toEqual({ about: 'case' });
    expect(() => upcastFacts('noteAdded', eventShape + 1, {})).toThrow('not known');
  });
});

describe('what a case owes while it waits in the inbox of a unit', () => {
  const context = { now: at('2026-11-20T15:00'), zone: taipei, calendar: officeCalendar };
  const sent = {
    county: '63000',
    band: 'high',
    grade: 'L1',
    class: 'C1',
    receivedAt: at('2026-11-20T09:00'),
    sentAt: at('2026-11-20T15:00'),
  } as const;
  // The end of Monday.
  const limit = '2026-11-23T15:59:59.999Z' as Instant;
  it('the child is to be seen in 24 hours whoever has accepted or not: the unit accepts before that is over', () => {
    const child = programmeFor('child-protection', '63000');
    expect(child && dutiesOf(child, sent, context).map(({ ruleId }) => ruleId)).toEqual(['face-child-L1', 'inv-child-L1']);
    expect(acceptedBy(limit, child, sent, context)).toBe(at('2026-11-21T15:00'));
    expect(acceptedBy(limit, child, { ...sent, grade: 'L2' }, context)).toBe(limit);
    const partner = programmeFor('intimate-partner-violence', '63000');
    expect(acceptedBy(limit, partner, sent, context)).toBe(at('2026-11-21T15:00'));
    expect(acceptedBy(limit, partner, { ...sent, band: 'low' }, context)).toBe(limit);
    expect(acceptedBy(limit, null, sent, context)).toBe(limit);
  });
});
