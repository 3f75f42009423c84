import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openDuckdb } from '../engine/index.ts';
import { evaluate, evaluateTables } from './index.ts';

const truth = new Map([
  ['1', 'a'],
  ['2', 'a'],
  ['3', 'a'],
  ['4', 'b'],
  ['5', 'b'],
  ['6', 'c'],
]);

describe('evaluate', () => {
  it('counts pairs, clusters and B-cubed of a small example worked by hand', () => {
    const result = evaluate({
      truth,
      edges: [
        { idL: '1', idR: '2', probability: 0.9 },
        { idL: '3', idR: '4', probability: 0.8 },
        { idL: '5', idR: '4', probability: 0.6 },
      ],
      clusters: new Map([
        ['1', 'x'],
        ['2', 'x'],
        ['3', 'y'],
        ['4', 'y'],
        ['5', 'y'],
      ]),
      threshold: 0.7,
    });
    expect(result.truePairs).toBe(4);
    expect(result.own).toEqual({ threshold: 0.7, precision: 0.5, recall: 0.25, f1: 1 / 3 });
    expect(result.best.threshold).toBe(0.6);
    expect(result.best.f1).toBeCloseTo((2 * (2 / 3) * 0.5) / (2 / 3 + 0.5));
    expect(result.ceiling).toBe(0.5);
    // Clusters {1,2} {3,4,5} {6}: four pairs claimed, two of them true.
    expect(result.clusters).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
    // B-cubed precision: (1 + 1 + 1/3 + 2/3 + 2/3 + 1) / 6; recall: (2/3 + 2/3 + 1/3 + 1 + 1 + 1) / 6.
    expect(result.bCubed.precision).toBeCloseTo(4.6667 / 6, 4);
    expect(result.bCubed.recall).toBeCloseTo(4.6667 / 6, 4);
    expect(result.clusterCount).toBe(3);
    expect(result.largestCluster).toBe(3);
  });

  it('has an answer when there is nothing', () => {
    const result = evaluate({ truth: new Map(), edges: [], clusters: new Map(), threshold: 0.5 });
    expect(result.own).toEqual({ threshold: 0.5, precision: 1, recall: 1, f1: 1 });
    expect(result.bCubed.f1).toBe(1);
  });
});

describe('evaluateTables', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb({ threads: 1 });
  });
  afterAll(() => engine.close());

  const world = fc.record({
    entities: fc.array(fc.nat(5), { minLength: 1, maxLength: 25 }),
    clusters: fc.array(fc.option(fc.nat(5)), { minLength: 25, maxLength: 25 }),
    edges: fc.uniqueArray(fc.tuple(fc.nat(24), fc.nat(24), fc.integer({ min: 1, max: 9 })), {
      maxLength: 40,
      selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`,
    }),
    threshold: fc.integer({ min: 0, max: 10 }).map((n) => n / 10),
  });

  it('counts in SQL what evaluate counts in memory', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ entities, clusters, edges, threshold }) => {
        const known = new Map(entities.map((entity, i) => [`r${i}`, `e${entity}`]));
        const grouped = new Map(clusters.flatMap((c, i): [string, string][] => (c === null ? [] : [[`r${i}`, `${c}`]])));
        const scored = edges.filter(([a, b]) => a !== b).map(([a, b, p]) => ({ idL: `r${a}`, idR: `r${b}`, probability: p / 10 }));
        await fill(engine, 'truth', ['id', 'entity'], [...known]);
        await fill(engine, 'clusters', ['id', 'cluster'], [...grouped]);
        await fill(
          engine,
          'scored',
          ['id_l', 'id_r', 'p'],
          scored.map((e) => [e.idL, e.idR, String(e.probability)]),
        );
        await engine.run('CREATE OR REPLACE TABLE edges AS SELECT id_l, id_r, CAST(p AS DOUBLE) AS probability FROM scored');
        const expected = evaluate({ truth: known, edges: scored, clusters: grouped, threshold });
        const counted = await evaluateTables(engine, { truth: 'truth', edges: 'edges', clusters: 'clusters', threshold });
        expect(rounded(counted)).toEqual(rounded(expected));
      }),
      { numRuns: 60 },
    );
  });
});

const fill = async (engine: Engine, table: string, columns: string[], rows: readonly (readonly string[])[]): Promise<void> => {
  const out = await engine.createTextTable(table, columns);
  for (const row of rows) out.append(row);
  await out.close();
};

const rounded = (value: object): unknown =>
  JSON.parse(JSON.stringify(value, (_, v: unknown) => (typeof v === 'number' ? Math.round(v * 1e9) / 1e9 : v)));
