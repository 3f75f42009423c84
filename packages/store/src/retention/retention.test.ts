// Every table says how long it is kept, in words that the database understands; parents exist; what is over is counted, at the day.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ourSchemas } from '../schema/print-types.ts';
import { listDue, retention } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.close());

test('every table is named, and none that is not there', async () => {
  const owner = await database.owner();
  const tables = await owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = any($1)`,
    [ourSchemas],
  );
  expect(Object.keys(retention).sort()).toEqual(tables.rows.map((row) => row.name).sort());
  for (const rule of Object.values(retention)) if (rule.kind === 'withParent') expect(Object.keys(retention)).toContain(rule.parent);
});

test('a case counts seven years after it was closed, and an open one never', async () => {
  const owner = await database.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'C');
    insert into org.unit (id, county, kind, name_zh, name_en) values ('01a20000-0000-7000-8000-0000000000a1', '90000', 'desk', '中心', 'C');
    insert into casework."case" (number, county, unit_id, programme, pack_version, side, stage, status, received_at, closed_at)
      select 'N' || n, '90000', '01a20000-0000-7000-8000-0000000000a1', 'p', '1', 'family', 's', 'closed', '2010-01-01', c from (values (1, '2019-11-21T00:00:00Z'::timestamptz), (2, '2019-11-23T00:00:00Z'), (3, null)) x(n, c)`);
  expect(await listDue(owner, '2026-11-22T00:00:00Z')).toEqual([
    { table: 'casework.case', rows: 1, basis: expect.stringContaining('社工師法16') },
  ]);
  expect(await listDue(owner, '2026-11-20T00:00:00Z')).toEqual([]);
});
