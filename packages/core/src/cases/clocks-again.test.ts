// Duties that come back with their cause: a retest that is still high, a second proposal, a case that is taken up again.
import { programmeFor } from '@anwang/packs';
import { describe, expect, it } from 'vitest';
import { must } from '../lang/result.ts';
import { type Instant, parseInstant } from '../time/instant.ts';
import { officeCalendar } from '../time/office-days.ts';
import { taipei } from '../time/zone.ts';
import { caseFacts } from './case-facts.ts';
import { deadlines } from './deadlines.ts';
import type { CaseEvent, CaseFactsByType } from './event.ts';
import { fold } from './fold.ts';

const at = (taipeiTime: string): Instant => must(parseInstant(`${taipeiTime}:00+08:00`));

/** Events of one case, numbered as they are said. */
function story(programme: string) {
  const events: CaseEvent[] = [];
  const say = <T extends CaseEvent['type']>(type: T, when: string, facts: CaseFactsByType[T]) => {
    const seq = events.length + 1;
    const moment = { at: at(when), happenedAt: at(when) };
    events.push({
      id: `e${seq}`,
      caseId: 'c',
      seq,
      type,
      ...moment,
      actor: 'x',
      unit: null,
      facts,
      personal: null,
    } as unknown as CaseEvent);
  };
  const members = ['brother', 'sister'].map((person) => ({ person, role: 'subject', relation: null, side: 'victim' }) as const);
  say('caseDispatched', '2026-11-20T15:00', {
    programme,
    packVersion: '2026.1',
    number: 'X',
    county: '1',
    district: null,
    unit: 'u',
    band: 'low',
    report: 'r',
    dispatch: 'd',
    members,
    needs: [],
    grade: 'L1',
    class: 'C1',
    receivedAt: at('2026-11-20T09:00'),
  });
  const assessed = (when: string, instrument: string, person: string, band: string, triggers: readonly string[] = []) =>
    say('assessmentCompleted', when, {
      assessment: `a${events.length}`,
      instrument,
      version: '1',
      moment: 'review',
      person,
      score: 1,
      band,
      override: null,
      triggers,
    });
  const opened = (when: string, approved: boolean) =>
    say('openingDecided', when, { proposal: 'p', approved, outcome: 'open', reasons: [] });
  const proposed = (when: string) => say('openingProposed', when, { proposal: 'p', outcome: 'open', reasons: [] });
  const met = (when: string) =>
    say('visitRecorded', when, {
      method: 'homeVisit',
      faceToFace: true,
      outcome: 'met',
      persons: ['brother'],
      minutes: null,
      safe: null,
      subjectMet: true,
    });
  const closed = (when: string) => say('closureDecided', when, { proposal: 'p', approved: true, reason: 'goalAchieved' });
  const reopened = (when: string, reason: string) => say('caseReopened', when, { reason, report: null });
  const clocks = (now: string) => {
    const stated = programmeFor(programme, '63000');
    if (stated === null) throw new Error('no programme');
    return deadlines(stated, events, { now: at(now), zone: taipei, calendar: officeCalendar });
  };
  const running = (now: string) =>
    clocks(now)
      .filter((clock) => clock.stoppedAt === null)
      .map((clock) => `${clock.ruleId}${clock.key === null ? '' : ` ${clock.key}`}`);
  return { clocks, events, say, assessed, proposed, opened, met, closed, reopened, running };
}

describe('a duty comes back with its cause', () => {
  it('TIPVDA: a retest that is still high is to be tested again, and a near-lethal answer asks for a call each time', () => {
    const one = story('intimate-partner-violence');
    one.assessed('2026-11-21T10:00', 'tipvda-1', 'brother', 'high', ['listHighRisk', 'callToday']);
    one.met('2026-11-21T11:00');
    expect(one.running('2026-11-22T00:00')).toContain('ipv-retest');
    one.assessed('2026-12-15T10:00', 'tipvda-1', 'brother', 'high', ['listHighRisk', 'callToday']);
    expect(one.running('2026-12-16T00:00')).toEqual(expect.arrayContaining(['ipv-retest', 'ipv-lethal-call']));
    one.assessed('2027-01-10T10:00', 'tipvda-1', 'brother', 'low');
    expect(one.running('2027-01-11T00:00')).not.toContain('ipv-retest');
  });
  it('SDM: each child is looked at again by itself, for as long as it is not safe', () => {
    const one = story('child-protection');
    one.assessed('2026-11-21T10:00', 'sdm-safety', 'brother', 'unsafe');
    one.assessed('2026-11-21T11:00', 'sdm-safety', 'sister', 'safe');
    expect(one.running('2026-11-22T00:00').filter((id) => id.startsWith('sdm'))).toEqual(['sdm-review brother']);
    one.assessed('2026-12-15T10:00', 'sdm-safety', 'brother', 'safeWithPlan');
    expect(one.running('2026-12-16T00:00').filter((id) => id.startsWith('sdm'))).toEqual(['sdm-review brother']);
    one.say('personReplaced', '2026-12-20T10:00', { decision: 'd', from: 'brother', to: 'himself' });
    const sdm = (now: string) => one.running(now).filter((id) => id.startsWith('sdm'));
    expect(sdm('2026-12-20T11:00'), 'under the name of before, as the stored row').toEqual(['sdm-review brother']);
    one.assessed('2026-12-20T12:00', 'sdm-safety', 'himself', 'unsafe');
    expect(sdm('2026-12-20T13:00')).toEqual(['sdm-review brother']);
    one.assessed('2026-12-21T10:00', 'sdm-safety', 'himself', 'safe');
    expect(one.running('2026-12-22T00:00').filter((id) => id.startsWith('sdm'))).toEqual([]);
  });
  it('two who turn out to be one have one clock: the second ends as no longer owed, and runs again when it is taken back', () => {
    const one = story('child-protection');
    one.assessed('2026-11-21T10:00', 'sdm-safety', 'brother', 'unsafe');
    one.assessed('2026-11-22T10:00', 'sdm-safety', 'sister', 'unsafe');
    const sdm = (now: string) => one.running(now).filter((id) => id.startsWith('sdm'));
    expect(sdm('2026-11-23T00:00').sort()).toEqual(['sdm-review brother', 'sdm-review sister']);
    one.say('personReplaced', '2026-12-01T10:00', { decision: 'd', from: 'sister', to: 'brother' });
    expect(sdm('2026-12-01T11:00')).toEqual(['sdm-review brother']);
    const all = (now: string) => one.clocks(now).filter(({ ruleId }) => ruleId === 'sdm-review');
    expect(all('2026-12-01T11:00').find(({ key }) => key === 'sister')).toMatchObject({
      status: 'cancelled',
      stoppedAt: at('2026-12-01T10:00'),
      round: 1,
    });
    one.assessed('2026-12-02T10:00', 'sdm-safety', 'brother', 'safe');
    expect(sdm('2026-12-03T00:00')).toEqual([]);
    one.say('personRestored', '2026-12-04T10:00', { decision: 'd' });
    expect(sdm('2026-12-04T11:00')).toEqual(['sdm-review sister']);
  });
  it('a proposal that was sent back and made again waits for its decision with a clock', () => {
    const one = story('child-protection');
    one.proposed('2026-11-23T10:00');
    one.opened('2026-11-23T12:00', false);
    expect(one.running('2026-11-23T13:00')).not.toContain('decide-opening');
    one.proposed('2026-11-24T10:00');
    expect(one.running('2026-11-24T13:00')).toContain('decide-opening');
  });
  it('a case that is taken up again owes the visit, the report and the family plan as a new one does; not where it was closed by mistake', () => {
    const lived = () => {
      const one = story('child-protection');
      one.met('2026-11-20T18:00');
      one.assessed('2026-11-20T19:00', 'sdm-safety', 'brother', 'safe');
      one.proposed('2026-11-21T10:00');
      one.opened('2026-11-21T12:00', true);
      one.say('planDrafted', '2026-11-22T10:00', { plan: 'p', level: null, reviewOn: null });
      one.closed('2026-12-20T10:00');
      return one;
    };
    const one = lived();
    one.reopened('2027-02-01T10:00', 'needsAgain');
    expect(one.running('2027-02-01T11:00')).toEqual(expect.arrayContaining(['visit-child-L2', 'inv-child-L2']));
    const facts = caseFacts(fold(one.events) ?? never(), ['sdm-safety']);
    expect([facts['visits.faceToFace'], facts['assessment.sdm-safety.count'], facts.lastVisitAt]).toEqual([0, 0, at('2026-11-20T18:00')]);
    one.met('2027-02-02T10:00');
    one.proposed('2027-02-03T10:00');
    one.opened('2027-02-03T12:00', true);
    expect(one.running('2027-02-03T13:00')).toContain('plan-child');
    const mistaken = lived();
    mistaken.reopened('2026-12-21T10:00', 'closedInError');
    expect(mistaken.running('2026-12-21T11:00')).toEqual([]);
    expect(caseFacts(fold(mistaken.events) ?? never(), ['sdm-safety'])['assessment.sdm-safety.count']).toBe(1);
  });
});

describe('what the programmes ask of the results of several', () => {
  it('is the latest of each who is in the case still', () => {
    const one = story('child-protection');
    one.assessed('2026-11-21T10:00', 'sdm-safety', 'brother', 'unsafe');
    one.assessed('2026-11-21T11:00', 'sdm-safety', 'sister', 'safe');
    const bands = () => caseFacts(fold(one.events) ?? never(), ['sdm-safety'])['assessment.sdm-safety.bands'];
    expect(bands()).toEqual(['unsafe', 'safe']);
    one.say('memberRemoved', '2026-11-22T10:00', { person: 'brother', reason: 'other' });
    expect(bands()).toEqual(['safe']);
  });
});

function never(): never {
  throw new Error('no case');
}
