// Prints a logical step as SQL text. The two dialects differ in quoting, storage clause, row numbers and nothing else.
import type { Expr, Query, Select, Step } from './query.ts';

export type Dialect = 'duckdb' | 'spark';

const COMPARE = { eq: '=', lt: '<', gt: '>', ge: '>=' } as const;

/** One statement without the closing semicolon. */
export function printStep(step: Step, dialect: Dialect): string {
  const name = quote(step.makes, dialect);
  const body = printQuery(step.query, dialect);
  if (!step.stored) return `CREATE OR REPLACE TEMPORARY VIEW ${name} AS\n${body}`;
  return dialect === 'duckdb' ? `CREATE OR REPLACE TABLE ${name} AS\n${body}` : `CREATE TABLE ${name} USING parquet AS\n${body}`;
}

export function printQuery(query: Query, dialect: Dialect): string {
  return query.kind === 'union' ? query.of.map((part) => printSelect(part, dialect)).join('\nUNION ALL\n') : printSelect(query, dialect);
}

export function quote(name: string, dialect: Dialect): string {
  return dialect === 'duckdb' ? `"${name.replaceAll('"', '""')}"` : `\`${name.replaceAll('`', '``')}\``;
}

function printSelect(select: Select, dialect: Dialect): string {
  const columns = select.columns.map(([as, expr]) => `${print(expr, dialect)} AS ${quote(as, dialect)}`);
  const lines = [
    `SELECT ${select.distinct === true ? 'DISTINCT ' : ''}${columns.join(', ')}`,
    `FROM ${quote(select.from.table, dialect)} ${quote(select.from.as, dialect)}`,
  ];
  for (const join of select.joins ?? []) {
    lines.push(
      `${join.kind === 'left' ? 'LEFT JOIN' : 'JOIN'} ${quote(join.table, dialect)} ${quote(join.as, dialect)} ON ${print(join.on, dialect)}`,
    );
  }
  if (select.where !== undefined) lines.push(`WHERE ${print(select.where, dialect)}`);
  if (select.groupBy !== undefined) lines.push(`GROUP BY ${select.groupBy.map((e) => print(e, dialect)).join(', ')}`);
  if (select.having !== undefined) lines.push(`HAVING ${print(select.having, dialect)}`);
  return lines.join('\n');
}

function print(expr: Expr, d: Dialect): string {
  switch (expr.op) {
    case 'col':
      return expr.of === null ? quote(expr.name, d) : `${quote(expr.of, d)}.${quote(expr.name, d)}`;
    case 'int':
      return String(expr.value);
    case 'num':
      return `CAST('${Number.isFinite(expr.value) ? expr.value : '-1e300'}' AS DOUBLE)`;
    case 'row':
      return d === 'duckdb' ? 'CAST(rowid AS INTEGER)' : 'CAST(row_number() OVER (ORDER BY 1) - 1 AS INT)';
    case 'text':
      return printText(expr.parts, d);
    case 'eq':
    case 'lt':
    case 'gt':
    case 'ge':
      return `${print(expr.a, d)} ${COMPARE[expr.op]} ${print(expr.b, d)}`;
    case 'same':
      return d === 'duckdb'
        ? `${print(expr.a, d)} IS NOT DISTINCT FROM ${print(expr.b, d)}`
        : `${print(expr.a, d)} <=> ${print(expr.b, d)}`;
    case 'and':
      return `(${expr.of.map((e) => print(e, d)).join(' AND ')})`;
    case 'or':
      return `(${expr.of.map((e) => print(e, d)).join(' OR ')})`;
    case 'add':
      return `(${expr.of.map((e) => print(e, d)).join(' + ')})`;
    case 'mul':
      return `${print(expr.a, d)} * ${print(expr.b, d)}`;
    case 'not':
      return `NOT (${print(expr.a, d)})`;
    case 'isnull':
      return `${print(expr.a, d)} IS NULL`;
    case 'case':
      return `CASE ${expr.when.map(([test, then]) => `WHEN ${print(test, d)} THEN ${print(then, d)}`).join(' ')} ELSE ${print(expr.other, d)} END`;
    case 'mixture':
      // log2(1 - share + share * 2^bits): natural functions only, which both dialects have.
      return `ln(${1 - expr.share} + ${expr.share} * exp(least(${print(expr.bits, d)}, 500.0) * ${Math.LN2})) / ${Math.LN2}`;
    case 'coalesce':
      return `coalesce(${print(expr.a, d)}, ${print(expr.b, d)})`;
    case 'asint':
      return `CAST(${print(expr.a, d)} AS INTEGER)`;
    case 'asbig':
      return `CAST(${print(expr.a, d)} AS BIGINT)`;
    case 'astext':
      return `CAST(${print(expr.a, d)} AS ${d === 'duckdb' ? 'VARCHAR' : 'STRING'})`;
    case 'least':
    case 'greatest':
      return `${expr.op}(${print(expr.a, d)}, ${print(expr.b, d)})`;
    case 'count':
      return 'count(*)';
    case 'sum':
    case 'max':
    case 'min':
      return `${expr.op}(${print(expr.a, d)})`;
  }
}

/** One column as it stands; several joined by U+001F, with U+001F inside a value replaced by a blank. NULL and '' are one. */
function printText(parts: readonly Expr[], d: Dialect): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return print(only, d);
  return `concat(${parts.map((p) => `replace(coalesce(${print(p, d)}, ''), chr(31), ' ')`).join(', chr(31), ')})`;
}
