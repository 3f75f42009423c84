// Counts the blocks of every rule, splits oversize ones by a second facet, and numbers what is left: the plan's work in the engine.
import { makeStep } from '../compile/make-step.ts';
import { blocksStep, blocksTable, facetColumn, keysStep, type RuleShape, type UsedRule } from '../compile/steps.ts';
import type { Engine } from '../engine/engine.ts';
import type { RuleCount } from './choose.ts';

/** Facets by which an oversize block may be split further, best first, as (slot, facet position). */
export type SplitKeys = readonly (readonly [number, number])[];

/** Creates the block tables of one rule and counts them. Pairs of link jobs are counted as if within one table: an upper bound. */
export async function countRule(engine: Engine, rule: number, shape: RuleShape, limit: number, splits: SplitKeys): Promise<RuleCount> {
  await makeStep(engine, blocksStep(rule, shape));
  const [whole] = await engine.rows<{ pairs: number; largest: number; oversize: number; inside: number }>(
    `SELECT CAST(coalesce(sum(CASE WHEN n <= ${limit} THEN CAST(n AS BIGINT) * (n - 1) / 2 ELSE 0 END), 0) AS DOUBLE) AS pairs, coalesce(max(n), 0) AS largest,
     CAST(coalesce(sum(CASE WHEN n > ${limit} THEN 1 ELSE 0 END), 0) AS DOUBLE) AS oversize, CAST(coalesce(sum(CASE WHEN n > ${limit} THEN n ELSE 0 END), 0) AS DOUBLE) AS inside
     FROM ${blocksTable(rule)}`,
  );
  const counted = whole ?? { pairs: 0, largest: 0, oversize: 0, inside: 0 };
  const base = { rule, id: shape.id, largestBlock: counted.largest, oversizeBlocks: counted.oversize };
  const split = splits.find(([s, f]) => shape.parts.every(([ps, pf]) => ps !== s || pf !== f));
  if (counted.oversize === 0 || split === undefined) return { ...base, pairs: counted.pairs, skippedRecords: counted.inside, split: null };
  const [inner] = await splitOversize(engine, rule, shape, limit, split);
  return { ...base, pairs: counted.pairs + (inner?.pairs ?? 0), skippedRecords: counted.inside - (inner?.kept ?? 0), split };
}

async function splitOversize(engine: Engine, rule: number, shape: RuleShape, limit: number, [slot, facet]: readonly [number, number]) {
  const on = shape.parts.map(([s, f], p) => `k.${facetColumn(s, f)} = o.p${p}`).join(' AND ');
  const parts = shape.parts.map((_, p) => `o.p${p}`).join(', ');
  const second = `k.${facetColumn(slot, facet)}`;
  await engine.store(
    `lk_split_${rule}`,
    `SELECT ${parts}, ${second} AS q, CAST(count(*) AS INTEGER) AS n FROM lk_records k JOIN ${blocksTable(rule)} o ON ${on}
     WHERE o.n > ${limit} AND ${second} > 0 GROUP BY ${parts}, ${second} HAVING count(*) > 1 AND count(*) <= ${limit}`,
  );
  return engine.rows<{ pairs: number; kept: number }>(
    `SELECT CAST(coalesce(sum(CAST(n AS BIGINT) * (n - 1) / 2), 0) AS DOUBLE) AS pairs, CAST(coalesce(sum(n), 0) AS DOUBLE) AS kept FROM lk_split_${rule}`,
  );
}

/** Numbers the blocks of the used rules and gives every row its key per rule (`lk_keys`). */
export async function makeKeys(engine: Engine, used: readonly UsedRule[], limit: number): Promise<void> {
  for (const { rule, shape, split } of used) {
    const parts = shape.parts.map((_, p) => `p${p}`).join(', ');
    const row = engine.dialect === 'duckdb' ? 'rowid' : 'row_number() OVER (ORDER BY 1)';
    await engine.run(
      `CREATE OR REPLACE TEMPORARY VIEW lk_numbered_${rule} AS SELECT ${parts}, CAST(${row} + 1 AS INTEGER) AS b FROM ${blocksTable(rule)} WHERE n <= ${limit}`,
    );
    if (split === null) continue;
    const blocks = `(SELECT count(*) + 1 FROM ${blocksTable(rule)})`;
    await engine.run(
      `CREATE OR REPLACE TEMPORARY VIEW lk_numbered_split_${rule} AS SELECT ${parts}, q, CAST(${row} + 1 + ${blocks} AS INTEGER) AS b FROM lk_split_${rule}`,
    );
  }
  await makeStep(engine, keysStep(used));
}
