// The committed files are what the statement compiles to; every table is stated; every policy can be planned by every kind of actor.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { allRights, printPlaces, printPolicies, printRoles, questionsIn } from './print-policies.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.close());

const committed = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

test('the committed policies are those the statement compiles to', () => {
  expect(committed('020-roles.sql')).toBe(printRoles());
  expect(committed('030-policies.sql')).toBe(printPolicies());
  expect(committed('050-places.sql')).toBe(printPlaces());
});

test('every question about grants that a policy or function of the database asks has its place in the kept reach', async () => {
  const owner = await database.owner();
  const texts = await owner.query<{ text: string }>(
    `select coalesce(qual, '') || coalesce(with_check, '') as text from pg_policies union all select prosrc from pg_proc where pronamespace::regnamespace::text !~ '^pg_'`,
  );
  const placed = await owner.query<{ key: string }>('select key from access.place');
  const asked = [...new Set(texts.rows.flatMap((row) => questionsIn(row.text.replaceAll('::text', ''))))];
  const keys = await owner.query<{ key: string; question: string }>(
    `select access.key_of(split_part(q, ' ', 1), split_part(q, ' ', 2), split_part(q, ' ', 3)) as key, q as question from unnest($1::text[]) q`,
    [asked],
  );
  expect(asked.length).toBeGreaterThan(100);
  const known = new Set(placed.rows.map((row) => row.key));
  expect(keys.rows.filter((row) => !known.has(row.key)).map((row) => row.question)).toEqual([]);
});

test('no table that holds anything is without row-level security', async () => {
  const owner = await database.owner();
  const open = await owner.query(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and not c.relrowsecurity and n.nspname not in ('pg_catalog', 'information_schema', 'auth', 'migration', 'graphile_worker')
       and (has_table_privilege('anwang_app', c.oid, 'select,insert,update,delete') or has_table_privilege('anwang_worker', c.oid, 'select,insert,update,delete'))`,
  );
  expect(open.rows).toEqual([]);
});

test('where things lie is read by the policies alone: those who serve cannot name the views', async () => {
  const owner = await database.owner();
  const views = await owner.query<{ name: string }>(
    `select format('placed.%I', c.relname) as name from pg_class c where c.relnamespace = 'placed'::regnamespace and c.relkind = 'v'`,
  );
  expect(views.rows.length).toBeGreaterThan(4);
  const read: string[] = [];
  for (const as of ['app', 'worker'] as const)
    for (const { name } of views.rows)
      await database.store
        .withActor(systemActors.matcher, 'system', { route: 'test', as }, (tx) => sql`select from ${sql.raw(name)}`.execute(tx))
        .then(
          () => read.push(`${name} as ${as}`),
          (error: { code?: string }) => expect(error.code).toBe('42501'),
        );
  expect(read).toEqual([]);
});

test('where another thing lies is asked for the row at hand, never for all rows beforehand', async () => {
  const owner = await database.owner();
  const { rows } = await owner.query<{ name: string; text: string }>(
    `select tablename || ' ' || policyname as name, coalesce(qual, '') || coalesce(with_check, '') as text from pg_policies`,
  );
  const asks = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
  expect(rows.reduce((sum, row) => sum + asks(row.text, /FROM placed\./g), 0)).toBeGreaterThan(100);
  expect(rows.filter((row) => asks(row.text, /FROM placed\./g) !== asks(row.text, /OFFSET 0\)/g)).map((row) => row.name)).toEqual([]);
});

test('every stated table can be asked by each system actor without an error', async () => {
  const broken: string[] = [];
  for (const rights of allRights)
    for (const actor of Object.values(systemActors)) {
      if (!rights.select) continue;
      await database.store
        .withActor(actor, 'system', { route: 'test' }, (tx) => sql`select count(*) from ${sql.table(rights.table)}`.execute(tx))
        .catch((error: unknown) => broken.push(`${rights.table} as ${actor.name}: ${String(error)}`));
    }
  expect(broken).toEqual([]);
});

test('no policy calls a function for each row: in every plan the sets are computed apart', async () => {
  const perRow: string[] = [];
  for (const rights of allRights) {
    if (!rights.select) continue;
    const plan = await database.store.withActor(systemActors.matcher, 'system', { route: 'test' }, (tx) =>
      sql<Record<string, string>>`explain (costs off) select * from ${sql.table(rights.table)}`.execute(tx),
    );
    const lines = plan.rows.map((row) => row['QUERY PLAN'] ?? '');
    perRow.push(
      ...lines
        .filter((line) => /(Filter|Cond):/.test(line) && /\b(access|intake|casework)\.[a-z_]+\(/.test(line))
        .map((line) => `${rights.table}: ${line}`),
    );
  }
  expect(perRow).toEqual([]);
});

test('a search key is probed through its index under the policy: only leakproof operators come first', async () => {
  const plan = await database.store.withActor(systemActors.matcher, 'system', { route: 'test' }, async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    return sql<
      Record<string, string>
    >`explain (costs off) select person_id from people.search_key where key = any(${[Buffer.from('a'), Buffer.from('b')]}::bytea[])`.execute(
      tx,
    );
  });
  expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Cond: \(key = ANY/);
});
