import { expect, test } from 'vitest';
import { type Engine, openDuckdb } from '../engine/index.ts';
import { pairsInSql } from './sql-pairs.ts';

/** The engine as spark-sql is: a statement that comes while another runs is refused. */
const oneAtATime = (engine: Engine): Engine => {
  let running = false;
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running) throw new Error('two statements at once');
    running = true;
    try {
      return await work();
    } finally {
      running = false;
    }
  };
  return new Proxy(engine, {
    get(target, name) {
      if (name === 'run') return (sql: string) => guarded(() => target.run(sql));
      if (name === 'store') return (table: string, query: string) => guarded(() => target.store(table, query));
      if (name === 'rows') return (sql: string) => guarded(() => target.rows(sql));
      return Reflect.get(target, name);
    },
  });
};

test('blocks of rules that are asked for together are made one after the other', async () => {
  const engine = await openDuckdb({ threads: 1 });
  try {
    await engine.store('lk_records', 'SELECT range AS rid, 0 AS src, range % 3 + 1 AS f0_0, range % 2 + 1 AS f1_0 FROM range(12)');
    const slots = [
      { columns: ['a'], facets: [0] },
      { columns: ['b'], facets: [0] },
    ];
    const rules = [0, 1].map((slot) => ({ id: `r${slot}`, parts: [[slot, 0] as const] }));
    const stage = pairsInSql({
      engine: oneAtATime(engine),
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
