// The own number of who works here and the numbers of people change their key at different moments: whoever is of a family is found before, between and after.
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveOwnNumber, readOwnNumber, systemActors } from '../access/index.ts';
import { blind, type KeyRing, withNewKey, withoutKey } from '../keys/index.ts';
import { openStore } from '../session/index.ts';
import { rotateIdentifiers, rotateOwnNumbers } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.close());

const person = '01a20000-0000-7000-8000-000000000001';
const account = '01a20000-0000-7000-8000-0000000000aa';
const number = 'A123456789';

test('the own number is compared under every key, kept sealed, and gone with the account', async () => {
  const owner = await database.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'C');
    insert into org.account (id, county, username, name) values ('${account}', '90000', 'w', '社工')`);
  await database.store.withActor(systemActors.seeder, 'system', { route: 'test' }, async (tx) => {
    await tx.insertInto('people.person').values({ id: person, county: '90000' }).execute();
    const sealed = await tx.keys.seal(person, 'identifier', number);
    const whole = blind(tx.ring, 'whole', 'nationalId', number);
    const key = tx.ring.index.current;
    await tx
      .insertInto('people.identifier')
      .values({ person_id: person, kind: 'nationalId', subject_id: person, sealed, key_id: key, whole, valid: true })
      .execute();
  });
  const own = async () =>
    (await owner.query<{ id: string }>('select id from access.own_people($1) as id', [account])).rows.map(({ id }) => id);
  const self = { id: account, county: '90000' };
  await database.store.withActor(self, 'self', { route: 'test' }, (tx) => giveOwnNumber(tx, number));
  expect(await own()).toEqual([person]);
  const both: KeyRing = withNewKey(database.ring, 'index');
  expect(await rotateOwnNumbers(owner, both)).toBe(1);
  expect(await own()).toEqual([person]);
  await rotateIdentifiers(owner, both);
  expect(await own()).toEqual([person]);
  const fresh = withoutKey(both, 'index', database.ring.index.current);
  expect(await rotateOwnNumbers(owner, fresh)).toBe(1);
  expect(await own()).toEqual([person]);
  const keys = await owner.query('select key_id from access.own_number where account_id = $1', [account]);
  expect(keys.rows).toEqual([{ key_id: fresh.index.current }]);
  const store = openStore({ targets: database.targets, ring: fresh });
  expect(await store.withActor(self, 'self', { route: 'test' }, readOwnNumber)).toMatchObject({ ending: '789' });
  await store.close();
  await owner.query('update org.account set active = false where id = $1', [account]);
  expect(await own()).toEqual([]);
});
