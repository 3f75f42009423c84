// Heads that were kept elsewhere: they are only ever added to, they find what the file beside the database no longer can, and an old copy is not alarmed by a restore.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import type { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { appendHeads, makeHead } from './heads.ts';
import { copyHeads, dailyHeads, sealOnce, startSealer, verifyAudit } from './index.ts';

let database: TestDatabase;
let owner: Client;
let folder: string;
let heads: string;
let copy: string;
const person = '01a20000-0000-7000-8000-000000000001';
const act = (action: string) =>
  database.store.withActor(systemActors.matcher, 'system', { route: 'test.act' }, async (tx) => tx.audit({ action, ids: [person] }));
const lines = (file: string) => readFileSync(file, 'utf8').split('\n').slice(0, -1);
const found = async (...copies: string[]) =>
  (await verifyAudit(owner, database.ring, heads, copies)).findings.map((one) => [one.code, 'block' in one ? one.block : null]);

beforeEach(async () => {
  database = await temporaryDatabase();
  owner = await database.owner();
  folder = mkdtempSync(join(tmpdir(), 'anwang-heads-'));
  [heads, copy] = [join(folder, 'heads.jsonl'), join(folder, 'copy.jsonl')];
  for (let block = 0; block < 3; block++) {
    await act(`block${block}`);
    await sealOnce(database.store, heads);
  }
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test('the end of the file cut, and the last block written anew by the running sealer: only the copy knows', async () => {
  expect(copyHeads(heads, copy, database.ring)).toEqual({ copied: 3, parted: null });
  expect(copyHeads(heads, copy, database.ring)).toEqual({ copied: 0, parted: null });
  await owner.query('delete from audit.block where seq = 3');
  await owner.query(`update audit.entry set action = 'nothing.happened' where action = 'block2'`);
  writeFileSync(heads, `${lines(heads).slice(0, 2).join('\n')}\n`);
  await sealOnce(database.store, heads);
  expect(await found()).toEqual([]);
  expect(await found(copy)).toEqual([['headDiffers', 3]]);
  // The copy is left as it is: what it knows more is what matters.
  expect(copyHeads(heads, copy, database.ring)).toEqual({ copied: 0, parted: 3 });
  expect(lines(copy)).toHaveLength(3);
  expect(await found(join(folder, 'gone.jsonl'))).toEqual([['noHeads', null]]);
});

test('a copy that was cut in the middle of a line, or is old, goes on; forged lines are counted', async () => {
  copyHeads(heads, copy, database.ring);
  writeFileSync(copy, readFileSync(copy, 'utf8').slice(0, -30));
  expect(copyHeads(heads, copy, database.ring)).toEqual({ copied: 1, parted: null });
  expect(lines(copy)).toHaveLength(4);
  expect(await found(copy)).toEqual([]);
  const old = join(folder, 'old.jsonl');
  copyHeads(heads, old, database.ring);
  // Restored from a backup of block 2: what was sealed after it is gone, and the file says so.
  appendHeads(heads, [makeHead(database.ring, 2, JSON.parse(lines(heads)[1] ?? '').mac, new Date().toISOString(), true)]);
  await owner.query('delete from audit.block where seq = 3');
  await owner.query(`delete from audit.entry where action = 'block2'`);
  expect(await found(old)).toEqual([]);
  appendFileSync(old, '{"seq":9,"mac":"00","at":"2026-01-01T00:00:00Z","keyId":"x","signature":"00"}\n');
  expect(await found(old)).toEqual([['headForged', null]]);
});

test('the sealer keeps the second place, also after it was away; for paper the last of each day stands with its code', async () => {
  const told: unknown[] = [];
  const away = join(folder, 'away', 'copy.jsonl');
  const stopAway = startSealer(database.store, heads, { copyTo: away, onError: (error) => told.push(error) });
  await act('later');
  await stopAway();
  expect(told.length).toBeGreaterThan(0);
  expect(lines(heads)).toHaveLength(4);
  const stop = startSealer(database.store, heads, { copyTo: copy, onError: (error) => told.push(error) });
  await act('latest');
  await stop();
  expect(lines(copy)).toEqual(lines(heads));
  expect(await found(copy)).toEqual([]);
  const [day, ...more] = dailyHeads(copy, database.ring);
  expect(more.length).toBeLessThan(2);
  expect((more[0] ?? day)?.seq).toBe(5);
  expect(day?.code).toMatch(/^[0-9a-f]{16}$/);
});

test('the log is asked by a thing through an index, and what requests put off for it is put in by the sealer', async () => {
  await owner.query('set enable_seqscan = off');
  const plan = await owner.query<{ 'QUERY PLAN': string }>(
    `explain select id from audit.entry e where e.ids @> array['${person}']::uuid[] and e.ids <> '{}'`,
  );
  expect(JSON.stringify(plan.rows)).toContain('audit_entry_thing');
  await database.store.withActor(systemActors.sealer, 'system', { route: 'test', as: 'worker' }, (tx) => tx.run('select audit.tidy()', []));
  const pending = await owner.query<{ gin: string }>(`select indexdef as gin from pg_indexes where indexname = 'audit_entry_thing'`);
  expect(pending.rows[0]?.gin).toContain('gin_pending_list_limit');
});
