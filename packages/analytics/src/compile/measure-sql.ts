// An indicator as SQL: one statement for its cells (district and month), one for the rows behind a cell, one for the rows themselves (for tests).
// Parameters: $1 county or null for all, $2 from and $3 until (moments; until not included), $4 now.

import { type Measure, universes } from '@anwang/core/measures';
import type { Condition, Operand } from '@anwang/core/rules';
import { conditionSql, type SqlContext } from './condition-sql.ts';
import { type UniverseSetting, type UniverseSql, universeSql } from './universe-sql.ts';

const NOW = '$4::timestamptz';

const operandNames = (operand: Operand): string[] => {
  if ('ref' in operand) return [operand.ref];
  if ('value' in operand) return [];
  return 'of' in operand ? [operand.of, ...('at' in operand ? [operand.at] : [])] : [operand.from, operand.to];
};
const names = (condition: Condition): string[] => {
  if ('all' in condition) return condition.all.flatMap(names);
  if ('any' in condition) return condition.any.flatMap(names);
  if ('not' in condition) return names(condition.not);
  return 'known' in condition ? [condition.known] : [...operandNames(condition.left), ...operandNames(condition.right)];
};

interface Parts {
  readonly universe: UniverseSql;
  readonly context: SqlContext;
  readonly columnSql: (name: string) => string;
  readonly from: string;
}

const partsOf = (measure: Measure, setting: UniverseSetting, all: boolean): Parts => {
  const universe = universeSql(measure.universe, setting);
  const kinds: Readonly<Record<string, { kind: Parameters<SqlContext['column']>[0] | string }>> = universes[measure.universe].columns;
  const found = (name: string) => {
    const column = universe.columns[name];
    if (column === undefined) throw new Error(`${measure.universe} has no column ${name}`);
    return column;
  };
  const context: SqlContext = {
    column: (name) => ({ sql: found(name).sql, kind: kinds[name]?.kind === 'instant' ? 'instant' : 'code' }),
    now: NOW,
    zone: setting.zone,
  };
  const used = all ? Object.keys(universe.columns) : [measure.at, ...names(measure.denominator), ...names(measure.numerator)];
  const needed = new Set(used.flatMap((name) => found(name).needs ?? []));
  // Joins may build on one another: they stand in the universe's order.
  const joins = Object.entries(universe.joins).flatMap(([name, sql]) => (needed.has(name) ? [`  ${sql}`] : []));
  const { districtAt } = universe;
  const columnSql = (name: string) =>
    name === 'district' && districtAt !== undefined ? districtAt(found(measure.at).sql) : found(name).sql;
  return { universe, context, columnSql, from: [universe.from, ...joins].join('\n') };
};

const inside = (parts: Parts, measure: Measure): string => {
  const at = parts.columnSql(measure.at);
  return `where ($1::text is null or ${parts.columnSql('county')} = $1) and ${at} >= $2::timestamptz and ${at} < $3::timestamptz
  and ${conditionSql(measure.denominator, parts.context)}`;
};

const monthSql = (parts: Parts, measure: Measure): string =>
  `to_char(${parts.columnSql(measure.at)} at time zone '${parts.context.zone}', 'YYYY-MM')`;

/** Columns: district, month, numerator, denominator. */
export const cellsSql = (measure: Measure, setting: UniverseSetting): string => {
  const parts = partsOf(measure, setting, false);
  return `select ${parts.columnSql('district')} as district, ${monthSql(parts, measure)} as month,
  (count(*) filter (where ${conditionSql(measure.numerator, parts.context)}))::int as numerator, count(*)::int as denominator
from ${parts.from}
${inside(parts, measure)}
group by 1, 2 order by 1, 2`;
};

/** Columns: id, district, month, at, met (true: in the numerator too), for the rows of the denominator. */
export const membersSql = (measure: Measure, setting: UniverseSetting): string => {
  const parts = partsOf(measure, setting, false);
  return `select ${parts.columnSql('id')} as id, ${parts.columnSql('district')} as district, ${monthSql(parts, measure)} as month,
  ${parts.columnSql(measure.at)} as at, ${conditionSql(measure.numerator, parts.context)} is true as met
from ${parts.from}
${inside(parts, measure)}
order by 4 desc, 1`;
};

/** Every row of the measure's universe with all its columns under their names; for holding the compiler against the reference. */
export const rowsSql = (measure: Measure, setting: UniverseSetting): string => {
  const parts = partsOf(measure, setting, true);
  return `select ${Object.keys(parts.universe.columns)
    .map((name) => `${parts.columnSql(name)} as "${name}"`)
    .join(', ')}
from ${parts.from}
where ($1::text is null or ${parts.columnSql('county')} = $1) and $2::timestamptz < $3::timestamptz and ${NOW} is not null`;
};
