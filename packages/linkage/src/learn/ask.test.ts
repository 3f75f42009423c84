import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openDuckdb } from '../engine/index.ts';
import { type AskOptions, ask, entropy } from './ask.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  // Clusters: x = {1,2,3,4}, y = {5,6,7}, z = {8}, w = {9}.
  await engine.run(
    `CREATE TABLE c AS SELECT * FROM (VALUES ('1','x'),('2','x'),('3','x'),('4','x'),('5','y'),('6','y'),('7','y'),('8','z'),('9','w')) t(id, cluster)`,
  );
  await engine.run(
    `CREATE TABLE e AS SELECT id_l, id_r, CAST(p AS DOUBLE) AS probability FROM (VALUES ('1','5',0.5),('2','6',0.45),('8','9',0.5),('1','2',0.999),('3','8',0.02),('5','6',0.9)) t(id_l, id_r, p)`,
  );
});
afterAll(() => engine.close());

const questions = async (count: number, labels: AskOptions['labels'] = []) =>
  (await ask(engine, { model: {} as AskOptions['model'], edges: 'e', clusters: 'c', count, labels })).map((q) => `${q.idL}-${q.idR}`);

describe('ask', () => {
  it('asks first what would join the most, and one cluster only once at first', async () => {
    expect((await questions(3)).slice(0, 2)).toEqual(['1-5', '8-9']);
  });

  it('does not ask again what is known, in either order', async () => {
    expect(await questions(3, [{ idL: '5', idR: '1', same: true }])).not.toContain('1-5');
  });

  it('asks no more than there is, and everything if there is time', async () => {
    expect((await questions(100)).sort()).toEqual(['1-2', '1-5', '2-6', '3-8', '5-6', '8-9']);
  });

  it('measures uncertainty in bits', () => {
    expect(entropy(0.5)).toBe(1);
    expect(entropy(0)).toBe(0);
    expect(entropy(0.9)).toBeCloseTo(0.469, 3);
  });
});
