// The TypeScript face of the tables, printed from the catalogues of a migrated database: one interface per table, keyed `schema.table` for Kysely.

import type { Client } from 'pg';

type Column = { schema: string; table: string; name: string; type: string; nullable: boolean; hasDefault: boolean; generated: boolean };

const select: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  bytea: 'Buffer',
  jsonb: 'JsonValue',
  date: 'PlainDate',
  timestamptz: 'Instant',
  xid8: 'string',
  pg_snapshot: 'string',
};
/** Where what is written may be looser than what is read. */
const insert: Readonly<Record<string, string>> = { timestamptz: 'string', date: 'string', bytea: 'Uint8Array', jsonb: 'string' };

/** Schemas whose tables the program speaks to. */
export const ourSchemas = [
  'access',
  'audit',
  'auth',
  'casework',
  'erasure',
  'files',
  'intake',
  'keys',
  'network',
  'org',
  'people',
  'system',
  'vault',
] as const;

/** The whole generated file. */
export async function printTypes(client: Client): Promise<string> {
  const result = await client.query<Column>(
    `select n.nspname as schema, c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
       (a.atthasdef or a.attidentity <> '') as "hasDefault", (a.attgenerated <> '' or a.attidentity = 'a') as generated
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
     where c.relkind in ('r','v') and a.attnum > 0 and not a.attisdropped and n.nspname = any($1)
     order by n.nspname, c.relname, a.attnum`,
    [ourSchemas],
  );
  const tables = Map.groupBy(result.rows, (row) => `${row.schema}.${row.table}`);
  const lines = [
    '// Generated from the catalogues of a migrated database (npm run generate). Do not edit.',
    '',
    "import type { Instant, PlainDate } from '@anwang/core/time';",
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely';",
    '',
    '/** Stored JSON as it is read. It is written as text (JSON.stringify), since the driver would take an array for a PostgreSQL array. */',
    'export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };',
    '',
  ];
  for (const [table, columns] of tables) {
    lines.push(
      `interface ${interfaceName(table)} {`,
      ...columns.map((column) => `  ${property(column.name)}: ${columnType(column)};`),
      '}',
      '',
    );
  }
  lines.push('export interface Database {', ...[...tables.keys()].map((table) => `  '${table}': ${interfaceName(table)};`), '}', '');
  return lines.join('\n');
}

function columnType(column: Column): string {
  const array = column.type.startsWith('_');
  const base = array ? column.type.slice(1) : column.type;
  const read = `${select[base] ?? 'unknown'}${array ? '[]' : ''}${column.nullable ? ' | null' : ''}`;
  const write = insert[base] ? `${insert[base]}${array ? '[]' : ''}${column.nullable ? ' | null' : ''}` : undefined;
  if (column.generated) return `GeneratedAlways<${read}>`;
  if (!write) return column.hasDefault ? `Generated<${read}>` : read;
  return `ColumnType<${read}, ${write}${column.hasDefault || column.nullable ? ' | undefined' : ''}, ${write}>`;
}

function property(name: string): string {
  return /^[a-z_][a-zA-Z0-9_]*$/.test(name) ? name : `'${name}'`;
}

function interfaceName(table: string): string {
  return table
    .split(/[._]/)
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join('');
}
