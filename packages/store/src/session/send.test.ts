// What is sent without waiting stands or falls with its session: in its place in the order, never lost, and its own failure is the reason that is given.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { openStore, type Store, type Tx } from './index.ts';

let database: TestDatabase;
let behindPooler: Store;
beforeAll(async () => {
  database = await temporaryDatabase();
  behindPooler = openStore({ targets: database.targets, ring: database.ring, pooled: true });
  const owner = await database.owner();
  await owner.query('create table system.thing (id integer primary key, word text)');
  await owner.query('grant all on system.thing to anwang_app');
});
beforeEach(async () => void (await (await database.owner()).query('truncate system.thing')));
afterAll(async () => {
  await behindPooler.close();
  await database.close();
});

const as = <Result>(store: Store, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  store.withActor(systemActors.seeder, 'system', { route: 'test' }, work);
const put = (tx: Tx, id: number, word: string): void =>
  tx.send({ sql: 'insert into system.thing values ($1, $2)', parameters: [id, word] });
const kept = async (): Promise<string[]> =>
  (await (await database.owner()).query<{ word: string }>('select word from system.thing order by id')).rows.map((row) => row.word);

for (const [name, store] of [
  ['under names', () => database.store],
  ['behind a pooler', () => behindPooler],
] as const) {
  test(`${name}: it is there for what stands behind it, and after the commit`, async () => {
    const seen = await as(store(), async (tx) => {
      put(tx, 1, 'a');
      tx.send({ sql: 'update system.thing set word = word || $1', parameters: ['b'] });
      const { rows } = await sql<{ word: string }>`select word from system.thing`.execute(tx);
      put(tx, 2, 'last');
      return rows;
    });
    expect(seen).toEqual([{ word: 'ab' }]);
    expect(await kept()).toEqual(['ab', 'last']);
  });

  test(`${name}: when it fails, nothing is kept, and the caller hears why`, async () => {
    const failing = { code: '23505', table: 'thing' };
    await expect(
      as(store(), async (tx) => {
        put(tx, 1, 'a');
        put(tx, 1, 'again');
      }),
    ).rejects.toMatchObject(failing);
    await expect(
      as(store(), async (tx) => {
        put(tx, 1, 'a');
        put(tx, 1, 'again');
        await new Promise((soon) => setTimeout(soon, 50));
        await sql`select 1`.execute(tx);
      }),
    ).rejects.toMatchObject(failing);
    await expect(
      as(store(), async (tx) => {
        put(tx, 1, 'a');
        put(tx, 1, 'again');
        await new Promise((soon) => setTimeout(soon, 50));
        put(tx, 2, 'after');
      }),
    ).rejects.toMatchObject(failing);
    expect(await kept()).toEqual([]);
  });

  test(`${name}: one that failed within a savepoint goes with it`, async () => {
    await as(store(), async (tx) => {
      put(tx, 1, 'a');
      await tx
        .savepoint(async () => {
          put(tx, 1, 'again');
        })
        .catch(() => undefined);
      put(tx, 2, 'b');
    });
    expect(await kept()).toEqual(['a', 'b']);
  });
}

test('keys of new subjects are made without being looked for; those of others are never made twice', async () => {
  const [known, fresh] = ['01a20000-0000-7000-8000-00000000e001', '01a20000-0000-7000-8000-00000000e002'];
  const sealed = await as(database.store, async (tx) => {
    tx.keys.begin([known], 'record');
    return tx.keys.seal(known, 'record', 'one');
  });
  await as(database.store, async (tx) => {
    await tx.keys.prepareNew([known, fresh], 'record');
    expect(await tx.keys.open(sealed)).toBe('one');
    expect(await tx.keys.open(await tx.keys.seal(fresh, 'record', 'two'))).toBe('two');
  });
  await expect(as(database.store, async (tx) => tx.keys.begin([known], 'record'))).rejects.toMatchObject({ code: '23505' });
  const owner = await database.owner();
  const { rows } = await owner.query('select count(*)::int as n from keys.subject where subject_id = any($1)', [[known, fresh]]);
  expect(rows).toEqual([{ n: 2 }]);
});
