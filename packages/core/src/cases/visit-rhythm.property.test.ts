// The clock of regular visits against a second reading that shares none of its code: one walk through what happened, in days, by a table of how often each level is visited.
import { findProgramme, programmeFor } from '@anwang/packs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../programs/program.ts';
import type { Instant } from '../time/instant.ts';
import { officeCalendar } from '../time/office-days.ts';
import { taipei } from '../time/zone.ts';
import { deadlines } from './deadlines.ts';
import type { CaseEvent } from './event.ts';

const DAY = 86_400_000;
const begun = Date.UTC(2026, 0, 20, 2);
const instant = (ms: number) => new Date(ms).toISOString() as Instant;
const dayOf = (ms: number) => Math.floor((ms + 8 * 3_600_000) / DAY);
const endOf = (day: number) => instant((day + 1) * DAY - 8 * 3_600_000 - 1);

type Step = {
  readonly hours: number;
  readonly what: 'met' | 'vain' | 'assessed' | 'left';
  readonly band: number;
  readonly person: 'p1' | 'p2';
};
const steps = fc.array(
  fc.record<Step>({
    hours: fc.integer({ min: 1, max: 24 * 25 }),
    what: fc.constantFrom('met', 'met', 'vain', 'assessed', 'assessed', 'left'),
    band: fc.nat(2),
    person: fc.constantFrom('p1', 'p1', 'p2'),
  }),
  { maxLength: 14 },
);

/** What is meant, written down by hand: how often each band asks for a visit. */
const worlds = [
  { id: 'vulnerable-family', county: '63000', instrument: 'vf-vulnerability', bands: ['high', 'medium', 'low'], often: [2, 1, 0.5] },
  { id: 'vulnerable-family', county: '10008', instrument: 'vf-vulnerability', bands: ['high', 'medium', 'low'], often: [2, 1, 1] },
  { id: 'child-protection', county: '63000', instrument: 'sdm-safety', bands: ['unsafe', 'safeWithPlan', 'safe'], often: [4, 2, 1] },
  { id: 'intimate-partner-violence', county: '64000', instrument: 'tipvda-1', bands: ['high', 'middle', 'low'], often: [4, 2, 1] },
] as const;
type World = (typeof worlds)[number];

function eventsOf({ instrument, bands }: World, drawn: readonly Step[]): CaseEvent[] {
  let at = begun;
  const make = (type: string, facts: object, seq: number) =>
    ({
      id: `e${seq}`,
      caseId: 'c',
      seq,
      type,
      at: instant(at),
      happenedAt: instant(at),
      actor: 'x',
      unit: null,
      facts,
      personal: null,
    }) as unknown as CaseEvent;
  const opened = make('openingDecided', { proposal: 'o', approved: true, outcome: 'open', reasons: [] }, 2);
  return [
    opened,
    ...drawn.map((step, index) => {
      at += step.hours * 3_600_000;
      if (step.what === 'left') return make('memberRemoved', { person: step.person, reason: 'x' }, index + 3);
      if (step.what === 'assessed')
        return make(
          'assessmentCompleted',
          { assessment: `a${index}`, instrument, band: bands[step.band], override: null, person: step.person, triggers: [] },
          index + 3,
        );
      return make('visitRecorded', { method: 'homeVisit', outcome: step.what === 'met' ? 'met' : 'notMet', persons: [] }, index + 3);
    }),
  ];
}

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
function months(from: number, n: number): number {
  const date = new Date(from * DAY);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + n, date.getUTCDate()];
  const last = lastOfMonth(year, month);
  const atEnd = day === lastOfMonth(year, date.getUTCMonth());
  return Date.UTC(year, month, atEnd ? last : Math.min(day, last)) / DAY;
}
const lastDays: Readonly<Record<number, (from: number) => number>> = {
  4: (from) => from + 7,
  2: (from) => from + 15,
  1: (from) => months(from, 1),
  0.5: (from) => months(from, 2),
};
const counted = (often: number, from: number) => lastDays[often]?.(from) ?? Number.NaN;

/** Due days of all rounds, the running one last. */
function plainReading({ bands, often }: World, events: readonly CaseEvent[]): number[] {
  const bandNames: readonly string[] = bands;
  const results: Partial<Record<string, number>> = {};
  const level = () => Math.max(...Object.values(results).map(Number));
  const asks = () => (Object.keys(results).length === 0 ? 1 : level());
  const rounds: number[] = [];
  let since = dayOf(begun);
  let due = counted(1, since);
  for (const event of events.slice(1)) {
    const today = dayOf(Date.parse(event.happenedAt));
    const before = asks();
    if (event.type === 'visitRecorded' && event.facts.outcome === 'met') {
      rounds.push(due);
      since = today;
      due = counted(asks(), since);
      continue;
    }
    if (event.type === 'memberRemoved') delete results[event.facts.person];
    if (event.type === 'assessmentCompleted') results[event.facts.person ?? ''] = often[bandNames.indexOf(event.facts.band ?? '')] ?? 0;
    if (asks() === before || today > due) continue;
    const anew = counted(asks(), since);
    due = anew >= due ? anew : Math.min(due, Math.max(anew, today + 3));
  }
  return [...rounds, due];
}

const readAt = (programme: Programme | null, events: readonly CaseEvent[]) =>
  programme === null
    ? []
    : deadlines(programme, events, { now: instant(begun + 400 * DAY), zone: taipei, calendar: officeCalendar })
        .filter(({ ruleId }) => ruleId === 'visit-rhythm')
        .toSorted((a, b) => a.round - b.round);

describe('regular visits', () => {
  it('are due by the level of the case, counted from the last visit that counts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...worlds), steps, (world, drawn) => {
        const events = eventsOf(world, drawn);
        const found = readAt(programmeFor(world.id, world.county), events);
        expect(found.map(({ due }) => due)).toEqual(plainReading(world, events).map(endOf));
      }),
      { numRuns: 400 },
    );
  });
  it('of a case that is pinned to the statement before are due once a month, whatever its level', () => {
    fc.assert(
      fc.property(fc.constantFrom(...worlds), steps, (world, drawn) => {
        const events = eventsOf(world, drawn);
        const pinned = findProgramme(world.id, world.county === '63000' ? '2026.1' : `2026.1+${world.county}.1`);
        const met = events.filter((event) => event.type === 'visitRecorded' && event.facts.outcome === 'met');
        const starts = [begun, ...met.map(({ happenedAt }) => Date.parse(happenedAt))];
        expect(readAt(pinned, events).map(({ due }) => due)).toEqual(starts.map((ms) => endOf(months(dayOf(ms), 1))));
      }),
      { numRuns: 100 },
    );
  });
});
