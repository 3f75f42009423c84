// A condition as SQL. Kleene's three values are SQL's own: unknown is null, and a where clause takes only what is true, as `holds` does.
// Reference: core/rules `evaluate`; a property test holds the two together.

import type { Comparison, Condition, FactKind, Operand, Scalar } from '@anwang/core/rules';

export interface SqlContext {
  /** SQL of a column and its kind. */
  column(name: string): { readonly sql: string; readonly kind: FactKind };
  /** SQL of the present moment, a timestamptz. */
  readonly now: string;
  readonly zone: string;
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const scalar = (value: Scalar): string => (typeof value === 'string' ? quote(value) : String(value));

const dateSql = (name: string, context: SqlContext): string => {
  const { sql, kind } = context.column(name);
  return kind === 'instant' ? `(${sql} at time zone ${quote(context.zone)})::date` : sql;
};
const epoch = (sql: string): string => `extract(epoch from ${sql})`;
const part = (name: string, sql: string): string => `extract(${name} from ${sql})::int`;

const months = (from: string, to: string): string =>
  `((${part('year', to)} - ${part('year', from)}) * 12 + ${part('month', to)} - ${part('month', from)} - (${part('day', to)} < ${part('day', from)})::int)`;

/** Completed years; born on 29 February counts from 1 March in common years, as core's `ageOn`. */
const years = (born: string, at: string): string =>
  `(${part('year', at)} - ${part('year', born)} - ((${part('month', at)}, ${part('day', at)}) < (${part('month', born)}, ${part('day', born)}))::int)`;

const operandSql = (operand: Operand, context: SqlContext): string => {
  if ('ref' in operand) return context.column(operand.ref).sql;
  if ('value' in operand) {
    const { value } = operand;
    return typeof value === 'object' ? `array[${value.map(scalar).join(', ')}]${value.length === 0 ? '::text[]' : ''}` : scalar(value);
  }
  switch (operand.fn) {
    case 'count':
      return `cardinality(${context.column(operand.of).sql})`;
    case 'daysSince':
      return `((${context.now} at time zone ${quote(context.zone)})::date - ${dateSql(operand.of, context)})`;
    case 'hoursSince':
      return `((${epoch(context.now)} - ${epoch(context.column(operand.of).sql)}) / 3600)`;
    case 'hoursBetween':
      return `((${epoch(context.column(operand.to).sql)} - ${epoch(context.column(operand.from).sql)}) / 3600)`;
    case 'daysBetween':
      return `(${dateSql(operand.to, context)} - ${dateSql(operand.from, context)})`;
    case 'monthsBetween':
      return months(dateSql(operand.from, context), dateSql(operand.to, context));
    case 'age':
      return years(dateSql(operand.of, context), dateSql(operand.at, context));
  }
};

const isEmpty = (operand: Operand): boolean => 'value' in operand && typeof operand.value === 'object' && operand.value.length === 0;

const SIGNS = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

const comparisonSql = ({ op, left, right }: Comparison, context: SqlContext): string => {
  const a = operandSql(left, context);
  const b = operandSql(right, context);
  // PostgreSQL finds null in an empty array to be false; the reference leaves it unknown.
  if (op === 'in') return isEmpty(right) ? `(case when ${a} is not null then false end)` : `(${a} = any (${b}))`;
  if (op === 'has') return `(${a} && ${'value' in right && typeof right.value === 'object' ? b : `array[${b}]`})`;
  return `(${a} ${SIGNS[op]} ${b})`;
};

/** The condition as a boolean SQL expression (null = unknown). */
export const conditionSql = (condition: Condition, context: SqlContext): string => {
  if ('all' in condition)
    return condition.all.length === 0 ? 'true' : `(${condition.all.map((c) => conditionSql(c, context)).join(' and ')})`;
  if ('any' in condition)
    return condition.any.length === 0 ? 'false' : `(${condition.any.map((c) => conditionSql(c, context)).join(' or ')})`;
  if ('not' in condition) return `(not ${conditionSql(condition.not, context)})`;
  if ('known' in condition) return `(${context.column(condition.known).sql} is not null)`;
  return comparisonSql(condition, context);
};
