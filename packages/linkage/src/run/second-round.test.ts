import { expect, test } from 'vitest';
import type { BoundModel } from '../model/bind.ts';
import { entityTables, entityWeights } from '../score/entities.ts';
import type { SlotScorer } from '../score/slot-scorer.ts';
import { joinEntities } from './second-round.ts';

/** Two slots; a value agrees with itself (level 1, +6 bits) or differs (level 2, −3 bits); 0 is missing. */
const slot = { bits: Float64Array.of(0, 6, -3), u: Float64Array.of(0, 0.01, 0.99), frequency: null };
const model = { model: { priorBits: -8 }, slots: [slot, slot], related: null, refinements: [], interactions: [] } as unknown as BoundModel;
const scorer = { level: (a: number, b: number) => (a === 0 || b === 0 ? 0 : a === b ? 1 : 2) } as unknown as SlotScorer;

const join = async (columns: readonly (readonly number[])[], apart: (a: number, b: number) => boolean = () => false) => [
  ...(await joinEntities({
    weigh: async (pairs) =>
      entityWeights(
        { ...pairs, tables: entityTables(model) },
        columns.map((column) => Int32Array.from(column)),
        [scorer, scorer],
      ),
    cluster: Int32Array.of(0, 0, 2),
    l: Int32Array.of(0, 0, 1),
    r: Int32Array.of(1, 2, 2),
    weight: Float64Array.of(4, -5, -5),
    threshold: 0,
    apart,
    ranking: async () => (node) => node,
  })),
];

test('a record that shares one value with each of two members joins them', async () => {
  // Record 2 has the first value of member 0 and the second of member 1: 6 + 6 − 8 − log2(2) = 3 bits.
  expect(
    await join([
      [7, 8, 7],
      [5, 9, 9],
    ]),
  ).toEqual([0, 0, 0]);
});

test('interactions count for entities as for records', () => {
  // Both values agree: 6 + 6 − 8 − log2(1) bits, less what is counted twice.
  const both = [
    { slot: 0, levels: new Set([1]) },
    { slot: 1, levels: new Set([1]) },
  ];
  const weigh = (interactions: BoundModel['interactions'], second: readonly number[]) =>
    entityWeights(
      {
        ...{ starts: Int32Array.of(0, 1, 2), nodes: Int32Array.of(0, 1), a: Int32Array.of(0), b: Int32Array.of(1) },
        tables: entityTables({ ...model, interactions }),
        least: -99,
      },
      [Int32Array.of(7, 7), Int32Array.from(second)],
      [scorer, scorer],
    )[0];
  expect(weigh([], [5, 5])).toBe(4);
  expect(weigh([{ when: both, bits: -2.5 }], [5, 5])).toBe(1.5);
  expect(weigh([{ when: both, bits: -2.5 }], [5, 9])).toBe(-5);
  expect(weigh([{ when: both, bits: -2.5 }], [0, 5])).toBe(-2);
});

test('a record that shares one value only does not', async () => {
  expect(
    await join([
      [7, 7, 7],
      [5, 5, 9],
    ]),
  ).toEqual([0, 0, 2]);
});

test('what must stay apart does', async () => {
  expect(
    await join(
      [
        [7, 8, 7],
        [5, 9, 9],
      ],
      (a, b) => a + b === 3,
    ),
  ).toEqual([0, 0, 2]);
});

test('the order of members does not decide between levels that weigh the same', () => {
  const even = {
    ...{ prior: 0, bits: [Float64Array.of(0, 6, 6)], kin: [Float64Array.of(0, 9, 0)], u: [Float64Array.of(0, 0.5, 0.5)] },
    ...{ adjusted: [Uint8Array.of(0, 0, 0)], share: 0.5, interactions: [] },
  };
  // One cluster of values 7 and 8 beside one record of value 8.
  const weigh = (nodes: readonly number[]) =>
    entityWeights(
      {
        ...{ starts: Int32Array.of(0, 2, 2, 3), nodes: Int32Array.from(nodes), a: Int32Array.of(0), b: Int32Array.of(2) },
        tables: even,
        least: -99,
      },
      [Int32Array.of(7, 8, 8)],
      [scorer],
    );
  expect(weigh([0, 1, 2])).toEqual(weigh([1, 0, 2]));
});

test('of two records that fit one cluster equally well, the one whose name comes first joins; without a tie no names are asked for', async () => {
  const columns = [Int32Array.of(7, 8, 7, 7), Int32Array.of(5, 9, 9, 9)];
  const joining = (records: number, rank: (node: number) => number) => {
    const asked: number[][] = [];
    const clusters = joinEntities({
      weigh: async (pairs) =>
        entityWeights(
          { ...pairs, tables: entityTables(model) },
          columns.map((column) => column.subarray(0, records)),
          [scorer, scorer],
        ),
      cluster: Int32Array.of(0, 0, 2, 3).subarray(0, records),
      l: Int32Array.of(0, 0, 0).subarray(0, records - 1),
      r: Int32Array.of(1, 2, 3).subarray(0, records - 1),
      weight: Float64Array.of(4, -5, -5).subarray(0, records - 1),
      threshold: 0,
      apart: () => false,
      ranking: async (nodes) => {
        asked.push([...nodes].toSorted());
        return rank;
      },
    });
    return clusters.then((cluster) => ({ cluster: [...cluster], asked }));
  };
  expect(await joining(4, (node) => node)).toEqual({ cluster: [0, 0, 0, 3], asked: [[0, 0, 1, 1, 2, 3]] });
  expect((await joining(4, (node) => -node)).cluster).toEqual([0, 0, 2, 0]);
  expect(await joining(3, (node) => node)).toEqual({ cluster: [0, 0, 0], asked: [] });
});
