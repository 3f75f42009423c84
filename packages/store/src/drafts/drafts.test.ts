// Saves of one draft arrive in any order, some twice, some after the draft was sent: what was typed last stands.
import { instantFromMs } from '@anwang/core/time';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActors } from '../access/index.ts';
import { sweepKept } from '../jobs/sweep-kept.ts';
import type { Tx } from '../session/index.ts';
import { dropDraft, listDrafts, readDraft, saveDraft } from './index.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await temporaryDatabase();
});
afterAll(() => db.close());

const at = instantFromMs(Date.UTC(2026, 10, 28));
const as = <T>(work: (tx: Tx) => Promise<T>) => db.store.withActor(systemActors.seeder, 'system', { route: 'test' }, work);
let n = 0;
const fresh = () => `form.${n++}`;
const from = (turn: number, writer = 'session-1') => ({ writer, turn });

it('whatever the order in which they arrive, the last in turn stands', async () => {
  const arrivals = fc
    .uniqueArray(fc.record({ turn: fc.integer({ min: 0, max: 2 ** 50 }), dropped: fc.boolean() }), {
      selector: (each) => each.turn,
      minLength: 1,
      maxLength: 8,
    })
    .chain((sent) => fc.tuple(fc.constant(sent), fc.shuffledSubarray([...sent, ...sent], { minLength: sent.length * 2 })));
  await fc.assert(
    fc.asyncProperty(arrivals, async ([sent, arriving]) => {
      const key = fresh();
      await as(async (tx) => {
        for (const { turn, dropped } of arriving) {
          if (dropped) await dropDraft(tx, key, at, from(turn));
          else await saveDraft(tx, key, { turn }, at, from(turn));
        }
        const last = sent.toSorted((a, b) => b.turn - a.turn)[0];
        expect(await readDraft(tx, key)).toEqual(last?.dropped ? null : { body: { turn: last?.turn }, savedAt: at });
        expect((await listDrafts(tx)).some((each) => each.key === key)).toBe(!last?.dropped);
      });
    }),
    { numRuns: 60 },
  );
});

it('says which turn stands, so that a device whose clock went back goes on from there', async () => {
  const key = fresh();
  await as(async (tx) => {
    expect(await saveDraft(tx, key, { text: '一' }, at, from(100))).toEqual({ savedAt: at, stands: 100 });
    expect(await saveDraft(tx, key, { text: '二' }, at, from(50))).toEqual({ savedAt: at, stands: 100 });
    expect(await saveDraft(tx, key, { text: '二' }, at, from(101))).toEqual({ savedAt: at, stands: 101 });
    expect((await readDraft(tx, key))?.body).toEqual({ text: '二' });
  });
});

it('another session, and one that tells no turn, writes over it', async () => {
  const key = fresh();
  await as(async (tx) => {
    await saveDraft(tx, key, { text: '一' }, at, from(100));
    await saveDraft(tx, key, { text: '別台' }, at, from(1, 'session-2'));
    expect((await readDraft(tx, key))?.body).toEqual({ text: '別台' });
    await saveDraft(tx, key, { text: '無序' }, at);
    expect((await readDraft(tx, key))?.body).toEqual({ text: '無序' });
    await dropDraft(tx, key, at);
    expect(await readDraft(tx, key)).toBeNull();
  });
});

it('the mark of what was thrown away goes after a day', async () => {
  const key = fresh();
  await as(async (tx) => dropDraft(tx, key, instantFromMs(Date.now() - 25 * 3_600_000), from(9)));
  await as(async (tx) => saveDraft(tx, `${key}.kept`, { text: '留' }, instantFromMs(Date.now() - 25 * 3_600_000), from(9)));
  const swept = await db.store.withActor(systemActors.clock, 'system', { route: 'test' }, sweepKept);
  expect(swept['system.draft']).toBe(1);
  expect(await as((tx) => readDraft(tx, `${key}.kept`))).not.toBeNull();
});
