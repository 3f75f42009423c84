// Leaves a run's answer in the engine: `edges` and `clusters` by record id.
import type { Engine } from '../engine/engine.ts';

export interface EdgeArrays {
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly weight: Float64Array;
  readonly probability: Float64Array;
}

/** `edges` is a view without an order: ids are joined only when it is read. id_l sorts before id_r. */
export async function writeEdges(engine: Engine, edges: EdgeArrays): Promise<void> {
  await engine.createTable('lk_edges', { l: edges.l, r: edges.r, weight: edges.weight, probability: edges.probability });
  const flip = 'a.lk_id > b.lk_id OR (a.lk_id = b.lk_id AND a.src > b.src)';
  const swapped = (column: string) => `CASE WHEN ${flip} THEN b.${column} ELSE a.${column} END`;
  const straight = (column: string) => `CASE WHEN ${flip} THEN a.${column} ELSE b.${column} END`;
  await engine.run(`CREATE OR REPLACE TEMPORARY VIEW edges AS
SELECT ${swapped('lk_id')} AS id_l, ${straight('lk_id')} AS id_r, ${swapped('lk_origin')} AS source_l, ${straight('lk_origin')} AS source_r, e.weight, e.probability
FROM lk_edges e JOIN lk_input a ON a.rid = e.l JOIN lk_input b ON b.rid = e.r`);
}

/** Every record with its cluster, named by the smallest id in it. */
export async function writeClusters(engine: Engine, cluster: Int32Array): Promise<void> {
  const size = new Int32Array(cluster.length);
  for (let node = 0; node < cluster.length; node++) size[cluster[node]!]!++;
  let several = 0;
  for (let node = 0; node < cluster.length; node++) if (size[cluster[node]!]! > 1) several++;
  const members = { node: new Int32Array(several), root: new Int32Array(several) };
  for (let node = 0, at = 0; node < cluster.length; node++) {
    if (size[cluster[node]!]! === 1) continue;
    members.node[at] = node;
    members.root[at++] = cluster[node]!;
  }
  await engine.createTable('lk_clusters', members);
  await engine.store(
    'clusters',
    `WITH names AS (SELECT c.root, min(i.lk_id) AS name FROM lk_clusters c JOIN lk_input i ON i.rid = c.node GROUP BY c.root)
SELECT i.lk_id AS id, i.lk_origin AS source, coalesce(n.name, i.lk_id) AS cluster
FROM lk_input i LEFT JOIN lk_clusters c ON c.node = i.rid LEFT JOIN names n ON n.root = c.root`,
  );
}
