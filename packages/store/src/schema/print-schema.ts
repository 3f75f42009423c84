// The resulting schema as text, printed from the catalogues: what the migrations come to, for reviewers (house law 6). Policies have files of their own.

import type { Client } from 'pg';
import { ourSchemas } from './print-types.ts';

type Named = { readonly schema: string; readonly name: string; readonly text: string };

/** The whole of schema.sql, in order of schema and name. */
export async function printSchema(client: Client): Promise<string> {
  const rows = async (text: string): Promise<Named[]> => (await client.query<Named>(text, [ourSchemas])).rows;
  await client.query(`set search_path = ''`);
  const columns = await rows(
    `select n.nspname as schema, c.relname as name, '  ' || pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
       || case when a.attidentity = 'a' then ' generated always as identity' when a.attgenerated = 's' then ' generated always as (' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ') stored'
          when d.adbin is not null then ' default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) else '' end
       || case when a.attnotnull then ' not null' else '' end as text
     from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and n.nspname = any ($1) order by 1, 2, a.attnum`,
  );
  const constraints = await rows(
    `select n.nspname as schema, c.relname as name, '  constraint ' || pg_catalog.quote_ident(k.conname) || ' ' || pg_catalog.pg_get_constraintdef(k.oid) as text
     from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and k.contype in ('p', 'u', 'f', 'c') order by 1, 2, k.contype = 'c', k.contype = 'f', k.conname`,
  );
  const indexes = await rows(
    `select n.nspname as schema, c.relname as name, pg_catalog.pg_get_indexdef(i.indexrelid) || ';' as text
     from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid) order by 1, 2, 3`,
  );
  const triggers = await rows(
    `select n.nspname as schema, c.relname as name, pg_catalog.pg_get_triggerdef(t.oid) || ';' as text
     from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and n.nspname = any ($1) order by 1, 2, 3`,
  );
  const comments = await rows(
    `select n.nspname as schema, c.relname as name, d.description as text from pg_catalog.pg_description d join pg_catalog.pg_class c on c.oid = d.objoid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace where d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid = 0 and n.nspname = any ($1)`,
  );
  const functions = await rows(
    `select n.nspname as schema, p.proname as name, pg_catalog.pg_get_functiondef(p.oid) || ';' as text
     from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where n.nspname = any ($1) and p.prokind = 'f' order by 1, 2, pg_catalog.pg_get_function_identity_arguments(p.oid)`,
  );
  const of = (list: readonly Named[], table: string): string[] =>
    list.filter((row) => `${row.schema}.${row.name}` === table).map((row) => row.text);
  const tables = [...new Set(columns.map((row) => `${row.schema}.${row.name}`))].map((table) => {
    const [schema, name] = table.split('.');
    const about = of(comments, table).map((text) => `-- ${text}`);
    const body = [...of(columns, table), ...of(constraints, table)].join(',\n');
    return [...about, `create table ${schema}."${name}" (\n${body}\n);`, ...of(indexes, table), ...of(triggers, table)].join('\n');
  });
  const head =
    '-- Generated from the catalogues of a migrated database (npm run generate). Do not edit.\n-- What the migrations come to; row-level policies are in packages/store/src/policies.';
  return `${[head, ...ourSchemas.map((schema) => `create schema ${schema};`), '', ...tables.flatMap((table) => [table, '']), ...functions.flatMap((row) => [row.text.trimEnd(), ''])].join('\n')}`;
}
