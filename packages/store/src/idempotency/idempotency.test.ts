// A repeated key: same actor, route and body give the first answer; another body is a mismatch; another actor or route knows nothing of it; two at once, one wins.

import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { claimKey, keepAnswer } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.close());

const digest = (text: string): Buffer => Buffer.from(text);
const write = (actor: { id: string }, route: string, key: string, body: string, answer: unknown): Promise<unknown> =>
  database.store.withActor(actor, 'system', { route }, async (tx) => {
    const claim = await claimKey(tx, { key, digest: digest(body) });
    if (claim.state !== 'new') return claim;
    await keepAnswer(tx, { key, digest: digest(body) }, answer);
    return claim;
  });

test('the key belongs to actor, route and body', async () => {
  const { seeder, clock } = systemActors;
  expect(await write(seeder, 'a', 'key-12345678', 'body', { id: 1, name: '陳' })).toEqual({ state: 'new' });
  expect(await write(seeder, 'a', 'key-12345678', 'body', { id: 2 })).toEqual({ state: 'repeat', answer: { id: 1, name: '陳' } });
  expect(await write(seeder, 'a', 'key-12345678', 'other', { id: 2 })).toEqual({ state: 'mismatch' });
  expect(await write(seeder, 'b', 'key-12345678', 'other', { id: 3 })).toEqual({ state: 'new' });
  expect(await write(clock, 'a', 'key-12345678', 'other', { id: 4 })).toEqual({ state: 'new' });
  const owner = await database.owner();
  expect(JSON.stringify((await owner.query(`select encode(answer, 'escape') as kept from system.idempotency`)).rows)).not.toContain('name');
  // Seven days, not more.
  expect(
    (await owner.query(`select distinct round(extract(epoch from expires_at - created_at)) as s from system.idempotency`)).rows,
  ).toEqual([{ s: '604800' }]);
});

test('of two writes with one key at once one is done; the other fails and finds the answer when tried again', async () => {
  const both = await Promise.allSettled([1, 2].map((answer) => write(systemActors.seeder, 'c', 'key-at-once', 'body', { answer })));
  const failed = both.filter((one) => one.status === 'rejected');
  const kept = await write(systemActors.seeder, 'c', 'key-at-once', 'body', { answer: 3 });
  expect(kept).toMatchObject({ state: 'repeat', answer: { answer: expect.any(Number) } });
  expect(failed.length).toBeLessThanOrEqual(1);
  for (const one of failed) expect(one.reason).toMatchObject({ code: '23505', table: 'idempotency' });
});
