import { describe, expect, test } from 'vitest';
import { type EmInput, expectationMaximisation } from './em.ts';

const PLANTED_M = [
  [0, 0.9, 0.07, 0.03],
  [0, 0.7, 0.2, 0.1],
  [0, 0.8, 0.15, 0.05],
  [0, 0.6, 0.1, 0.3],
];
const U = [
  [0, 0.02, 0.08, 0.9],
  [0, 0.1, 0.1, 0.8],
  [0, 0.01, 0.04, 0.95],
  [0, 0.05, 0.15, 0.8],
];

/** Expected counts of every level pattern under planted parameters: no noise, so EM must find them. */
function plantedWorld(lambdas: readonly number[], pairs: number, scale = 1): EmInput {
  const slots = PLANTED_M.length;
  const rows: number[][] = [];
  const counts: number[] = [];
  const group: number[] = [];
  for (const [g, lambda] of lambdas.entries()) {
    for (let code = 0; code < 3 ** slots; code++) {
      const levels = PLANTED_M.map((_, s) => (Math.floor(code / 3 ** s) % 3) + 1);
      const chance = (rowsOf: readonly (readonly number[])[]) => levels.reduce((product, level, s) => product * rowsOf[s]![level]!, 1);
      rows.push(levels);
      counts.push(scale * pairs * (lambda * chance(PLANTED_M) + (1 - lambda) * chance(U)));
      group.push(g);
    }
  }
  const none = lambdas.map(() => PLANTED_M.map(() => null));
  return {
    levels: Uint8Array.from(rows.flat()),
    slots,
    counts: Float64Array.from(counts),
    group: Int32Array.from(group),
    possible: none,
    informs: lambdas.map(() => PLANTED_M.map(() => true)),
    known: new Float64Array(rows.length).fill(Number.NaN),
    u: U.map((row) => Float64Array.from(row)),
    priorM: PLANTED_M.map((row) => Float64Array.from(row, (_, i) => (i === 0 ? 0 : 1 / 3))),
    priorStrength: 0.01 * scale,
    unknownWeight: 1,
    priorR: U.map((row) => Float64Array.from(row)),
    relatedStrength: 1,
    relatedFirst: 0,
    pinned: U.map((row) => row.map(() => false)),
    lambda: Float64Array.from(lambdas, () => 0.3),
    lambdaStrength: Float64Array.from(lambdas, () => 0.01 * scale),
  };
}

describe('expectation-maximisation', () => {
  test('recovers planted m and lambda of two groups of rules', () => {
    const result = expectationMaximisation(plantedWorld([0.05, 0.4], 100_000));
    expect(result.converged).toBe(true);
    for (const [s, row] of PLANTED_M.entries()) {
      for (let level = 1; level < row.length; level++) expect(result.m[s]![level]).toBeCloseTo(row[level]!, 2);
    }
    expect(result.lambda[0]).toBeCloseTo(0.05, 2);
    expect(result.lambda[1]).toBeCloseTo(0.4, 2);
  });

  test('tells related persons, who agree on two fields at once, from matches', () => {
    const related = [
      [0, 0.05, 0.05, 0.9],
      [0, 0.95, 0.03, 0.02],
      [0, 0.9, 0.06, 0.04],
      [0, 0.05, 0.15, 0.8],
    ];
    const world = plantedWorld([0.1], 10_000);
    const counts = world.counts.map((n, p) => n + 3000 * related.reduce((product, row, s) => product * row[world.levels[p * 4 + s]!]!, 1));
    const priorR = related.map((row, s) => Float64Array.from(s === 1 || s === 2 ? row.map((x, i) => (x + U[s]![i]!) / 2) : U[s]!));
    const sharp = PLANTED_M.map((row) => Float64Array.from(row));
    const own = U.map((row, s) => row.map((_, level) => (s === 0 || s === 3) && level === 1));
    const result = expectationMaximisation({
      ...world,
      counts,
      priorM: sharp,
      priorStrength: 20,
      priorR,
      relatedStrength: 20,
      relatedFirst: 0.3,
      pinned: own,
    });
    const kin = result.related.reduce((sum, share, p) => sum + share * counts[p]!, 0);
    const matches = result.posterior.reduce((sum, share, p) => sum + share * counts[p]!, 0);
    expect(Math.abs(kin - 3000)).toBeLessThan(300);
    expect(Math.abs(matches - 1000)).toBeLessThan(130);
  });

  test('is unchanged when counts and prior strengths are multiplied by k', () => {
    const one = expectationMaximisation(plantedWorld([0.2], 10_000));
    const seven = expectationMaximisation(plantedWorld([0.2], 10_000, 7));
    for (const [s, row] of one.m.entries()) for (const [level, value] of row.entries()) expect(seven.m[s]![level]).toBeCloseTo(value, 9);
    expect(seven.lambda[0]).toBeCloseTo(one.lambda[0]!, 9);
  });

  test('a field forced to agree by its rule says nothing about that group, and missing says nothing at all', () => {
    const world = plantedWorld([0.2], 10_000);
    const levels = world.levels.slice();
    for (let p = 0; p < world.counts.length; p++) levels[p * 4] = 1;
    const possible = [[[0, 1, 0, 0], null, null, null]];
    const forced = expectationMaximisation({ ...world, levels, possible, informs: [[false, true, true, true]] });
    const missing = expectationMaximisation({
      ...world,
      levels: levels.map((level, i) => (i % 4 === 0 ? 0 : level)),
      informs: [[false, true, true, true]],
    });
    for (const [p, post] of forced.posterior.entries()) expect(post).toBeCloseTo(missing.posterior[p]!, 9);
  });

  test('what a rule finds of a level is weighed by how much of it that is', () => {
    const world = plantedWorld([0.2], 10_000);
    const at = Array.from(world.counts.keys()).find((p) => [1, 2, 2, 2].every((level, s) => world.levels[p * 4 + s] === level))!;
    const found = (share: number) =>
      expectationMaximisation({ ...world, possible: [[[0, 1, share, share], null, null, null]] }).posterior[at]!;
    // Found pairs are nearly all at the first level then, of strangers as well: being there says little.
    expect(found(0.0001)).toBeLessThan(found(1) / 2);
  });

  test('what people called the same counts for m like so many pairs more', () => {
    const world = plantedWorld([0.2], 1000);
    const plain = expectationMaximisation(world);
    const told = U.map((row, s) => Float64Array.from(row, (_, level) => (s === 0 && level === 3 ? 200 : 0)));
    const taught = expectationMaximisation({ ...world, told });
    expect(taught.m[0]![3]).toBeGreaterThan(plain.m[0]![3]! + 0.3);
    expect(taught.m[1]![3]).toBeCloseTo(plain.m[1]![3]!, 1);
  });

  test('is done when the number of matches rests, though shares may still move', () => {
    const world = { ...plantedWorld([0.2], 10_000), tolerance: 0 };
    const rested = expectationMaximisation(world);
    expect(rested.converged).toBe(true);
    expect(rested.iterations).toBeLessThan(40);
    const matches = ({ posterior }: { readonly posterior: Float64Array }) => posterior.reduce((sum, p, i) => sum + p * world.counts[i]!, 0);
    const on = expectationMaximisation({ ...world, start: rested });
    expect(Math.abs(matches(on) / matches(rested) - 1)).toBeLessThan(5e-4);
  });

  test('known pairs keep their class', () => {
    const world = plantedWorld([0.2], 10_000);
    const known = world.known.slice();
    known[0] = 0;
    known[80] = 1;
    const result = expectationMaximisation({ ...world, known });
    expect(result.posterior[0]).toBe(0);
    expect(result.posterior[80]).toBe(1);
  });
});
