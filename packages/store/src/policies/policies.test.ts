// The committed files are what the statement compiles to; every table is stated; every policy can be planned by every kind of actor.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { allRights, printPolicies, printRoles } from './print-policies.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.close());

const committed = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

test('the committed policies are those the statement compiles to', () => {
  expect(committed('020-roles.sql')).toBe(printRoles());
  expect(committed('030-policies.sql')).toBe(printPolicies());
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
