// Makes the blocks of the used rules in the engine: counted, oversize ones split by a second facet where that fits the budget, and numbered.
import { makeStep } from '../compile/make-step.ts';
import {
  blockColumn,
  blocksStep,
  blocksTable,
  facetColumn,
  keysStep,
  numberedStep,
  type RuleShape,
  type UsedRule,
} from '../compile/steps.ts';
import type { Engine } from '../engine/engine.ts';
import type { Shapes } from './shapes.ts';

export interface Split {
  readonly by: readonly [number, number];
  readonly pairs: number;
  /** Records of oversize blocks that the split kept. */
  readonly kept: number;
}

/** Creates the block table of one rule. */
export async function makeBlocks(engine: Engine, rule: number, shape: RuleShape): Promise<void> {
  await makeStep(engine, blocksStep(rule, shape));
}

/** By what the oversize blocks of a rule may be split: the first facet of a slot that it does not use itself; null if there is none. */
export function splitFacet(shape: RuleShape, { slots }: Pick<Shapes, 'slots'>): readonly [number, number] | null {
  for (const [s, { facets }] of slots.entries()) if (facets.length > 0 && shape.parts.every(([used]) => used !== s)) return [s, 0];
  return null;
}

/** Splits the oversize blocks of a rule; null if nothing can split them. */
export async function splitOversize(engine: Engine, rule: number, shape: RuleShape, limit: number, shapes: Shapes): Promise<Split | null> {
  const by = splitFacet(shape, shapes);
  if (by === null) return null;
  const on = shape.parts.map(([s, f], p) => `k.${facetColumn(s, f)} = o.p${p}`).join(' AND ');
  const parts = shape.parts.map((_, p) => `o.p${p}`).join(', ');
  const second = `k.${facetColumn(...by)}`;
  await engine.store(
    `lk_split_${rule}`,
    `SELECT ${parts}, ${second} AS q, CAST(count(*) AS INTEGER) AS n FROM lk_records k JOIN ${blocksTable(rule)} o ON ${on}
     WHERE o.n > ${limit} AND ${second} > 0 GROUP BY ${parts}, ${second} HAVING count(*) > 1 AND count(*) <= ${limit}`,
  );
  const [found] = await engine.rows<{ pairs: number; kept: number }>(
    `SELECT CAST(coalesce(sum(CAST(n AS BIGINT) * (n - 1) / 2), 0) AS DOUBLE) AS pairs, CAST(coalesce(sum(n), 0) AS DOUBLE) AS kept FROM lk_split_${rule}`,
  );
  return { by, pairs: found?.pairs ?? 0, kept: found?.kept ?? 0 };
}

/** Rules whose keys are joined to the rows in one statement on Spark. */
const KEYS_AT_ONCE = 6;

/** Numbers the blocks of the used rules and gives every row its key per rule (`lk_keys`). */
export async function makeKeys(engine: Engine, used: readonly UsedRule[], limit: number): Promise<void> {
  for (const { rule, shape, split } of used) {
    await makeStep(engine, numberedStep(rule, shape, limit));
    if (split === null) continue;
    const parts = shape.parts.map((_, p) => `p${p}`).join(', ');
    const row = engine.dialect === 'duckdb' ? 'rowid' : 'row_number() OVER (ORDER BY 1)';
    const blocks = `(SELECT count(*) + 1 FROM ${blocksTable(rule)})`;
    await engine.run(
      `CREATE OR REPLACE TEMPORARY VIEW lk_numbered_split_${rule} AS SELECT ${parts}, q, CAST(${row} + 1 + ${blocks} AS INTEGER) AS b FROM lk_split_${rule}`,
    );
  }
  if (engine.dialect === 'duckdb' || used.length <= KEYS_AT_ONCE) {
    await makeStep(engine, keysStep(used));
    return;
  }
  // Spark broadcasts every small side of a join: thirty at once do not fit a driver of ordinary size.
  const groups: UsedRule[][] = [];
  for (let from = 0; from < used.length; from += KEYS_AT_ONCE) groups.push(used.slice(from, from + KEYS_AT_ONCE));
  for (const [g, group] of groups.entries()) await makeStep(engine, { ...keysStep(group), makes: `lk_keys_part_${g}` });
  const columns = groups.flatMap((group, g) => group.map(({ rule }) => `k${g}.${blockColumn(rule)}`));
  const joins = groups.slice(1).map((_, g) => `JOIN lk_keys_part_${g + 1} k${g + 1} ON k${g + 1}.rid = k0.rid`);
  await engine.store('lk_keys', `SELECT k0.rid, k0.src, ${columns.join(', ')} FROM lk_keys_part_0 k0 ${joins.join(' ')}`);
}
