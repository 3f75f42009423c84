import { expect, test } from 'vitest';
import { openDuckdb } from '../engine/index.ts';
import { Ranks } from './ranks.ts';

test('ranks of the records that are asked about are those that all records get', async () => {
  const engine = await openDuckdb({ threads: 1 });
  try {
    await engine.store(
      'lk_input',
      `SELECT range::INTEGER AS rid, CASE WHEN range = 5 THEN NULL ELSE concat('p', range) END AS lk_id FROM range(40)`,
    );
    const all = await new Ranks(engine, 40).all();
    const some = new Ranks(engine, 40, 10);
    for (const asked of [[3, 5, 17, 3], [39], [0, 17]]) {
      const rank = await some.of(Int32Array.from(asked));
      for (const node of asked) expect(rank(node)).toBe(all(node));
      // What was asked before is known still.
      expect(rank(3)).toBe(all(3));
    }
    const most = await some.of(Int32Array.from({ length: 30 }, (_, i) => i));
    expect(Array.from({ length: 40 }, (_, node) => most(node))).toEqual(Array.from({ length: 40 }, (_, node) => all(node)));
    expect(new Set(Array.from({ length: 40 }, (_, node) => all(node))).size).toBe(40);
  } finally {
    await engine.close();
  }
});
