// Do DuckDB and Spark give the same edges? The command is run with either engine on the same file, and the answers are compared pair by pair.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand, type Session } from '../src/command/index.ts';
import { openDuckdb } from '../src/engine/index.ts';
import { type TestSet, toCsv } from './people.ts';

const silent = (): Session & { readonly said: string[] } => {
  const said: string[] = [];
  return {
    said,
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    columns: 0,
    signal: new AbortController().signal,
    onInterrupt: () => () => undefined,
    loaded: () => undefined,
  };
};

const dedupe = async (set: TestSet, file: string, out: string, engine: readonly string[]): Promise<void> => {
  const session = silent();
  const roles = [...set.roles.flatMap((role) => ['--role', role]), ...set.rules.flatMap((rule) => ['--rule', rule])];
  const code = await runCommand(
    ['dedupe', '--input', file, '--id', 'id', '--locale', set.locale, ...roles, '--out', out, '--quiet', ...engine],
    session,
  );
  if (code !== 0) throw new Error(`${set.name} with ${engine.join(' ') || 'duckdb'} ended with ${code}: ${session.said.join('')}`);
};

export interface Comparison {
  readonly edges: number;
  readonly clusters: number;
  /** Edges that only one engine has, or whose weights differ by more than rounding. */
  readonly different: number;
  /** Records that the engines put into different company. */
  readonly regrouped: number;
}

const reader = (path: string): string => `read_parquet('${path}')`;

/** Runs both engines on a set and compares what they left. */
export const compareEngines = async (set: TestSet, command: string, folder: string): Promise<Comparison> => {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${set.name}.csv`);
  await writeFile(file, toCsv(set));
  const duckdb = join(folder, `${set.name}-duckdb`);
  const spark = join(folder, `${set.name}-spark`);
  await dedupe(set, file, duckdb, []);
  await dedupe(set, file, spark, ['--engine', 'spark', '--spark', command]);
  const engine = await openDuckdb({ threads: 1 });
  try {
    for (const [name, path] of [
      ['d', duckdb],
      ['s', spark],
    ] as const) {
      await engine.run(
        `CREATE TABLE ${name}_edges AS SELECT least(id_l, id_r) AS a, greatest(id_l, id_r) AS b, weight, probability FROM ${reader(join(path, 'edges.parquet'))}`,
      );
      await engine.run(
        `CREATE TABLE ${name}_clusters AS SELECT id, min(id) OVER (PARTITION BY cluster) AS first FROM ${reader(join(path, 'clusters.parquet'))}`,
      );
    }
    const [row] = await engine.rows<{ edges: number; clusters: number; different: number; regrouped: number }>(`SELECT
      (SELECT count(*) FROM d_edges) AS edges,
      (SELECT count(DISTINCT first) FROM d_clusters) AS clusters,
      (SELECT count(*) FROM d_edges d FULL JOIN s_edges s USING (a, b) WHERE d.weight IS NULL OR s.weight IS NULL OR abs(d.weight - s.weight) > 1e-6 OR abs(d.probability - s.probability) > 1e-6) AS different,
      (SELECT count(*) FROM d_clusters d FULL JOIN s_clusters s USING (id) WHERE d.first IS DISTINCT FROM s.first) AS regrouped`);
    return row!;
  } finally {
    await engine.close();
  }
};
