import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { life } from './testing/random-life.ts';

describe('calls for support in a life drawn at random', () => {
  it('are taken up once, by somebody else, after they were made and before they are over; each person has one that is open', () => {
    fc.assert(
      fc.property(life, ({ events }) => {
        const calls = fold(events)?.supports ?? [];
        expect(calls.length).toBe(events.filter((event) => event.type === 'supportCalled').length);
        for (const call of calls) {
          const answers = events.filter((event) => event.type === 'supportTaken' && event.facts.call === call.id);
          expect(answers.length).toBe(call.takenBy === null ? 0 : 1);
          if (call.takenAt !== null) {
            expect(call.takenBy).not.toBe(call.by);
            expect(call.takenAt >= call.at).toBe(true);
            if (call.endedAt !== null) expect(call.endedAt >= call.takenAt).toBe(true);
          }
          for (const end of events.filter((event) => event.type === 'supportEnded' && event.facts.call === call.id))
            expect([call.by, call.takenBy]).toContain(end.actor);
        }
        const callers = calls.filter((call) => call.endedAt === null).map((call) => call.by);
        expect(new Set(callers).size).toBe(callers.length);
      }),
      { numRuns: 60 },
    );
  });

  it('are called by whoever leads, helps or goes along, and by nobody else', () => {
    fc.assert(
      fc.property(life, ({ events }) => {
        events.forEach((event, index) => {
          if (event.type !== 'supportCalled') return;
          const before = fold(events.slice(0, index));
          const works = [
            before?.lead,
            ...(before?.collaborators ?? []).map((one) => one.account),
            ...(before?.plans ?? []).flatMap((plan) => plan.along),
          ];
          expect(works).toContain(event.actor);
        });
      }),
      { numRuns: 60 },
    );
  });
});
