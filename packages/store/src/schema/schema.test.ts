// Generated files are what the migrations come to; migrations resume after a failure, refuse changed files and newer databases.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectAs } from '../session/index.ts';
import { createDatabase, dropDatabase, type Migration, migrate, readMigrations } from './index.ts';
import { printSchema } from './print-schema.ts';
import { printTypes } from './print-types.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.close());

test('schema.sql and the types of the tables are those of the migrations', async () => {
  const owner = await database.owner();
  expect(readFileSync(join(import.meta.dirname, 'database.generated.ts'), 'utf8')).toBe(await printTypes(owner));
  expect(readFileSync(join(import.meta.dirname, '..', '..', 'schema.sql'), 'utf8')).toBe(await printSchema(owner));
});

test('a migration that fails leaves nothing; mended, the next run goes on; a changed or unknown one is refused', async () => {
  const name = `${database.name}_m`;
  const target = { ...database.targets.owner, config: { ...database.targets.owner.config, database: name } };
  await createDatabase(target, name);
  try {
    const all = readMigrations();
    const extra = (sql: string): Migration => ({ version: 9999, name: 'extra', sql, checksum: sql });
    const run = (migrations: readonly Migration[]): Promise<string[]> => {
      const steps: string[] = [];
      return migrate(target, { migrations, onStep: (step) => steps.push(step) }).then(() => steps);
    };
    await expect(run([...all, extra('create table org.half (a int); select 1/0')])).rejects.toThrow(/9999 \(extra\) failed and was undone/);
    expect(await run([...all, extra('create table org.half (a int)')])).toEqual(['9999-extra', 'policies']);
    expect(await run([...all, extra('create table org.half (a int)')])).toEqual([]);
    const later: Migration = {
      version: 10_000,
      name: 'later',
      sql: `create function org.later() returns integer language sql as 'select 1'; revoke execute on function org.later from public`,
      checksum: 'later',
    };
    const upgraded = [...all, extra('create table org.half (a int)'), later];
    expect(await run(upgraded), 'rights are given anew: what a migration makes has none').toEqual(['10000-later', 'policies']);
    const client = await connectAs(target, 'test');
    const may = await client.query<{ may: boolean }>(`select has_function_privilege('anwang_app', 'org.later()', 'execute') as may`);
    await client.end();
    expect(may.rows[0]!.may).toBe(true);
    expect(await run(upgraded)).toEqual([]);
    await expect(run([...all, extra('select 2'), later])).rejects.toThrow(/was changed after it had landed/);
    await expect(run(all)).rejects.toThrow(/newer Anwang/);
  } finally {
    await dropDatabase(target, name);
  }
});
