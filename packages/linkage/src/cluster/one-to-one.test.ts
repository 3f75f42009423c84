import { expect, test } from 'vitest';
import { matchOneToOne } from './one-to-one.ts';

const match = (edges: readonly (readonly [number, number, number])[], rank: (node: number) => number = (node) => node) => [
  ...matchOneToOne(
    6,
    Int32Array.from(edges, ([a]) => a),
    Int32Array.from(edges, ([, b]) => b),
    Float64Array.from(edges, ([, , odds]) => odds),
    0,
    rank,
  ),
];

test('the strongest pair wins and its records are taken', () => {
  expect(
    match([
      [0, 3, 5],
      [0, 4, 9],
      [1, 4, 7],
      [1, 3, 2],
      [2, 5, -1],
    ]),
  ).toEqual([4, 3, -1, 1, 0, -1]);
});

test('a tie is broken by rank and not by the order of pairs', () => {
  const edges = [
    [0, 3, 5],
    [0, 4, 5],
  ] as const;
  expect(match(edges)).toEqual(match(edges.toReversed()));
  expect(match(edges, (node) => -node)[0]).toBe(4);
});
