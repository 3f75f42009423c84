// Surveys many candidate rules cheaply on a large table: block counts on a sixteenth of the keys, and on pairs that are near-certain already, which
// facets agree (linkage.md §3.1.4). Keys are content hashes, so the sample does not depend on row order.
import { facetColumn, type RuleShape } from '../compile/steps.ts';
import type { Engine } from '../engine/engine.ts';

export interface RuleSurvey {
  readonly rule: number;
  /** Pairs in blocks within the limit. */
  readonly pairs: number;
  /** Share of records in a block whose block is within the limit. */
  readonly kept: number;
  readonly largestBlock: number;
  readonly oversizeBlocks: number;
  readonly oversizeRecords: number;
}

/** How records of one person agree on one slot: sets of facets (bit f) with their weight. No facet: different, or missing on a side. */
export type SlotAgreement = readonly { readonly facets: number; readonly weight: number }[];

const KEY_SHARE = 16;
/** Pairs looked at, and strict rules that they come from. */
const SAMPLED_PAIRS = 30_000;
const STRICT_RULES = 8;

const keysOf = (shape: RuleShape, as: string): string[] => shape.parts.map(([s, f]) => `${as}.${facetColumn(s, f)}`);

/** Counts the blocks of all rules in one statement, on all keys (`every` = 1) or on one in `every`. */
export async function surveyRules(engine: Engine, shapes: readonly RuleShape[], limit: number, every = KEY_SHARE): Promise<RuleSurvey[]> {
  if (shapes.length === 0) return [];
  const selects = shapes.map((shape, rule) => {
    const keys = keysOf(shape, 'k');
    const present = keys.map((key) => `${key} > 0`).join(' AND ');
    const share = every === 1 ? '' : ` AND ${keys[0]} % ${every} = 0`;
    return `SELECT ${rule} AS rule, CAST(coalesce(sum(CASE WHEN n <= ${limit} THEN CAST(n AS BIGINT) * (n - 1) / 2 ELSE 0 END), 0) AS DOUBLE) AS pairs,
CAST(coalesce(sum(n), 0) AS DOUBLE) AS held, CAST(coalesce(max(n), 0) AS DOUBLE) AS largest,
CAST(coalesce(sum(CASE WHEN n > ${limit} THEN 1 ELSE 0 END), 0) AS DOUBLE) AS oversize,
CAST(coalesce(sum(CASE WHEN n > ${limit} THEN n ELSE 0 END), 0) AS DOUBLE) AS inside
FROM (SELECT count(*) AS n FROM lk_records k WHERE ${present}${share} GROUP BY ${keys.join(', ')} HAVING count(*) > 1) blocks`;
  });
  const rows = await engine.rows<{ rule: number; pairs: number; held: number; largest: number; oversize: number; inside: number }>(
    selects.join('\nUNION ALL\n'),
  );
  return rows
    .map((row) => ({
      rule: row.rule,
      pairs: row.pairs * every,
      kept: row.held === 0 ? 1 : 1 - row.inside / row.held,
      largestBlock: row.largest,
      oversizeBlocks: row.oversize * every,
      oversizeRecords: row.inside * every,
    }))
    .toSorted((x, y) => x.rule - y.rule);
}

/**
 * For every slot, how near-certain pairs agree on its facets. Only pairs count that came by a rule over other slots and share the values of two more
 * slots besides, so that what they do on this slot is free.
 */
export async function surveyAgreement(
  engine: Engine,
  shapes: readonly RuleShape[],
  facets: readonly number[],
  telling: readonly boolean[],
  surveys: readonly RuleSurvey[],
): Promise<SlotAgreement[]> {
  const strict = strictRules(shapes, surveys);
  const found = facets.map(() => new Map<number, number>());
  const slots = facets.map((_, s) => s);
  const bits = slots.map((s) => {
    const terms = Array.from({ length: facets[s]! }, (_, f) => {
      const column = facetColumn(s, f);
      return `CASE WHEN l.${column} = r.${column} AND l.${column} > 0 THEN ${2 ** f} ELSE 0 END`;
    });
    return `${terms.length === 0 ? '0' : terms.join(' + ')} AS a${s}, CASE WHEN l.c${s} = r.c${s} AND l.c${s} > 0 THEN 1 ELSE 0 END AS e${s}`;
  });
  const columns = slots.flatMap((s) => [`a${s}`, `e${s}`]).join(', ');
  for (const { rule, pairs } of strict) {
    const shape = shapes[rule]!;
    const share = Math.max(1, Math.ceil((pairs * strict.length) / SAMPLED_PAIRS));
    const keys = keysOf(shape, 'l');
    const on = keys.map((key, p) => `${key} = ${keysOf(shape, 'r')[p]}`).join(' AND ');
    const present = keys.map((key) => `${key} > 0`).join(' AND ');
    const rows = await engine.rows<Record<string, number>>(
      `SELECT ${columns}, CAST(count(*) AS DOUBLE) AS n FROM (SELECT ${bits.join(', ')}
         FROM (SELECT * FROM lk_records l WHERE ${present} AND ${keys[0]} % ${share * KEY_SHARE} < ${KEY_SHARE}) l
         JOIN lk_records r ON ${on} WHERE l.rid < r.rid) pairs GROUP BY ${columns}`,
    );
    const used = new Set(shape.parts.map(([s]) => s));
    for (const row of rows) {
      const equal = slots.filter((s) => row[`e${s}`] === 1 && telling[s]);
      for (const s of slots) {
        if (used.has(s) || equal.filter((other) => other !== s).length < 2) continue;
        const facetsHeld = row[`a${s}`]!;
        found[s]!.set(facetsHeld, (found[s]!.get(facetsHeld) ?? 0) + row.n!);
      }
    }
  }
  return found.map((map) => [...map].map(([held, weight]) => ({ facets: held, weight })).toSorted((a, b) => a.facets - b.facets));
}

/** Rules with the fewest pairs and hardly an oversize block, no two over the same comparisons. */
function strictRules(shapes: readonly RuleShape[], surveys: readonly RuleSurvey[]): RuleSurvey[] {
  const taken = new Set<string>();
  const strict: RuleSurvey[] = [];
  for (const survey of surveys
    .filter(({ pairs, kept }) => pairs > 0 && kept > 0.98)
    .toSorted((a, b) => a.pairs - b.pairs || a.rule - b.rule)) {
    const over = [...new Set(shapes[survey.rule]!.parts.map(([s]) => s))].toSorted((a, b) => a - b).join();
    if (taken.has(over)) continue;
    taken.add(over);
    strict.push(survey);
    if (strict.length === STRICT_RULES) break;
  }
  return strict;
}
