// How good are the edges and clusters that a tool left in a folder? The same count for ours and for the rival's.

import { join } from 'node:path';
import { type Engine, openDuckdb } from '@anwang/linkage/engine';
import { type Evaluation, evaluateTables } from '@anwang/linkage/evaluate';
import type { BenchData } from './data.ts';

const literal = (path: string): string => `'${path.replaceAll("'", "''")}'`;

export interface Verdict extends Evaluation {
  /** Clusters by plain closure of the edges at the threshold that is best by the truth. */
  readonly bestClosure: { readonly threshold: number; readonly f1: number };
  /** True pairs among all scored ones, of all true pairs: what blocking let through (only where everything was kept). */
  readonly blockingRecall: number;
}

const GRID = [
  0.001, 0.005, 0.01, 0.03, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999,
  0.99999, 0.999999,
];

class Forest {
  readonly #parent: Int32Array;
  constructor(n: number) {
    this.#parent = Int32Array.from({ length: n }, (_, i) => i);
  }
  root(x: number): number {
    const parent = this.#parent;
    let at = x;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }
  join(a: number, b: number): void {
    this.#parent[this.root(a)] = this.root(b);
  }
}

/** Pair F1 of the connected components at each threshold of a grid; the best of them. */
const bestClosure = async (engine: Engine): Promise<Verdict['bestClosure']> => {
  const truth = await engine.rows<{ id: string; entity: string }>('SELECT id, entity FROM truth');
  const number = new Map(truth.map((row, i) => [row.id, i]));
  const edges = await engine.rows<{ id_l: string; id_r: string; probability: number }>(
    'SELECT id_l, id_r, probability FROM edges WHERE probability >= 0.001',
  );
  const pairs = (sizes: Iterable<number>): number => [...sizes].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const count = (keys: readonly string[]): Map<string, number> => {
    const sizes = new Map<string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return sizes;
  };
  const wanted = pairs(count(truth.map((row) => row.entity)).values());
  let best = { threshold: 1, f1: 0 };
  for (const threshold of GRID) {
    const forest = new Forest(truth.length);
    for (const edge of edges) {
      const l = number.get(edge.id_l);
      const r = number.get(edge.id_r);
      if (edge.probability >= threshold && l !== undefined && r !== undefined) forest.join(l, r);
    }
    const roots = truth.map((_, i) => String(forest.root(i)));
    const claimed = pairs(count(roots).values());
    const found = pairs(count(truth.map((row, i) => `${roots[i]}|${row.entity}`)).values());
    const f1 = claimed + wanted === 0 ? 0 : (2 * found) / (claimed + wanted);
    if (f1 > best.f1) best = { threshold, f1 };
  }
  return best;
};

/** Judges `edges.parquet` and `clusters.parquet` of `folder` against the truth of the data. */
export const judge = async (data: BenchData, file: string, folder: string, threshold: number, closure = true): Promise<Verdict> => {
  const engine = await openDuckdb({ threads: 2 });
  try {
    const reader = file.endsWith('.parquet')
      ? `read_parquet(${literal(file)})`
      : `read_csv(${literal(file)}, all_varchar = true, header = true)`;
    await engine.run(
      `CREATE TABLE truth AS SELECT CAST("${data.recordId}" AS VARCHAR) AS id, min(CAST(${data.truth} AS VARCHAR)) AS entity FROM ${reader} GROUP BY 1`,
    );
    await engine.run(
      `CREATE TABLE edges AS SELECT CAST(id_l AS VARCHAR) AS id_l, CAST(id_r AS VARCHAR) AS id_r, probability FROM read_parquet(${literal(join(folder, 'edges.parquet'))})`,
    );
    await engine.run(
      `CREATE TABLE clusters AS SELECT CAST(id AS VARCHAR) AS id, CAST(cluster AS VARCHAR) AS cluster FROM read_parquet(${literal(join(folder, 'clusters.parquet'))})`,
    );
    const evaluation = await evaluateTables(engine, { truth: 'truth', edges: 'edges', clusters: 'clusters', threshold });
    return {
      ...evaluation,
      bestClosure: closure ? await bestClosure(engine) : { threshold: 0, f1: 0 },
      blockingRecall: evaluation.ceiling,
    };
  } finally {
    await engine.close();
  }
};
