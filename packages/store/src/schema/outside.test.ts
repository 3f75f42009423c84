// An outside server: logins of its administrator instead of ours. One may make roles and migrates, one may take the serving roles and nothing else.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { connectAs, openStore, outsideTargets, type Targets } from '../session/index.ts';
import { checkOutside, createDatabase, dropDatabase, holdsSealed, migrate, roleFaults } from './index.ts';

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
  await checkOutside(targets.owner);
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
  const wrong = { config: { ...database.targets.app.config, password: 'wrong' } };
  await expect(checkOutside(wrong)).rejects.toMatchObject({
    code: 'outsideUnreachable',
    message: expect.stringContaining('Check address'),
  });
  await expect(checkOutside({ config: { host: '127.0.0.1', port: 1 } })).rejects.toMatchObject({ code: 'outsideUnreachable' });
});
