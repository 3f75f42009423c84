// Runs the engine on rows given in a test, with the toy assembly, and gives back pairs and clusters by record id.
import { openDuckdb } from '../engine/index.ts';
import type { BoundModel } from '../model/bind.ts';
import type { Assembly } from '../roles/types.ts';
import type { RunOptions, RunResult } from '../run/options.ts';
import { runLinkage } from '../run/run.ts';
import { SoloWorkshop } from '../score/workshop.ts';

export type ToyRow = Readonly<Record<string, string | null>>;

interface ToyPair {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  readonly probability: number;
}

export interface ToyOutcome {
  readonly result: RunResult;
  readonly model: BoundModel;
  /** Ordered by id. */
  readonly pairs: readonly ToyPair[];
  /** Members of each cluster, ordered. */
  readonly clusters: readonly (readonly string[])[];
}

/** Every row needs `id`; columns are those of the assembly. `sources` splits the rows by their `source` column into tables. */
export async function runToy(
  rows: readonly ToyRow[],
  assembly: Assembly,
  options: Partial<RunOptions> = {},
  threads = 1,
): Promise<ToyOutcome> {
  const engine = await openDuckdb({ threads });
  try {
    const columns = ['id', 'source', ...assembly.comparisons.flatMap((c) => c.columns)];
    const names = options.mode === 'link' ? ['left', 'right'] : ['all'];
    for (const name of names) {
      const table = await engine.createTextTable(`rows_${name}`, columns);
      for (const row of rows) if (name === 'all' || row.source === name) table.append(columns.map((column) => row[column] ?? null));
      await table.close();
    }
    let model: BoundModel | null = null;
    const result = await runLinkage(
      engine,
      {
        mode: 'dedupe',
        sources: names.map((name) => ({ name, table: `rows_${name}`, id: 'id', ...(name === 'all' ? { sourceColumn: 'source' } : {}) })),
        roles: assembly.comparisons.flatMap((c) => c.columns.map((column) => ({ column, role: 'category' as const }))),
        locale: 'en',
        keepFrom: 0,
        ...options,
      },
      assembly,
      new SoloWorkshop(assembly.comparisons),
      (inside) => {
        model = inside.model;
      },
    );
    const edges = await engine.rows<{ id_l: string; id_r: string; weight: number; probability: number }>(
      `SELECT * FROM ${result.tables.edges} ORDER BY id_l, id_r, weight`,
    );
    const members = await engine.rows<{ id: string; cluster: string }>(`SELECT * FROM ${result.tables.clusters} ORDER BY cluster, id`);
    const clusters = Map.groupBy(members, (row) => row.cluster);
    return {
      result,
      model: model!,
      pairs: edges.map((edge) => ({ a: edge.id_l, b: edge.id_r, weight: edge.weight, probability: edge.probability })),
      clusters: [...clusters.values()].map((list) => list.map((row) => row.id)).toSorted((x, y) => (x[0]! < y[0]! ? -1 : 1)),
    };
  } finally {
    await engine.close();
  }
}
