// The clocks of children in placement against a second reading that shares none of their code: one walk through what happens to two children, in milliseconds and days, which
// writes the events and what must follow from them at once. Nothing done for one child may end what is owed for the other, whoever they turn out to be.
import { findProgramme, programmeFor } from '@anwang/packs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant } from '../time/instant.ts';
import { officeCalendar } from '../time/office-days.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { taipei } from '../time/zone.ts';
import { deadlines } from './deadlines.ts';
import type { CaseEvent } from './event.ts';
import { latestUntil, type Placement, placementPhase, placementsNow, stepPlacements } from './placements.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// In the evening of a Friday before a long weekend: hours know no holidays.
const begun = Date.UTC(2026, 1, 13, 12);
const instant = (ms: number) => new Date(ms).toISOString() as Instant;
const dayOf = (ms: number) => Math.floor((ms + 8 * HOUR) / DAY);
const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10) as PlainDate;
const endOf = (day: number) => (day + 1) * DAY - 8 * HOUR - 1;

const acts = [
  'unsafe',
  'unsafe',
  'safe',
  'place',
  'place',
  'ask',
  'ask',
  'grant',
  'grant',
  'refuse',
  'revoke',
  'end',
  'died',
  'tell',
  'other',
] as const;
type Step = {
  readonly hours: number;
  readonly act: (typeof acts)[number];
  readonly child: 0 | 1;
  readonly days: number;
  readonly told: boolean;
};
const steps = fc.array(
  fc.record<Step>({
    hours: fc.integer({ min: 0, max: 60 }),
    act: fc.constantFrom(...acts),
    child: fc.constantFrom(0, 1),
    days: fc.integer({ min: 1, max: 88 }),
    told: fc.boolean(),
  }),
  { maxLength: 30 },
);

type Expected = { rule: string; key: string; start: number; due: number; end: number | null; gone: boolean };
type Child = {
  name: string;
  first: string | null;
  stand: 'home' | 'emergency' | 'asked' | 'continued' | 'mustEnd';
  placement: string;
  until: number | null;
};

function live(drawn: readonly Step[]) {
  const events: CaseEvent[] = [];
  const owed: Expected[] = [];
  const children: Child[] = ['a', 'b'].map((name) => ({ name, first: null, stand: 'home', placement: '', until: null }));
  let at = begun;
  const say = (type: string, facts: object) => {
    const seq = events.length + 1;
    const moment = { at: instant(at), happenedAt: instant(at) };
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
  const start = (rule: string, key: string, due: number) => owed.push({ rule, key, start: at, due, end: null, gone: false });
  const stop = (key: string, gone: boolean, ...rules: string[]) => {
    for (const one of owed) if (one.end === null && one.key === key && rules.includes(one.rule)) Object.assign(one, { end: at, gone });
  };
  drawn.forEach(({ hours, act, child: which, days, told }, n) => {
    at += hours * HOUR + 60_000;
    const child = children[which]!;
    const { stand, placement } = child;
    const mine = { placement, person: child.name };
    const carried = ['place-72h', 'place-term', 'place-home'];
    switch (act) {
      case 'other': {
        say('personReplaced', { decision: `d${n}`, from: child.name, to: `${child.name}x` });
        child.name = `${child.name}x`;
        return;
      }
      case 'unsafe':
      case 'safe': {
        const [placed, band] = [stand !== 'home', act === 'unsafe' ? 'unsafe' : 'safeWithPlan'];
        say('assessmentCompleted', {
          assessment: `a${n}`,
          instrument: 'sdm-safety',
          band,
          override: null,
          person: child.name,
          triggers: [],
          placed,
        });
        if (act === 'safe') stop(child.first ?? '', true, 'protect-today');
        else if (!placed) {
          child.first ??= child.name;
          if (!owed.some((one) => one.rule === 'protect-today' && one.key === child.first && one.end === null))
            start('protect-today', child.first, endOf(dayOf(at)));
        }
        return;
      }
      case 'place': {
        if (stand !== 'home') return;
        Object.assign(child, { stand: 'emergency', placement: `q${n}`, until: null });
        const moment = told ? instant(at) : null;
        say('placementBegun', {
          placement: child.placement,
          person: child.name,
          ground: '3',
          kind: 'B',
          contact: null,
          courtTold: moment,
          policeTold: instant(at),
          guardianTold: null,
          prosecutorTold: null,
          notTold: told ? 'noGuardian' : null,
        });
        stop(child.first ?? '', false, 'protect-today');
        start('place-72h', child.placement, at + 72 * HOUR);
        if (!told) for (const party of ['court', 'guardian']) start(`place-tell-${party}`, child.placement, at + DAY);
        return;
      }
      case 'tell': {
        if (stand === 'home') return;
        say('placementTold', { ...mine, party: told ? 'court' : 'guardian', notTold: null });
        stop(placement, false, `place-tell-${told ? 'court' : 'guardian'}`);
        return;
      }
      case 'ask': {
        const asks: Record<string, [string, string]> = {
          emergency: ['continue', 'place-72h'],
          continued: ['extend', 'place-term'],
          mustEnd: ['appeal', 'place-home'],
        };
        const [what, rule] = asks[stand] ?? [];
        if (what === undefined || rule === undefined) return;
        child.stand = 'asked';
        say('courtAsked', { ...mine, what });
        stop(placement, false, rule);
        return;
      }
      case 'grant': {
        if (stand !== 'asked') return;
        Object.assign(child, { stand: 'continued', until: dayOf(at) + days });
        say('courtRuled', { ...mine, outcome: 'granted', from: dateOf(dayOf(at)), until: dateOf(dayOf(at) + days) });
        start('place-term', placement, endOf(dayOf(at) + days));
        return;
      }
      case 'refuse':
      case 'revoke': {
        if (stand !== (act === 'refuse' ? 'asked' : 'continued')) return;
        const holds = act === 'refuse' && child.until !== null && child.until >= dayOf(at) ? child.until : null;
        child.stand = 'mustEnd';
        say('courtRuled', {
          ...mine,
          outcome: act === 'refuse' ? 'refused' : 'revoked',
          from: null,
          until: holds === null ? null : dateOf(holds),
        });
        if (act === 'revoke') stop(placement, true, 'place-term');
        if (act === 'revoke') child.until = null;
        start('place-home', placement, holds === null ? at + DAY : endOf(holds));
        return;
      }
      case 'end':
      case 'died': {
        if (stand === 'home') return;
        child.stand = 'home';
        say('placementEnded', { ...mine, how: act === 'end' ? 'home' : 'died' });
        stop(placement, act === 'died', ...carried);
        stop(placement, true, 'place-tell-court', 'place-tell-guardian');
      }
    }
  });
  return { events, owed, children, now: at + 5 * HOUR };
}

const statusOf = ({ due, end, gone }: Expected, now: number): string =>
  gone ? 'cancelled' : end === null ? (now <= due ? 'running' : 'overdue') : end <= due ? 'met' : 'late';

const ours = (rule: string) => rule === 'protect-today' || rule.startsWith('place-');
const programme = programmeFor('child-protection', '63000')!;

it('runs the hours, the day and the term of each child by itself, and never calls met what somebody else’s act ended', () => {
  let seen = 0;
  fc.assert(
    fc.property(steps, (drawn) => {
      const { events, owed, now } = live(drawn);
      const context = { now: instant(now), zone: taipei, calendar: officeCalendar };
      const found = deadlines(programme, events, context)
        .filter(({ ruleId }) => ours(ruleId))
        .map(({ ruleId, key, start, due, stoppedAt, status }) => [ruleId, key, start, due, stoppedAt, status].join(' '));
      const expected = owed.map((one) =>
        [one.rule, one.key, instant(one.start), instant(one.due), one.end === null ? '' : instant(one.end), statusOf(one, now)].join(' '),
      );
      seen += expected.length;
      expect(found.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 600 },
  );
  expect(seen).toBeGreaterThan(500);
});

it('folds to where each child is, by who they are now', () => {
  fc.assert(
    fc.property(steps, (drawn) => {
      const { events, children } = live(drawn);
      const placements = events.reduce<readonly Placement[]>(stepPlacements, []);
      const replacements = events.flatMap((event) => (event.type === 'personReplaced' ? [{ ...event.facts, seq: event.seq }] : []));
      const standing = placementsNow({ placements, replacements }).map((one) => `${one.person} ${placementPhase(one)}`);
      expect(standing.toSorted()).toEqual(children.filter(({ stand }) => stand !== 'home').map(({ name, stand }) => `${name} ${stand}`));
    }),
    { numRuns: 300 },
  );
});

it('grants three months with the first day counted, to the end of a shorter month', () => {
  const cases = [
    ['2025-08-22', '2025-11-21'],
    ['2026-12-01', '2027-02-28'],
    ['2026-11-30', '2027-02-28'],
    ['2026-02-28', '2026-05-27'],
  ] as const;
  for (const [from, until] of cases) expect(latestUntil(from as PlainDate)).toBe(until);
});

it('is not there for cases that are pinned to an earlier statement', () => {
  const earlier = findProgramme('child-protection', '2026.2')!;
  expect([...earlier.clocks, ...earlier.actions].filter(({ id }) => ours(id) || id === 'placeChild')).toEqual([]);
  const unsafe = live([{ hours: 1, act: 'unsafe', child: 0, days: 1, told: true }]).events;
  const context = { now: instant(begun + DAY), zone: taipei, calendar: officeCalendar };
  expect(deadlines(earlier, unsafe, context).map(({ ruleId }) => ruleId)).toEqual(['sdm-review']);
});
