import { expect, test } from 'vitest';
import { openDuckdb } from './index.ts';

const MANY = 400_000;
const count = (from: number) => Int32Array.from({ length: MANY }, (_, i) => from + i);

test('what is asked for while something else runs waits its turn, and loses no row', async () => {
  for (let round = 0; round < 5; round++) {
    const engine = await openDuckdb({ threads: 2 });
    try {
      let seen = 0;
      let sum = 0;
      const reading = engine.streamInts(
        `SELECT range::INTEGER AS n, length(md5(range::VARCHAR))::INTEGER AS m FROM range(${MANY})`,
        ([n]) => {
          seen += n!.length;
          for (const value of n!) sum += value;
        },
      );
      const [, , rows, , others] = await Promise.all([
        reading,
        engine.createTable('one', { n: count(0) }),
        engine.rows<{ n: number; last: number }>('SELECT count(*) AS n, max(n) AS last FROM one'),
        engine.createTable('two', { n: count(7) }),
        engine.rows<{ n: number; last: number }>('SELECT count(*) AS n, max(n) AS last FROM two'),
      ]);
      expect({ seen, sum }).toEqual({ seen: MANY, sum: (MANY * (MANY - 1)) / 2 });
      expect(rows).toEqual([{ n: MANY, last: MANY - 1 }]);
      expect(others).toEqual([{ n: MANY, last: MANY + 6 }]);
    } finally {
      await engine.close();
    }
  }
});

test('rows may be written into one table while others are read', async () => {
  const engine = await openDuckdb({ threads: 1 });
  try {
    const table = await engine.createTextTable('written', ['t']);
    let seen = 0;
    const reading = engine.streamInts(`SELECT range::INTEGER AS n FROM range(${MANY})`, ([n]) => {
      seen += n!.length;
    });
    for (let i = 0; i < 300_000; i++) table.append([String(i)]);
    await table.close();
    await reading;
    expect(seen).toBe(MANY);
    expect(await engine.rows('SELECT count(*) AS n FROM written')).toEqual([{ n: 300_000 }]);
  } finally {
    await engine.close();
  }
});

test('work that fails leaves the turn to the next', async () => {
  const engine = await openDuckdb({ threads: 1 });
  try {
    const refused = engine.run('SELECT * FROM nowhere');
    const stopped = engine.streamInts('SELECT range::INTEGER AS n FROM range(100000)', () => {
      throw new Error('enough');
    });
    const rows = engine.rows('SELECT 1 AS one');
    await expect(refused).rejects.toThrow('nowhere');
    await expect(stopped).rejects.toThrow('enough');
    expect(await rows).toEqual([{ one: 1 }]);
  } finally {
    await engine.close();
  }
});

test('closing does not wait for what runs', async () => {
  const engine = await openDuckdb({ threads: 1 });
  const reading = engine.rows('SELECT count(*) AS n FROM range(200000) a, range(200000) b WHERE (a.range * b.range) % 7 = 3').then(
    () => 'ended',
    () => 'stopped',
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  await engine.close();
  expect(await reading).toBe('stopped');
});
