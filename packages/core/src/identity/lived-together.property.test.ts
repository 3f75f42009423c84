// Homes from statements, held against what each two people are said to be: worked out here pair by pair, without sharing the code.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HomeStatement, livedTogether, type Pair } from './lived-together.ts';

const people = ['a', 'b', 'c', 'd', 'e'];
const someone = fc.constantFrom(...people);
const statement = fc.record({
  person: someone,
  subject: someone,
  lives: fc.boolean(),
  since: fc.constant(null),
  until: fc.option(fc.constant('2026-01-01'), { nil: null, freq: 4 }),
  source: fc.constantFrom('report' as const, 'worker' as const),
  saidAt: fc.constantFrom('2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'),
});
const world = fc.record({
  statements: fc.array(statement, { maxLength: 12 }).map((all) => all.map((one, at): HomeStatement => ({ ...one, id: String(100 + at) }))),
  opposed: fc.array(fc.tuple(someone, someone), { maxLength: 2 }),
});

/** What is said last of two people: nothing, together or apart. */
function verdict(statements: readonly HomeStatement[], a: string, b: string): 'nothing' | 'together' | 'apart' {
  let best: HomeStatement | undefined;
  for (const one of statements) {
    if (!((one.person === a && one.subject === b) || (one.person === b && one.subject === a))) continue;
    const heavier =
      best === undefined || (one.source === best.source ? [one.saidAt, one.id] > [best.saidAt, best.id] : one.source === 'worker');
    if (heavier) best = one;
  }
  return best === undefined ? 'nothing' : best.lives && best.until === null ? 'together' : 'apart';
}
const pairs = people.flatMap((a, at) => people.slice(at + 1).map((b): Pair => [a, b]));
const nowIn = (home: ReturnType<typeof livedTogether>[number]) => home.members.filter((one) => one.until === null).map((one) => one.person);

test('who is said to live together does so in some home; who is said to live apart, or is kept apart, in none', () => {
  fc.assert(
    fc.property(world, ({ statements, opposed }) => {
      const homes = livedTogether(statements, opposed).map(nowIn);
      for (const [a, b] of pairs) {
        const shared = homes.some((home) => home.includes(a) && home.includes(b));
        const said = verdict(statements, a, b);
        const kept = opposed.some((pair) => pair.includes(a) && pair.includes(b));
        if (said === 'together') expect(shared).toBe(true);
        if (said === 'apart' || (said === 'nothing' && kept)) expect(shared).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

test('nobody stands in a home to whom no chain of statements leads, and the order in which they are read changes nothing', () => {
  fc.assert(
    fc.property(world, ({ statements, opposed }) => {
      const homes = livedTogether(statements, opposed);
      for (const home of homes) {
        const inside = nowIn(home);
        const reached = new Set(inside.slice(0, 1));
        for (const one of reached)
          for (const other of inside) if (one !== other && verdict(statements, one, other) === 'together') reached.add(other);
        expect([...reached].sort()).toEqual([...inside].sort());
        for (const { person, until } of home.members)
          if (until !== null) expect(inside.some((one) => verdict(statements, one, person) === 'apart')).toBe(true);
      }
      expect(livedTogether(statements.toReversed(), opposed)).toEqual(homes);
    }),
    { numRuns: 500 },
  );
});
