// What becomes of a plan: it holds for any life drawn at random, and for the few turns that a life seldom takes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../time/instant.ts';
import type { CaseEvent, CaseFactsByType } from './event.ts';
import { fold } from './fold.ts';
import { openPlans, type PlannedVisit, stepPlans, stillOut } from './plans.ts';
import { life } from './testing/random-life.ts';

const at = '2026-11-28T04:00:00.000Z' as Instant;
const planned: CaseFactsByType['visitPlanned'] = {
  plan: 'v',
  kind: 'visit',
  method: 'homeVisit',
  at,
  minutes: 60,
  persons: ['p'],
  contact: null,
  account: 'worker',
  along: ['other'],
};
let seq = 1;
const event = <T extends CaseEvent['type']>(type: T, facts: CaseFactsByType[T]): CaseEvent =>
  ({
    id: `e${++seq}`,
    caseId: 'c',
    seq,
    type,
    at,
    happenedAt: at,
    actor: 'worker',
    unit: null,
    facts,
    personal: null,
  }) as unknown as CaseEvent;
const after = (...events: CaseEvent[]): readonly PlannedVisit[] =>
  [event('visitPlanned', planned), ...events].reduce(stepPlans, [] as readonly PlannedVisit[]);
const visit = (outcome: 'met' | 'notMet' | 'refused' | 'notFound', plan: string | null) =>
  event('visitRecorded', { method: 'homeVisit', faceToFace: true, outcome, persons: [], minutes: null, safe: null, plan });

test('a record that names it meets it, each outcome in its way; one that does not leaves it open', () => {
  const statuses = (['met', 'notMet', 'notFound', 'refused'] as const).map((outcome) => after(visit(outcome, 'v'))[0]?.status);
  expect(statuses).toEqual(['kept', 'nobodyHome', 'nobodyHome', 'refused']);
  expect(after(visit('met', null))[0]?.status).toBe('open');
  expect(after(visit('met', 'v'), visit('notMet', 'v'))[0]?.status, 'what was met stays met').toBe('kept');
});

test('a change restates it wholly, and counts as moved only where the moment is another', () => {
  const change = (changed: CaseFactsByType['visitChanged']['changed'], more: Partial<CaseFactsByType['visitChanged']>) =>
    event('visitChanged', { ...planned, ...more, changed, wasAt: changed.includes('at') ? at : null });
  const plans = after(change(['along', 'warnings'], { along: ['third'], warnings: ['pair'] }));
  expect(plans[0]).toMatchObject({ along: ['third'], warnings: ['pair'], moved: 0, account: 'worker', left: ['other'] });
  expect(after(change(['at'], { at: '2026-11-29T04:00:00.000Z' as Instant }))[0]).toMatchObject({
    moved: 1,
    at: '2026-11-29T04:00:00.000Z',
  });
  expect(after(visit('met', 'v'), change(['along'], { along: [] }))[0], 'what was met stays as it was').toMatchObject({ along: ['other'] });
});

test('somebody else goes in the place of whoever meant to, also one who was to go along, and the first again', () => {
  const goes = (account: string, along: string[]) =>
    event('visitChanged', { ...planned, account, along, changed: ['account'], wasAt: null });
  expect(after(goes('third', ['other']))[0]).toMatchObject({ account: 'third', along: ['other'], former: ['worker'], moved: 0 });
  expect(after(goes('other', ['worker']))[0]).toMatchObject({ account: 'other', along: ['worker'], former: ['worker'] });
  expect(after(goes('other', []), goes('worker', []))[0]).toMatchObject({ account: 'worker', former: ['other'] });
  // An event of before, when who goes was fixed, restates an account and changes nothing of it.
  const restated = event('visitChanged', { ...planned, account: 'third', changed: ['minutes'], wasAt: null });
  expect(after(restated)[0]).toMatchObject({ account: 'worker', former: [] });
});

test('a new lead takes it over, also one who meant to go along, and takes it back', () => {
  const over = (from: string, to: string) => event('leadHandedOver', { from, to, unit: 'u', reason: 'leave' });
  expect(after(over('worker', 'other'))[0]).toMatchObject({ account: 'other', along: [], former: ['worker'] });
  expect(after(over('worker', 'other'), over('other', 'worker'))[0]).toMatchObject({ account: 'worker', former: ['other'] });
  expect(after(over('somebody', 'other'))[0]).toMatchObject({ account: 'worker', former: [] });
});

test('it lapses with the case, not with a closure that was sent back', () => {
  const closing = (approved: boolean) => event('closureDecided', { proposal: 'x', approved, reason: 'r' });
  expect(after(closing(false))[0]?.status).toBe('open');
  expect(after(closing(true))[0]?.status).toBe('lapsed');
  expect(after(event('openingDecided', { proposal: 'x', approved: true, outcome: 'notOpened', reasons: [] }))[0]?.status).toBe('lapsed');
});

test('whoever is on the way or in the home when the case ends is still watched over, until they say that they are out', () => {
  const closed = event('closureDecided', { proposal: 'x', approved: true, reason: 'movedOut' });
  const told = (step: 'departed' | 'arrived' | 'left', until: string | null) =>
    event('visitUnderWay', { plan: 'v', step, until: until as Instant | null });
  const out = after(told('arrived', '2026-12-01T03:00:00.000Z'), closed)[0]!;
  expect([out.status, stillOut(out)]).toEqual(['lapsed', true]);
  const longer = after(told('arrived', '2026-12-01T03:00:00.000Z'), closed, told('arrived', '2026-12-01T04:00:00.000Z'))[0]!;
  expect(longer.underWay.until).toBe('2026-12-01T04:00:00.000Z');
  const left = after(told('arrived', '2026-12-01T03:00:00.000Z'), closed, told('left', null))[0]!;
  expect([left.status, stillOut(left), left.underWay.leftAt]).toEqual(['lapsed', false, expect.any(String)]);
  expect(stillOut(after(closed)[0]!), 'nobody had set out').toBe(false);
});

test('in any life a case that has ended has no open plan, and what is open stands by its moment', () => {
  fc.assert(
    fc.property(life, ({ events }) => {
      const state = fold(events);
      const open = openPlans(state?.plans ?? []);
      if (state?.stage === 'closed' || state?.stage === 'notOpened') expect(open).toEqual([]);
      expect(open.map((plan) => plan.at)).toEqual(open.map((plan) => plan.at).toSorted());
      expect(state?.plans.length).toBe(events.filter((one) => one.type === 'visitPlanned').length);
    }),
    { numRuns: 50 },
  );
});
