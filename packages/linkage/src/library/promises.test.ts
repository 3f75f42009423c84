import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Engine, openDuckdb } from '../engine/index.ts';
import { load } from '../io/index.ts';
import { scorePair } from '../reference/index.ts';
import { fetchRows } from '../report/index.ts';
import type { ColumnRole } from '../roles/index.ts';
import { dedupe, type RunOptions, type RunResult } from '../run/index.ts';

// Promises of the design (linkage.md §4), on the example people with the real shelf.

const PEOPLE = fileURLToPath(new URL('../../examples/people.csv', import.meta.url));
const ROLES: readonly ColumnRole[] = [
  { column: 'name', role: 'full-name' },
  { column: 'sex', role: 'sex' },
  { column: 'birth_date', role: 'birth-date' },
  { column: 'national_id', role: 'identifier' },
  { column: 'phone', role: 'phone' },
  { column: 'address', role: 'address' },
];

interface Outcome {
  readonly result: RunResult;
  readonly edges: readonly Record<string, unknown>[];
  readonly clusters: readonly Record<string, unknown>[];
}

/** `order` is the SQL by which the rows are laid down. */
const run = async (
  order: string,
  threads: number,
  more: Partial<RunOptions> = {},
  and?: (engine: Engine, outcome: Outcome) => Promise<void>,
): Promise<Outcome> => {
  const engine = await openDuckdb({ threads });
  try {
    await load(engine, [PEOPLE], { table: 'loaded', needed: ['record_id'], wanted: ROLES.map((r) => r.column) });
    await engine.store('people', `SELECT *, CAST(NULL AS VARCHAR) AS nothing FROM loaded ORDER BY ${order}`);
    const result = await dedupe(engine, {
      sources: [{ name: 'people', table: 'people', id: 'record_id' }],
      roles: ROLES,
      locale: 'zh-TW',
      workers: threads === 1 ? 0 : 2,
      ...more,
    });
    const edges = await engine.rows<Record<string, unknown>>(
      `SELECT id_l, id_r, weight, probability FROM ${result.tables.edges} ORDER BY id_l, id_r`,
    );
    const clusters = await engine.rows<Record<string, unknown>>(`SELECT id, cluster FROM ${result.tables.clusters} ORDER BY id`);
    const outcome = { result, edges, clusters };
    await and?.(engine, outcome);
    return outcome;
  } finally {
    await engine.close();
  }
};

describe('promises', () => {
  it('the order of rows and the number of threads change nothing', async () => {
    const one = await run('CAST(record_id AS INTEGER)', 1);
    const two = await run('hash(record_id)', 2);
    expect(two.result.model).toEqual(one.result.model);
    expect(two.edges).toEqual(one.edges);
    expect(two.clusters).toEqual(one.clusters);
  });

  it('an empty column with a role changes nothing, and is told', async () => {
    const plain = await run('record_id', 1);
    const wider = await run('record_id', 1, { roles: [...ROLES, { column: 'nothing', role: 'email' }] });
    expect(wider.edges).toEqual(plain.edges);
    expect(wider.clusters).toEqual(plain.clusters);
    expect(wider.result.warnings.map((w) => w.code)).toContain('empty-column');
  });

  it('one pair scored alone has the weight that it has in the batch', async () => {
    await run('record_id', 2, {}, async (engine, { result, edges }) => {
      const rows = await fetchRows(
        engine,
        { table: 'people', id: 'record_id' },
        edges.flatMap((e) => [String(e.id_l), String(e.id_r)]),
      );
      expect(edges.length).toBeGreaterThan(200);
      for (const edge of edges) {
        const { weight } = scorePair(result.model, rows.get(String(edge.id_l))!, rows.get(String(edge.id_r))!);
        expect(weight).toBeCloseTo(Number(edge.weight), 6);
      }
    });
  });

  it('a model read back from JSON decides as the one that was trained', async () => {
    const trained = await run('record_id', 1);
    const again = await run('record_id', 1, { model: JSON.parse(JSON.stringify(trained.result.model)) });
    expect(again.clusters).toEqual(trained.clusters);
  });

  it('the truth columns of the example are not among what is read', async () => {
    expect((await readFile(PEOPLE, 'utf8')).split('\n')[0]).toContain('person_id');
    expect(ROLES.map((r) => r.column)).not.toContain('person_id');
  });
});
