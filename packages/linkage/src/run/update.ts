// Adds records to an earlier run: everything is scored again with the earlier model (no training, same threshold), and clusters keep their names.
// A full run over all records differs only by what training on the new records would change; bench/results says how much that is.
import type { Engine } from '../engine/engine.ts';
import type { Model } from '../model/model.ts';
import { dedupe } from './dedupe.ts';
import type { RunOptions, RunResult, Source } from './options.ts';

export interface Previous {
  readonly model: Model;
  /** Table (id, cluster) of the earlier run. */
  readonly clusters: string;
}

export interface UpdateOptions extends Omit<RunOptions, 'mode' | 'model' | 'roles' | 'locale'> {
  readonly previous: Previous;
  readonly added: readonly Source[];
}

/**
 * Gives each new cluster the name of the earlier cluster that most of its members come from; an earlier name goes to one cluster only.
 * New and split-off clusters are named by their smallest record id that is not a name already.
 */
export async function keepClusterNames(engine: Engine, clusters: string, previous: string): Promise<void> {
  await engine.store(
    'lk_overlap',
    `SELECT n.cluster AS fresh, p.cluster AS old, count(*) AS members FROM ${clusters} n JOIN ${previous} p ON p.id = n.id GROUP BY n.cluster, p.cluster`,
  );
  // The fresh cluster with most of an old one may take its name; of several such names it takes that with most members.
  await engine.store(
    'lk_kept_names',
    `SELECT fresh, old FROM (
  SELECT fresh, old, row_number() OVER (PARTITION BY fresh ORDER BY members DESC, old) AS place FROM (
    SELECT fresh, old, members, row_number() OVER (PARTITION BY old ORDER BY members DESC, fresh) AS heir FROM lk_overlap
  ) AS heirs WHERE heir = 1
) AS places WHERE place = 1`,
  );
  await engine.store(
    'lk_new_names',
    `SELECT n.cluster AS fresh, coalesce(min(CASE WHEN taken.old IS NULL THEN n.id END), concat(min(n.id), '~')) AS name
FROM ${clusters} n LEFT JOIN lk_kept_names kept ON kept.fresh = n.cluster LEFT JOIN (SELECT old FROM lk_kept_names) AS taken ON taken.old = n.id
WHERE kept.fresh IS NULL GROUP BY n.cluster`,
  );
  await engine.store(
    'lk_named_clusters',
    `SELECT n.id, n.source, coalesce(kept.old, fresh.name) AS cluster
FROM ${clusters} n LEFT JOIN lk_kept_names kept ON kept.fresh = n.cluster LEFT JOIN lk_new_names fresh ON fresh.fresh = n.cluster`,
  );
}

/** As `dedupe` over old and new records, with the earlier model and the earlier names of clusters. */
export async function update(engine: Engine, options: UpdateOptions): Promise<RunResult> {
  const { previous, added, ...rest } = options;
  const { model } = previous;
  const sources = [...rest.sources, ...added].map((source) => ({ ...source, name: rest.sources[0]?.name ?? source.name }));
  const result = await dedupe(engine, { ...rest, sources, model, roles: model.columns, locale: model.locale });
  await keepClusterNames(engine, result.tables.clusters, previous.clusters);
  return { ...result, tables: { ...result.tables, clusters: 'lk_named_clusters' } };
}
