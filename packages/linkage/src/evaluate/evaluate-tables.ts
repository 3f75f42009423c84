// How good is a linkage whose edges and clusters lie in the engine? Counts in SQL what `evaluate` counts in memory.

import type { Engine } from '../engine/index.ts';
import { conclude, type Evaluation, type OverlapCounts, type ScoreCount } from './evaluation.ts';

export interface EvaluateTables {
  /** Table (id, entity), one row for each record with a known truth. */
  readonly truth: string;
  /** Table (id_l, id_r, probability). */
  readonly edges: string;
  /** Table (id, cluster). */
  readonly clusters: string;
  readonly threshold: number;
}

const half = (n: string): string => `CAST(${n} AS DOUBLE) * (${n} - 1) / 2`;

/** Same figures as `evaluate`, for tables of any size. Ids must be unique in `truth` and in `clusters`. */
export const evaluateTables = async (engine: Engine, { truth, edges, clusters, threshold }: EvaluateTables): Promise<Evaluation> => {
  const scores = await engine.rows<{ probability: number; pairs: number; matches: number }>(
    `SELECT e.probability AS probability, CAST(count(*) AS DOUBLE) AS pairs, CAST(sum(CASE WHEN l.entity = r.entity THEN 1 ELSE 0 END) AS DOUBLE) AS matches
     FROM (SELECT id_l, id_r, CAST(probability AS DOUBLE) AS probability FROM ${edges}) e
     JOIN ${truth} l ON l.id = e.id_l JOIN ${truth} r ON r.id = e.id_r
     GROUP BY e.probability`,
  );
  // Records outside every cluster stand alone; 'c' and 'r' keep their names apart from cluster names.
  const named = `SELECT t.id, t.entity, CASE WHEN c.cluster IS NULL THEN concat('r', t.id) ELSE concat('c', c.cluster) END AS cluster
    FROM ${truth} t LEFT JOIN ${clusters} c ON c.id = t.id`;
  const [overlap] = await engine.rows<Record<keyof OverlapCounts, number>>(
    `WITH named AS (${named}),
       cluster_sizes AS (SELECT cluster, count(*) AS n FROM named GROUP BY cluster),
       entity_sizes AS (SELECT entity, count(*) AS n FROM named GROUP BY entity),
       cells AS (
         SELECT g.n, c.n AS cluster_n, e.n AS entity_n
         FROM (SELECT cluster, entity, count(*) AS n FROM named GROUP BY cluster, entity) g
         JOIN cluster_sizes c ON c.cluster = g.cluster JOIN entity_sizes e ON e.entity = g.entity
       )
     SELECT
       (SELECT CAST(count(*) AS DOUBLE) FROM named) AS records,
       (SELECT CAST(count(*) AS DOUBLE) FROM entity_sizes) AS entities,
       (SELECT CAST(count(*) AS DOUBLE) FROM cluster_sizes) AS clusters,
       (SELECT CAST(coalesce(max(n), 0) AS DOUBLE) FROM cluster_sizes) AS ${quoted('largestCluster', engine)},
       (SELECT coalesce(sum(${half('n')}), 0) FROM entity_sizes) AS ${quoted('truePairs', engine)},
       (SELECT coalesce(sum(${half('n')}), 0) FROM cluster_sizes) AS ${quoted('clusterPairs', engine)},
       (SELECT coalesce(sum(${half('n')}), 0) FROM cells) AS ${quoted('sharedPairs', engine)},
       (SELECT coalesce(sum(CAST(n AS DOUBLE) * n / cluster_n), 0) FROM cells) AS ${quoted('bCubedPrecision', engine)},
       (SELECT coalesce(sum(CAST(n AS DOUBLE) * n / entity_n), 0) FROM cells) AS ${quoted('bCubedRecall', engine)}`,
  );
  const list: ScoreCount[] = scores.map((s) => ({
    probability: Number(s.probability),
    pairs: Number(s.pairs),
    matches: Number(s.matches),
  }));
  return conclude(list, overlap!, threshold);
};

const quoted = (name: string, engine: Engine): string => (engine.dialect === 'duckdb' ? `"${name}"` : `\`${name}\``);
