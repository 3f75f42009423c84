import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../programs/program.ts';
import { addHours, type Instant } from '../time/instant.ts';
import { officeCalendar } from '../time/office-days.ts';
import { taipei } from '../time/zone.ts';
import { clockChanges } from './adoption.ts';
import type { Clock } from './clock.ts';
import { adoptStatement, deadlines } from './deadlines.ts';
import type { CaseEvent } from './event.ts';
import { fold } from './fold.ts';
import { life } from './testing/random-life.ts';

const at = (now: Instant) => ({ now, zone: taipei, calendar: officeCalendar });
/** The case goes over to another statement after event `after`. */
function goneOver(from: Programme, to: Programme, events: readonly CaseEvent[], after: number): { all: CaseEvent[]; when: Instant } {
  const past = events.slice(0, after);
  const when = past.at(-1)?.at ?? ('' as Instant);
  const event = {
    ...past[0],
    id: 'adopted',
    seq: after + 1,
    type: 'statementAdopted',
    at: when,
    happenedAt: when,
    actor: 'clock',
    facts: adoptStatement('a', from, to, past, at(when)).facts,
  } as CaseEvent;
  return { all: [...past, event, ...events.slice(after).map((one) => ({ ...one, seq: one.seq + 1 }))], when };
}
/** Another statement: limits, starts and what there is are not the same. */
function restated(one: Programme, seed: number): Programme {
  const clocks = one.clocks.flatMap((rule, index) => {
    const way = (seed >>> (index % 16)) % 6;
    if (way === 0) return [];
    if (way === 1) return [{ ...rule, id: `${rule.id}-new` }];
    if (way === 2) return [{ ...rule, limit: { amount: 1, kind: 'hours' as const } }];
    if (way === 3) return [{ ...rule, limit: { amount: 400, kind: 'calendarDays' as const } }];
    return way === 4 ? [{ ...rule, repeat: rule.repeat === 'once' ? ('again' as const) : ('once' as const) }] : [rule];
  });
  return { ...one, version: 'other', clocks };
}
const name = (clock: Clock) => `${clock.ruleId} ${clock.key} ${clock.round}`;
const ended = (clocks: readonly Clock[]) => clocks.filter((clock) => ['met', 'late', 'cancelled'].includes(clock.status));
const plain = ({ ruleId, key, round, start, due, stoppedAt, status }: Clock) => ({ ruleId, key, round, start, due, stoppedAt, status });

describe('a case goes over to another statement', () => {
  it('to the same one: nothing changes, then or later', () => {
    fc.assert(
      fc.property(life, fc.nat(50), ({ programme, events, now }, n) => {
        const after = 1 + (n % events.length);
        // A proposal that was made before and is taken back after: what it had ended stays as it was beside the round that runs on. Known, not mended (0112).
        fc.pre(!events.slice(after).some(({ type }) => type === 'proposalWithdrawn'));
        const { all } = goneOver(programme, programme, events, after);
        const read = (some: readonly CaseEvent[]) =>
          deadlines(programme, some, at(now))
            .filter((clock) => clock.status !== 'cancelled')
            .map(plain);
        const sorted = (clocks: ReturnType<typeof read>) => clocks.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
        expect(sorted(read(all))).toEqual(sorted(read(events)));
      }),
      { numRuns: 100 },
    );
  });
  it('to any other: what had ended stays as it was, nobody is late at once, no proposal is lost, no row is written twice', () => {
    fc.assert(
      fc.property(life, fc.nat(50), fc.nat(0xffff), fc.nat(4000), ({ programme, events, now }, n, seed, later) => {
        const to = restated(programme, seed);
        const after = 1 + (n % events.length);
        const { all, when } = goneOver(programme, to, events, after);
        const before = deadlines(programme, all.slice(0, after), at(when));
        const then = deadlines(to, all.slice(0, after + 1), at(when));
        const wasEnded = ended(before).map(plain);
        expect(then.map(plain)).toEqual(expect.arrayContaining(wasEnded));
        const overdue = (clocks: readonly Clock[]) => clocks.filter(({ status }) => status === 'overdue').map(name);
        expect(overdue(before)).toEqual(expect.arrayContaining(overdue(then)));
        const soonest = addHours(when, 72);
        for (const { to: due, from, change } of clockChanges(before, then)) {
          if ((change === 'appears' || change === 'sooner') && due !== null && !(from !== null && from <= when))
            expect(due >= soonest).toBe(true);
        }
        const { packVersion: _p, version: _v, lastEventAt: _l, ...rest } = fold(all.slice(0, after + 1)) ?? {};
        const { packVersion: _q, version: _w, lastEventAt: _m, ...was } = fold(all.slice(0, after)) ?? {};
        expect(rest).toEqual(was);
        const end = deadlines(to, all, at(addHours(now, later)));
        expect(end.map(plain)).toEqual(expect.arrayContaining(wasEnded));
        expect(new Set(end.map(name)).size).toBe(end.length);
        // And once more, back: what had ended under either stays.
        const back = goneOver(to, programme, all, all.length);
        const last = deadlines(programme, back.all, at(now));
        expect(last.map(plain)).toEqual(expect.arrayContaining(ended(deadlines(to, all, at(back.when))).map(plain)));
        expect(new Set(last.map(name)).size).toBe(last.length);
      }),
      { numRuns: 150 },
    );
  });
});
