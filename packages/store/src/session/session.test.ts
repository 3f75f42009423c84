// A session knows who acts, only inside its transaction: nobody means no rows; nothing is left for the next user of a connection, after success, after errors,
// and behind a transaction pooler.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { transactionPooler } from '@anwang/testkit/pooler';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { roleFaults } from '../schema/index.ts';
import { connectAs, openStore, type Store, stateOf } from './index.ts';

const desk = { id: '01a20000-0000-7000-8000-0000000000b1', county: '90000' };
const stranger = { id: '01a20000-0000-7000-8000-0000000000b2', county: '91000' };
let database: TestDatabase;

beforeAll(async () => {
  database = await temporaryDatabase();
  const owner = await database.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '甲', 'A'), ('91000', 'Y', '乙', 'B');
    insert into org.account (id, county, username, name) values ('${desk.id}', '90000', 'a', 'A'), ('${stranger.id}', '91000', 'b', 'B');
    insert into org."grant" (account_id, role, reach_kind, reach_id) values ('${desk.id}', 'deskOfficer', 'county', '90000'), ('${stranger.id}', 'deskOfficer', 'county', '91000');
    insert into people.person (id, county, name) values ('01a20000-0000-7000-8000-0000000000c1', '90000', '王'), ('01a20000-0000-7000-8000-0000000000c2', '91000', '李')`);
});
afterAll(() => database.close());

const names = (store: Store, actor: { id: string }) =>
  store.withActor(actor, 'screening', { route: 'test' }, async (tx) =>
    (await tx.selectFrom('people.person').select('name').execute()).map((row) => row.name),
  );
const seenBy = async (client: pg.ClientBase): Promise<number> =>
  Number((await client.query('select count(*) as n from people.person')).rows[0].n);

test('without an actor, with an empty one and with one that does not exist there are no rows, and nothing can be written', async () => {
  for (const role of ['app', 'worker'] as const) {
    const client = await connectAs(database.targets[role], 'test');
    expect(await seenBy(client)).toBe(0);
    await client.query('begin');
    await client.query(`select set_config('anwang.actor', '', true), set_config('anwang.purpose', 'screening', true)`);
    expect(await seenBy(client)).toBe(0);
    await client.query(`select set_config('anwang.actor', '01a20000-0000-7000-8000-0000000000ff', true)`);
    expect(await seenBy(client)).toBe(0);
    await expect(client.query(`insert into people.person (county, name) values ('90000', 'x')`)).rejects.toMatchObject({ code: '42501' });
    await client.query('rollback');
    await client.end();
  }
  await expect(names(database.store, { id: '' })).rejects.toThrow('account');
});

test('a purpose for which there is no grant shows nothing', async () => {
  const rows = await database.store.withActor(desk, 'statistics', { route: 'test' }, (tx) =>
    tx.selectFrom('people.person').select('id').execute(),
  );
  expect(rows).toEqual([]);
});

test('a connection of the pool keeps nothing of the one before, after success and after errors', async () => {
  const one = openStore({ targets: database.targets, ring: database.ring, connections: 1 });
  expect(await names(one, desk)).toEqual(['王']);
  expect(await names(one, stranger)).toEqual(['李']);
  await expect(one.withActor(desk, 'screening', { route: 'test' }, (tx) => sql`select 1/0`.execute(tx))).rejects.toMatchObject({
    code: '22012',
  });
  await expect(one.withActor(desk, 'screening', { route: 'test' }, () => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
  expect(await names(one, stranger)).toEqual(['李']);
  await one.close();
});

test('who finds every connection lent out is told to come again, not that something broke', async () => {
  const one = openStore({ targets: database.targets, ring: database.ring, connections: 1, connectMs: 1500 });
  await one.withActor(desk, 'screening', { route: 'test' }, async () => {
    await expect(names(one, stranger)).rejects.toMatchObject({ code: '57P03' });
  });
  expect(await names(one, stranger)).toEqual(['李']);
  await one.close();
});

test('a connection that the server ends while it is lent out fails its own work and nothing else', async () => {
  const admin = await connectAs({ config: database.targets.owner.config }, 'test');
  await expect(
    database.store.withActor(desk, 'screening', { route: 'test' }, async (tx) => {
      const row = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)).rows[0];
      expect((await admin.query('select pg_terminate_backend($1) as done', [row?.pid])).rows).toEqual([{ done: true }]);
      // Nothing is being asked when the message of the end arrives.
      await new Promise((resolve) => setTimeout(resolve, 200));
      return tx.selectFrom('people.person').select('name').execute();
    }),
  ).rejects.toThrow(/terminat|not queryable|connection/i);
  await admin.end();
  expect(await names(database.store, desk)).toEqual(['王']);
});

test('a revoked grant and a closed account see nothing at the next statement', async () => {
  const owner = await database.owner();
  await owner.query(`update org.account set active = false where id = '${stranger.id}'`);
  expect(await names(database.store, stranger)).toEqual([]);
  await owner.query(
    `update org.account set active = true where id = '${stranger.id}'; update org."grant" set valid_until = now() where account_id = '${stranger.id}'`,
  );
  expect(await names(database.store, stranger)).toEqual([]);
  await owner.query(`update org."grant" set valid_until = null where account_id = '${stranger.id}'`);
  expect(await names(database.store, stranger)).toEqual(['李']);
});

test('a swallowed error cannot be committed; a savepoint can fail alone, with its audit', async () => {
  await expect(
    database.store.withActor(desk, 'screening', { route: 'test' }, async (tx) => {
      await sql`select 1/0`.execute(tx).catch(() => undefined);
    }),
  ).rejects.toThrow('swallowed');
  const owner = await database.owner();
  await database.store.withActor(desk, 'screening', { route: 'test.savepoint' }, async (tx) => {
    tx.audit({ action: 'kept' });
    await tx
      .savepoint(async () => {
        tx.audit({ action: 'dropped' });
        await sql`select 1/0`.execute(tx);
      })
      .catch(() => undefined);
  });
  expect((await owner.query(`select action from audit.entry where route = 'test.savepoint'`)).rows).toEqual([{ action: 'kept' }]);
});

test('what is put on record goes with the commit and not without it; a name in it cannot be another', async () => {
  const owner = await database.owner();
  await database.store
    .withActor(desk, 'screening', { route: 'test.lost' }, async (tx) => {
      tx.audit({ action: 'x' });
      throw new Error('no');
    })
    .catch(() => undefined);
  expect((await owner.query(`select from audit.entry where route = 'test.lost'`)).rowCount).toBe(0);
  await expect(
    database.store.withActor(desk, 'screening', { route: 'test' }, (tx) =>
      tx.insertInto('audit.entry').values({ actor_id: stranger.id, purpose: 'screening', route: 'x', action: 'forged' }).execute(),
    ),
  ).rejects.toMatchObject({ code: '42501' });
  const hostile = `'); drop table audit.entry; --`;
  await database.store.withActor(desk, 'screening', { route: hostile }, async (tx) =>
    tx.audit({ action: hostile, query: hostile, detail: { hostile, list: [hostile] } }),
  );
  expect((await owner.query('select action from audit.entry where route = $1', [hostile])).rows).toEqual([{ action: hostile }]);
});

test('behind a transaction pooler no session sees with the eyes of another', async () => {
  const app = database.targets.app.config;
  const pooler = await transactionPooler({ host: String(app.host), port: Number(app.port) }, 2);
  const target = { config: { ...app, host: pooler.host, port: pooler.port } };
  const store = openStore({ targets: { ...database.targets, app: target }, ring: database.ring, connections: 8, pooled: true });
  try {
    // The first two clients open the two server connections; then many share them.
    await Promise.all([names(store, desk), names(store, stranger)]);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        at % 7 === 3
          ? store
              .withActor(desk, 'screening', { route: 't' }, (tx) => sql`select 1/0`.execute(tx))
              .catch((error: unknown) => stateOf(error))
          : names(store, at % 2 === 0 ? desk : stranger),
      ),
    );
    for (const [at, answer] of answers.entries()) expect(answer).toEqual(at % 7 === 3 ? '22012' : at % 2 === 0 ? ['王'] : ['李']);
    expect(pooler.served()).toBeGreaterThan(60);
    const bare = new pg.Client(target.config);
    bare.on('error', () => undefined);
    await bare.connect();
    expect(await seenBy(bare)).toBe(0);
    await bare.end();
  } finally {
    await store.close();
    await pooler.close();
  }
});

test('the serving roles are found sound; a superuser, a role that bypasses row security and an owner are refused', async () => {
  for (const role of ['app', 'worker', 'auth'] as const) {
    const client = await connectAs(database.targets[role], 'test');
    expect(await roleFaults(client)).toEqual([]);
    await client.end();
  }
  const admin = await connectAs({ config: database.targets.owner.config }, 'test');
  expect(await roleFaults(admin)).toEqual(expect.arrayContaining([expect.stringContaining('superuser'), expect.stringContaining('owns')]));
  await admin.query('begin; alter role anwang_app bypassrls');
  expect(await roleFaults(admin)).toEqual(expect.arrayContaining([expect.stringContaining('anwang_app')]));
  await admin.query('rollback');
  await admin.end();
});

test('the auth role sees nobody, and the app does not see sign-in', async () => {
  const auth = await connectAs(database.targets.auth, 'test');
  await expect(auth.query('select * from people.person')).rejects.toMatchObject({ code: '42501' });
  await auth.end();
  const app = await connectAs(database.targets.app, 'test');
  await expect(app.query('select * from auth."user"')).rejects.toMatchObject({ code: '42501' });
  await expect(app.query('select * from vault.entry')).rejects.toMatchObject({ code: '42501' });
  await app.end();
});

test('a database of demo people refuses real ones, and the reverse', async () => {
  const add = (demo: boolean) =>
    database.store.withActor(systemActors.seeder, 'system', { route: 'test' }, (tx) =>
      tx.insertInto('people.person').values({ county: '90000', name: 'x', demo }).execute(),
    );
  await expect(add(true)).rejects.toMatchObject({ code: 'AW001' });
  await add(false);
  const owner = await database.owner();
  await owner.query(`delete from people.person where name = 'x'; update system.population set kind = 'empty'`);
  await add(true);
  await expect(add(false)).rejects.toMatchObject({ code: 'AW001' });
});
