// An outside server: logins of its administrator instead of ours. One may make roles and migrates, one may take the serving roles and nothing else.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { connectAs, openStore, outsideTargets, type Targets } from '../session/index.ts';
import { checkOutside, createDatabase, dropDatabase, holdsSealed, migrate, roleFaults } from './index.ts';
import { versionFault } from './outside.ts';

let database: TestDatabase;
let targets: Targets;
let name: string;
const suffix = String(process.pid);
const [dba, login] = [`county_dba_${suffix}`, `county_app_${suffix}`];

beforeAll(async () => {
  database = await temporaryDatabase();
  name = `${database.name}_outside`;
  const admin = await connectAs({ config: database.targets.owner.config }, 'test');
  await admin.query(`create role ${dba} login createrole password 'a b/c?d'; create role ${login} login password 'x';
    grant anwang_owner, anwang_app, anwang_worker, anwang_auth to ${dba} with admin option; grant anwang_app, anwang_worker, anwang_auth to ${login} with set true, inherit false`);
  await createDatabase(database.targets.owner, name);
  await admin.query(`alter database ${name} owner to ${dba}`);
  await admin.end();
  const { host, port } = database.targets.owner.config;
  const url = (user: string, password: string) =>
    `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}?host=${encodeURIComponent(String(host))}`;
  targets = outsideTargets(url(login, 'x'), url(dba, 'a b/c?d'));
});
afterAll(async () => {
  await dropDatabase(database.targets.owner, name);
  const admin = await connectAs({ config: database.targets.owner.config }, 'test');
  await admin.query(`drop role ${dba}; drop role ${login}`);
  await admin.end();
  await database.close();
});

test('the administrator’s login migrates, the other serves under the roles it takes inside each transaction', async () => {
  await checkOutside(targets);
  await migrate(targets.owner);
  const store = openStore({ targets, ring: database.ring });
  const rows = await store.withActor(systemActors.seeder, 'system', { route: 'test' }, (tx) =>
    tx.selectFrom('org.account').select('name').where('system', '=', true).execute(),
  );
  expect(rows).toHaveLength(6);
  await store.withActor(systemActors.clock, 'system', { route: 'test', as: 'worker' }, (tx) => tx.enqueue('files.scan', { fileId: 'x' }));
  await store.close();
  const client = await connectAs(targets.app, 'test');
  expect(await roleFaults(client)).toEqual([]);
  await client.end();
  const asOwner = await connectAs(targets.owner, 'test');
  expect((await roleFaults(asOwner)).join()).toContain('owns');
  await asOwner.end();
});

test('it is known whether something was sealed there, so that a missing key file is not silently replaced', async () => {
  expect(await holdsSealed({ config: { ...database.targets.owner.config, database: 'postgres' } })).toBe(false);
  expect(await holdsSealed(targets.owner)).toBe(false);
  const store = openStore({ targets, ring: database.ring });
  await store.withActor(systemActors.seeder, 'system', { route: 'test' }, (tx) =>
    tx.keys.seal('01a20000-0000-7000-8000-0000000000f1', 'record', '黃金'),
  );
  await store.close();
  expect(await holdsSealed(targets.owner)).toBe(true);
});

test('a wrong password and a server that is not there are said in a sentence', async () => {
  const { app, owner } = database.targets;
  const wrong = { config: { ...app.config, password: 'wrong' } };
  await expect(checkOutside({ app: wrong, owner })).rejects.toMatchObject({
    code: 'outsideUnreachable',
    message: expect.stringContaining('Check user name and password'),
  });
  await expect(checkOutside({ app: targets.app, owner: wrong })).rejects.toMatchObject({
    message: expect.stringContaining('DATABASE_MIGRATIONS_URL'),
  });
  await expect(checkOutside({ app: { config: { host: '127.0.0.1', port: 1 } }, owner })).rejects.toMatchObject({
    code: 'outsideUnreachable',
  });
  await expect(checkOutside({ app: { config: { connectionString: 'db.example anwang' } }, owner })).rejects.toMatchObject({
    message: expect.stringContaining('is no address of a database'),
  });
  await expect(checkOutside({ app: { config: { ...app.config, database: 'gone' } }, owner })).rejects.toMatchObject({
    message: expect.stringContaining('create database gone owner'),
  });
});

test('one login alone is not told to take what it must not have', async () => {
  await expect(checkOutside({ app: targets.app, owner: { ...targets.owner, config: targets.app.config } })).rejects.toMatchObject({
    message: expect.stringContaining('name the login that may in DATABASE_MIGRATIONS_URL'),
  });
});

test('a server of an older version is refused with the version', () => {
  expect(versionFault(180004)).toBe(null);
  expect(versionFault(150012)).toMatchObject({ code: 'outsideTooOld', message: expect.stringContaining('PostgreSQL 15;') });
});

test('each right that the guide gives and a login lacks is named with the statement', async () => {
  const admin = await connectAs({ config: database.targets.owner.config }, 'test');
  const lacking = async (take: string, back: string): Promise<string> => {
    await admin.query(take);
    const said = await checkOutside(targets).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    await admin.query(back);
    return /run: (.+?);/.exec(said)?.[1] ?? said;
  };
  const all = 'anwang_owner, anwang_app, anwang_worker, anwang_auth';
  const serving = 'anwang_app, anwang_worker, anwang_auth';
  const give = `grant ${serving} to ${login} with set true, inherit false`;
  expect(await lacking(`revoke anwang_auth from ${login}`, give)).toBe(give);
  expect(await lacking(`revoke anwang_owner from ${dba} cascade`, `grant anwang_owner to ${dba} with admin option`)).toBe(
    `grant ${all} to ${dba} with admin option`,
  );
  const owner = `alter database ${name} owner to ${dba}`;
  expect(await lacking(`alter database ${name} owner to postgres`, owner)).toBe(owner);
  expect(await lacking('select 1', 'select 1')).toBe('nothing');
  await admin.end();
});
