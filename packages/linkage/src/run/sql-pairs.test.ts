import { expect, test } from 'vitest';
import { openDuckdb } from '../engine/index.ts';
import { pairsInSql } from './sql-pairs.ts';

test('blocks of rules that are asked for together do not mix', async () => {
  const engine = await openDuckdb({ threads: 1 });
  try {
    await engine.store('lk_records', 'SELECT range AS rid, 0 AS src, range % 3 + 1 AS f0_0, range % 2 + 1 AS f1_0 FROM range(12)');
    const slots = [
      { columns: ['a'], facets: [0] },
      { columns: ['b'], facets: [0] },
    ];
    const rules = [0, 1].map((slot) => ({ id: `r${slot}`, parts: [[slot, 0] as const] }));
    const stage = pairsInSql({
      engine,
      shapes: { slots, rules },
      budget: { pairs: 1000, block: 3 },
      across: false,
      scorers: [],
      shape: { sizes: [], split: 0, strides: [] },
    });
    const splits = await Promise.all(rules.map((rule, i) => stage.makeBlocks(i, rule, true)));
    expect(splits.map((split) => split?.pairs)).toEqual([6, 6]);
  } finally {
    await engine.close();
  }
});
