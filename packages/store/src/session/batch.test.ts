// Statements of a batch give what they give one by one: rows, values, no rows, errors and what follows them; a statement is described once a connection.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectAs } from './index.ts';
import { runNamed } from './named-query.ts';
import { readDirectly } from './wire-reader.ts';

let database: TestDatabase;
let client: pg.Client;
let descriptions = 0;

beforeAll(async () => {
  database = await temporaryDatabase();
  client = await connectAs(database.targets.owner, 'test');
  readDirectly(client);
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

test('what is asked in one turn goes with one Sync, each with its own answer, the same statement twice as well', async () => {
  // The statement that failed above was answered before its Sync.
  await client.query('select 1');
  let ready = 0;
  const count = () => {
    ready += 1;
  };
  Reflect.get(client, 'connection').on('readyForQuery', count);
  const answers = await Promise.all([1, 2, 3].map((n) => runNamed(client, 'twice', 'select $1::int * 2 as n', [n])));
  Reflect.get(client, 'connection').off('readyForQuery', count);
  expect(answers.map((one) => one.rows)).toEqual([[{ n: 2 }], [{ n: 4 }], [{ n: 6 }]]);
  expect(ready).toBe(1);
});

test('one that fails takes those behind it along and none before it; all of them can be asked again', async () => {
  const ask = (n: unknown) => [
    runNamed(client, 'before', 'select 1 as n', []),
    runNamed(client, 'divided', 'select 1 / $1::int as n', [n]),
    runNamed(client, 'behind', 'select 2 as n', []),
  ];
  const failed = await Promise.allSettled(ask(0));
  expect(failed.map((one) => (one.status === 'fulfilled' ? one.value.rows : one.reason.code))).toEqual([[{ n: 1 }], '22012', '22012']);
  expect((await Promise.all(ask(1))).map((one) => one.rows)).toEqual([[{ n: 1 }], [{ n: 1 }], [{ n: 2 }]]);
});

test('a text that cannot be parsed fails alone each time it is asked, and a value that cannot be sent costs nobody else', async () => {
  for (const _ of [1, 2])
    await expect(runNamed(client, 'wrong', 'select nothing from nowhere', [])).rejects.toMatchObject({ code: '42P01' });
  const round: { toPostgres?: (prepare: (value: unknown) => unknown) => unknown } = {};
  round.toPostgres = () => round;
  const [bad, good] = await Promise.allSettled([
    runNamed(client, 'value', 'select $1::text as t', [round]),
    runNamed(client, 'value', 'select $1::text as t', ['t']),
  ]);
  expect(bad.status).toBe('rejected');
  expect(good).toMatchObject({ value: { rows: [{ t: 't' }] } });
});

test('columns of any name and kind come as the driver gives them', async () => {
  const text = `select 1 as "a b", 2 as "__proto__", null::int as none, array[1,2] as list, '{"a":1}'::jsonb as json, '\\x0102'::bytea as bytes, true as yes, 1.5::numeric as n, 1 as twice, 2 as twice`;
  const [named] = (await runNamed<Record<string, unknown>>(client, 'kinds', text, [])).rows;
  const [plain] = (await client.query<Record<string, unknown>>(text)).rows;
  expect(Object.entries(named ?? {}).filter(([name]) => name !== '__proto__')).toEqual(
    Object.entries(plain ?? {}).filter(([name]) => name !== '__proto__'),
  );
  expect(Object.getOwnPropertyDescriptor(named, '__proto__')?.value).toBe(2);
});

test('values come as the driver gives them, whatever is in them', async () => {
  const values = `select i, s, b, many, word, words, ids, at, bytes, yes, json from (values
    (0, 0::int2, -2147483648, 0::int8, '', '{}'::text[], '{}'::uuid[], timestamptz '2026-11-22 00:00:00Z', ''::bytea, true, '{}'::jsonb),
    (-1, '-32768'::int2, 2147483647, '-9007199254740991'::int8, '陳怡君', '{a,陳,"c,d",NULL,"NULL","e\\"f","\\\\"}'::text[], array[uuid '01a20000-0000-7000-8000-0000000000c1'], null, '\\x00ff'::bytea, false, '{"名": [1, null]}'::jsonb),
    (7, 12::int2, 1, 1::int8, repeat('長x', 40), '{null,Null}'::text[], null, '2026-01-01 00:00:00.5Z', null, null, null),
    (8, null, null, null, null, array[array['a','b'],array['c','d']], null, null, null, null, '"text"'),
    (9, 1::int2, 1, 1::int8, 'plain ascii of exactly forty characters!', '{a b,c,"{}"}'::text[], null, null, null, null, '3')
  ) v(i, s, b, many, word, words, ids, at, bytes, yes, json)`;
  const plain = (await client.query(values)).rows;
  for (const _ of [1, 2]) expect((await runNamed(client, 'values', values, [])).rows).toEqual(plain);
});

test('an answer of any length is put together again from its pieces, and other queries go beside it', async () => {
  const long = `select n, repeat('安網' || n, n % 700) as word, case when n = 500 then repeat('字', 200000) end as huge from generate_series(1, $1::int) n`;
  const [batch, alone, after] = await Promise.all([
    runNamed<{ n: number; word: string; huge: string | null }>(client, 'long', long, [1500]),
    client.query<{ n: number }>('select 1 as n'),
    runNamed<{ n: number }>(client, 'short', 'select 2 as n', []),
  ]);
  expect(batch.rows.map((row) => row.word.length + (row.huge?.length ?? 0))).toEqual(
    Array.from({ length: 1500 }, (_, at) => `安網${at + 1}`.length * ((at + 1) % 700) + (at === 499 ? 200_000 : 0)),
  );
  expect(batch.rowCount).toBe(1500);
  expect([alone.rows, after.rows]).toEqual([[{ n: 1 }], [{ n: 2 }]]);
});

test('values of any length and kind arrive', async () => {
  const text = 'select $1::text as word, $2::bytea as bytes, $3::text[] as words, $4::jsonb as json, $5::int as none';
  const word = '字'.repeat(90_000);
  const bytes = Buffer.alloc(200_000, 7);
  const { rows } = await runNamed(client, 'values in', text, [word, bytes, ['a', '"', null, '陳'], { a: [1] }, undefined]);
  expect(rows).toEqual([{ word, bytes, words: ['a', '"', null, '陳'], json: { a: [1] }, none: null }]);
});
