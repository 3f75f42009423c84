import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Engine, openDuckdb } from '../engine/index.ts';
import { keepClusterNames } from './update.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

const named = async (before: Record<string, string>, after: Record<string, string>): Promise<Record<string, string>> => {
  const table = (rows: Record<string, string>) =>
    Object.entries(rows)
      .map(([id, cluster]) => `('${id}','${cluster}')`)
      .join(',');
  await engine.run(`CREATE OR REPLACE TABLE p AS SELECT * FROM (VALUES ${table(before)}) t(id, cluster)`);
  await engine.run(`CREATE OR REPLACE TABLE n AS SELECT id, 's' AS source, cluster FROM (VALUES ${table(after)}) t(id, cluster)`);
  await keepClusterNames(engine, 'n', 'p');
  const rows = await engine.rows<{ id: string; cluster: string }>('SELECT id, cluster FROM lk_named_clusters ORDER BY id');
  return Object.fromEntries(rows.map((row) => [row.id, row.cluster]));
};

it('keeps the name of a cluster that new records join, even those of a smaller id', async () => {
  expect(await named({ m: 'm', n: 'm' }, { a: 'a', m: 'a', n: 'a' })).toEqual({ a: 'm', m: 'm', n: 'm' });
});

it('gives a merged cluster the name that most of its members had', async () => {
  expect(await named({ a: 'a', b: 'b', c: 'b' }, { a: 'a', b: 'a', c: 'a' })).toEqual({ a: 'b', b: 'b', c: 'b' });
});

it('leaves the name of a split cluster with its larger part, and never gives a name twice', async () => {
  const after = await named({ a: 'a', b: 'a', c: 'a' }, { a: 'x', b: 'y', c: 'y' });
  expect(after).toEqual({ a: 'a~', b: 'a', c: 'a' });
});

it('names a cluster of new records by its smallest id', async () => {
  expect(await named({ a: 'a' }, { a: 'a', y: 'z', z: 'z' })).toEqual({ a: 'a', y: 'y', z: 'y' });
});
