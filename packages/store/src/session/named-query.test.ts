// A named statement is described once a connection, and gives the same as one that is described each time: rows, values, no rows, errors and what follows them.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectAs } from './index.ts';
import { runNamed } from './named-query.ts';

let database: TestDatabase;
let client: pg.Client;
let descriptions = 0;

beforeAll(async () => {
  database = await temporaryDatabase();
  client = await connectAs(database.targets.owner, 'test');
  Reflect.get(client, 'connection').on('rowDescription', () => {
    descriptions += 1;
  });
  await client.query('create temporary table thing (id integer primary key, at timestamptz, many int8)');
});
afterAll(async () => {
  await client.end();
  await database.close();
});

test('rows come back the same with and without their description, which is asked for once', async () => {
  const text = `select n, timestamptz '2026-11-22 08:00:00+08' as at, null::text as none, n::int8 as many from generate_series(1, $1::int) n`;
  const plain = (await client.query({ text, values: [2] })).rows;
  const before = descriptions;
  for (const _ of [1, 2, 3]) expect((await runNamed(client, 'rows', text, [2])).rows).toEqual(plain);
  expect((await runNamed(client, 'rows', text, [0])).rows).toEqual([]);
  expect(descriptions - before).toBe(1);
});

test('a statement without rows says what it changed, the second time as well', async () => {
  const insert = `insert into thing (id, at) values ($1, now())`;
  for (const id of [1, 2, 3])
    expect(await runNamed(client, 'insert', insert, [id])).toMatchObject({ command: 'INSERT', rowCount: 1, rows: [] });
});

test('an error of PostgreSQL or of a value is given to who asked, and the next use works', async () => {
  const insert = `insert into thing (id, many) values ($1, $2) returning many`;
  expect((await runNamed(client, 'many', insert, [10, 1])).rows).toEqual([{ many: 1 }]);
  await expect(runNamed(client, 'many', insert, [10, 1])).rejects.toMatchObject({ code: '23505' });
  await expect(runNamed(client, 'many', insert, [11, '9007199254740993'])).rejects.toThrow(/too large/);
  expect((await runNamed(client, 'many', insert, [12, 2])).rows).toEqual([{ many: 2 }]);
});

test('what a statement returns cannot change under its name: PostgreSQL refuses it', async () => {
  expect((await runNamed(client, 'all', 'select * from thing where id = $1', [1])).rows).toHaveLength(1);
  await client.query('alter table thing add column more text');
  await expect(runNamed(client, 'all', 'select * from thing where id = $1', [1])).rejects.toMatchObject({ code: '0A000' });
});
