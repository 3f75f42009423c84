// A moment that lies in the hours stays; any other moves forward into the next of them, by less than a long weekend.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Hours, hourOf, office, telephoning, visiting, weekdayOf, withinHours } from './index.ts';

const moments = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') });

test('every moment ends in the hours of Taipei, never earlier than it was', () => {
  fc.assert(
    fc.property(
      moments,
      fc.constantFrom<Hours>(office, visiting, telephoning),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.boolean(),
      (at, hours, share, weekends) => {
        const then = withinHours(at, hours, share, weekends);
        expect(then).toBeGreaterThanOrEqual(at);
        expect(then - at).toBeLessThan(4 * 86_400_000);
        expect(hourOf(then)).toBeGreaterThanOrEqual(hours[0]);
        expect(hourOf(then)).toBeLessThan(hours[1] + 1e-6);
        if (!weekends) expect([0, 6]).not.toContain(weekdayOf(then));
        expect(withinHours(then, hours, share, weekends)).toBe(then);
      },
    ),
    { numRuns: 500 },
  );
});

test('the hours are those of Taipei', () => {
  expect(hourOf(Date.parse('2026-11-26T16:30:00Z'))).toBe(0.5);
  expect(weekdayOf(Date.parse('2026-11-27T16:30:00Z'))).toBe(6);
});
