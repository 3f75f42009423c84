import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agglomerate } from './agglomerate.ts';

function ask(
  size: number,
  pairs: readonly (readonly [number, number, number])[],
  other: number,
  apart: (i: number, j: number) => boolean = () => false,
) {
  const evidence = new Float64Array(size * size).fill(other);
  for (const [i, j, value] of pairs) evidence[Math.min(i, j) * size + Math.max(i, j)] = value;
  return agglomerate({ size, evidence, apart, rank: Array.from({ length: size }, (_, i) => i) });
}

test('a bridge between two dense parts is cut', () => {
  const dense = [0, 1, 2].flatMap((i) => [0, 1, 2].filter((j) => j > i).flatMap((j) => [[i, j, 5] as const, [i + 3, j + 3, 5] as const]));
  expect([...ask(6, [...dense, [2, 3, 4]], -2)]).toEqual([0, 0, 0, 3, 3, 3]);
});

test('a record with one strong and no contrary pair stays', () => {
  expect([
    ...ask(
      3,
      [
        [0, 1, 5],
        [1, 2, 5],
      ],
      -1,
    ),
  ]).toEqual([0, 0, 0]);
});

test('what may not be together is not, even through a third', () => {
  const parts = ask(
    3,
    [
      [0, 1, 5],
      [1, 2, 4],
      [0, 2, 5],
    ],
    0,
    (i, j) => i === 0 && j === 2,
  );
  expect(parts[0]).not.toBe(parts[2]);
  expect(parts[0]).toBe(parts[1]);
});

const question = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    evidence: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: size * size, maxLength: size * size }),
    order: fc.shuffledSubarray(
      Array.from({ length: size }, (_, i) => i),
      { minLength: size, maxLength: size },
    ),
  }),
);

test('does not depend on the order of members', () => {
  fc.assert(
    fc.property(question, ({ size, evidence, order }) => {
      const at = (i: number, j: number) => evidence[Math.min(i, j) * size + Math.max(i, j)]!;
      const apart = (i: number, j: number) => Math.abs(at(i, j)) < 0.05;
      const straight = agglomerate({ size, evidence: Float64Array.from(evidence), apart, rank: Array.from({ length: size }, (_, i) => i) });
      const shuffled = new Float64Array(size * size);
      for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) shuffled[i * size + j] = at(order[i]!, order[j]!);
      const turned = agglomerate({ size, evidence: shuffled, apart: (i, j) => apart(order[i]!, order[j]!), rank: order });
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) expect(turned[i] === turned[j]).toBe(straight[order[i]!] === straight[order[j]!]);
      }
    }),
    {
      examples: [
        // Three means, each nearly the next: found with a tolerance for equal means.
        [
          {
            size: 8,
            evidence: Object.assign(
              Array.from({ length: 64 }, () => 0),
              { 4: 4.999999999998992, 7: 4.999999999998995, 31: 4.999999999999992 },
            ),
            order: [7, 1, 5, 6, 4, 0, 2, 3],
          },
        ],
      ],
    },
  );
});
