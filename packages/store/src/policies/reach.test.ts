// The kept reach of an actor follows its grants at once: given, ended, run out, begun, closed accounts, new counties; and a session without entry reaches nothing.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import type { Tx } from '../session/index.ts';

let database: TestDatabase;
const desk = { id: '01a20000-0000-7000-8000-0000000000c1', county: '90000' };
const seeing =
  '{case.read,case.accept,case.assign,case.record,case.assess,case.plan,case.refer,case.approve,case.close,case.reopen,case.share}';

beforeAll(async () => {
  database = await temporaryDatabase();
  const owner = await database.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '甲', 'A'), ('91000', 'Y', '乙', 'B');
    insert into org.account (id, county, username, name) values ('${desk.id}', '90000', 'a', 'A')`);
});
afterAll(() => database.close());

const counties = async (tx: Tx): Promise<readonly string[] | null> =>
  (await sql<{ ids: string[] | null }>`select access.counties(${sql.lit(seeing)}, 'basic') as ids`.execute(tx)).rows[0]?.ids ?? null;
const reached = (): Promise<readonly string[] | null> => database.store.withActor(desk, 'supervision', { route: 'test' }, counties);

test('a grant is in the reach of the next session, and out of it when it ends, runs out or has not begun', async () => {
  const owner = await database.owner();
  expect(await reached()).toBeNull();
  await owner.query(
    `insert into org."grant" (account_id, role, reach_kind, reach_id) values ('${desk.id}', 'supervisor', 'county', '90000')`,
  );
  expect(await reached()).toEqual(['90000']);
  await owner.query(
    `insert into org."grant" (account_id, role, reach_kind, reach_id, valid_from, valid_until) values ('${desk.id}', 'supervisor', 'county', '91000', now(), now() + interval '1 second'),
      ('${desk.id}', 'supervisor', 'county', '92000', now() + interval '1 second', null)`,
  );
  expect(await reached()).toEqual(['90000', '91000']);
  await new Promise((go) => setTimeout(go, 1100));
  expect(await reached()).toEqual(['90000', '92000']);
  await owner.query(`update org."grant" set valid_until = now() where account_id = '${desk.id}' and reach_id = '90000'`);
  expect(await reached()).toEqual(['92000']);
  await owner.query(`update org.account set active = false where id = '${desk.id}'`);
  expect(await reached()).toBeNull();
  await owner.query(`update org.account set active = true where id = '${desk.id}'`);
  expect(await reached()).toEqual(['92000']);
  await owner.query(`delete from org."grant" where account_id = '${desk.id}'`);
  expect(await reached()).toBeNull();
});

test('whether an actor may be of a family is known from the next session on', async () => {
  const owner = await database.owner();
  const mayBeKin = () => database.store.withActor(desk, 'supervision', { route: 'test' }, async (tx) => (await tx.reach()).mayBeKin);
  expect(await mayBeKin()).toBe(false);
  await owner.query(
    `with p as (insert into people.person (county) values ('90000') returning id) update org.account set person_id = p.id from p where org.account.id = '${desk.id}'`,
  );
  expect(await mayBeKin()).toBe(true);
  await owner.query(`update org.account set person_id = null where id = '${desk.id}'`);
  expect(await mayBeKin()).toBe(false);
});

test('what was worked out while the grants changed is not used afterwards', async () => {
  const owner = await database.owner();
  await owner.query('begin');
  await owner.query(
    `insert into org."grant" (account_id, role, reach_kind, reach_id) values ('${desk.id}', 'supervisor', 'county', '91000')`,
  );
  // Not yet committed: this session keeps what it sees, which is nothing.
  expect(await reached()).toBeNull();
  await owner.query('commit');
  expect(await reached()).toEqual(['91000']);
});

test('whoever holds everywhere reaches a county as soon as it is made, in the same transaction too', async () => {
  const seen = await database.store.withActor(systemActors.seeder, 'system', { route: 'test' }, async (tx) => {
    await sql`insert into org.county (id, iso, name_zh, name_en) values ('93000', 'Z', '丙', 'C')`.execute(tx);
    return (
      await sql<{
        n: string;
      }>`insert into org.unit (county, kind, name_zh, name_en) values ('93000', 'desk', '丙', 'C') returning name_zh as n`.execute(tx)
    ).rows;
  });
  expect(seen).toEqual([{ n: '丙' }]);
});

test('an actor that was only written into the settings reaches nothing', async () => {
  const rows = await database.store.withActor(desk, 'supervision', { route: 'test' }, async (tx) => {
    await sql`select set_config('anwang.reach', '', true)`.execute(tx);
    return counties(tx);
  });
  expect(rows).toBeNull();
});
