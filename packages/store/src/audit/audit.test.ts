// What the log must find out about itself: each kind of tampering, done as the owner of the tables, and a log written anew without the key.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import { sql } from 'kysely';
import type { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { newKeyRing } from '../keys/index.ts';
import { openStore, type Tx } from '../session/index.ts';
import { type Ask, askClient } from './ask.ts';
import { sealAndVerify, sealOnce, startSealer, verifyAndNote, verifyAudit } from './index.ts';
import { verifyBlocks } from './verify.ts';

let database: TestDatabase;
let owner: Client;
let folder: string;
let heads: string;

beforeEach(async () => {
  database = await temporaryDatabase();
  owner = await database.owner();
  folder = mkdtempSync(join(tmpdir(), 'anwang-heads-'));
  heads = join(folder, 'heads.jsonl');
  for (let block = 0; block < 4; block++) {
    for (let row = 0; row < 3; row++) await act(`block${block}.row${row}`);
    await sealOnce(database.store, heads);
  }
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const person = '01a20000-0000-7000-8000-000000000001';

function act(action: string): Promise<void> {
  return database.store.withActor(systemActors.matcher, 'system', { route: 'test.act' }, async (tx) => {
    tx.audit({ action, personIds: [person], ids: [person], count: 1, query: '陳怡君', detail: { evidence: ['namePinyin'] } });
  });
}

const codes = async (): Promise<string[]> => (await verifyAudit(owner, database.ring, heads)).findings.map((finding) => finding.code);

test('an untouched log holds, and says who, why, by which route, with which persons', async () => {
  await act('afterwards');
  const report = await verifyAudit(owner, database.ring, heads);
  expect(report).toEqual({ blocks: 4, rows: 13, unsealed: 1, findings: [], last: 4 });
  const row = (
    await owner.query(
      'select actor_id, purpose, route, action, query_digest, row_count, person_ids, ids, detail from audit.entry order by id limit 1',
    )
  ).rows[0];
  expect(row).toMatchObject({
    actor_id: systemActors.matcher.id,
    purpose: 'system',
    route: 'test.act',
    action: 'block0.row0',
    row_count: 1,
    person_ids: [person],
  });
  expect(row.query_digest).toMatch(/^[0-9a-f]{64}$/);
  // An auditor of the whole country finds the rows of a person through the index; the matcher, who may not read the log, finds none.
  const auditor = '01a20000-0000-7000-8000-0000000000b1';
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'C'); insert into org.account (id, county, username, name) values ('${auditor}', '90000', 'a', 'A');
    insert into org."grant" (account_id, role, reach_kind) values ('${auditor}', 'auditor', 'national'); update audit.entry set county = '90000'`);
  const found = (who: { id: string }, purpose: 'audit' | 'system') =>
    database.store.withActor(who, purpose, { route: 'test' }, (tx) =>
      sql`select id from audit.entry e where e.id in (select audit.of_person(${person}::uuid))`.execute(tx),
    );
  expect((await found({ id: auditor }, 'audit')).rows).toHaveLength(13);
  expect((await found(systemActors.matcher, 'system')).rows).toEqual([]);
  await owner.query('set enable_seqscan = off');
  const plan = await owner.query(
    `explain select e.id from audit.entry e where e.person_ids @> array['${person}'::uuid] and e.person_ids <> '{}'`,
  );
  expect(JSON.stringify(plan.rows)).toContain('audit_entry_person');
});

test('a changed row is found', async () => {
  await owner.query(`update audit.entry set purpose = 'casework' where action = 'block1.row1'`);
  expect(await codes()).toEqual(['rowsDiffer']);
});

test('a removed row is found', async () => {
  await owner.query(`delete from audit.entry where action = 'block2.row0'`);
  expect(await codes()).toEqual(['rowsDiffer']);
});

test('two rows that changed places are found', async () => {
  await owner.query(
    `update audit.entry e set action = o.action from audit.entry o where (e.action, o.action) in (('block0.row0', 'block0.row1'), ('block0.row1', 'block0.row0'))`,
  );
  expect(await codes()).toEqual(['rowsDiffer']);
});

test('a row added to the past is found', async () => {
  await owner.query(
    `insert into audit.entry (xid, actor_id, purpose, route, action) select xid, actor_id, purpose, route, 'smuggled' from audit.entry where action = 'block1.row0'`,
  );
  expect(await codes()).toEqual(['rowsDiffer']);
});

test('a cut end is found, blocks and rows alike', async () => {
  await owner.query(`delete from audit.entry where action like 'block3%'; delete from audit.block where seq = 4`);
  expect(await codes()).toEqual(['headMissing']);
});

test('a block taken out of the middle is found', async () => {
  await owner.query('delete from audit.block where seq = 2');
  expect(await codes()).toEqual(expect.arrayContaining(['blockMissing', 'chainBroken', 'headMissing']));
});

test('a log that the owner writes anew is found: without the key no seal holds, with another key no head agrees', async () => {
  await owner.query(`delete from audit.entry where action = 'block1.row1'; delete from audit.block`);
  const forger = openStore({ targets: database.targets, ring: newKeyRing() });
  await sealOnce(forger, join(folder, 'forged.jsonl'));
  await forger.close();
  const found = await codes();
  expect(found).toContain('sealBroken');
  expect(found).toContain('headDiffers');
  writeFileSync(heads, readFileSync(join(folder, 'forged.jsonl')));
  expect(await codes()).toEqual(expect.arrayContaining(['sealBroken', 'headForged']));
});

test('a removed file of heads is found', async () => {
  rmSync(heads);
  expect(await codes()).toEqual(['noHeads']);
  // The command line seals first: a file made anew by that would hide a cut end, and once was taken for whole.
  await owner.query('delete from audit.block where seq = 4');
  for (let time = 0; time < 2; time++) expect((await sealAndVerify(database.store, owner, heads)).findings).toEqual([{ code: 'noHeads' }]);
  // A server that was started meanwhile has made a file: from where on it speaks is said.
  await sealOnce(database.store, heads);
  expect(await sealAndVerify(database.store, owner, heads)).toMatchObject({ findings: [], headsBeginAt: 4 });
});

test('rows of a transaction that was open while others were sealed come into a later block', async () => {
  await database.store.withActor(systemActors.matcher, 'system', { route: 'test.slow' }, async (tx) => {
    // The number of the transaction is taken before the seal, the commit comes after it.
    await tx
      .insertInto('audit.entry')
      .values({ actor_id: systemActors.matcher.id, purpose: 'system', route: 'test.slow', action: 'early' })
      .execute();
    await act('quick');
    await sealOnce(database.store, heads);
  });
  await sealOnce(database.store, heads);
  const report = await verifyAudit(owner, database.ring, heads);
  expect(report).toEqual({ blocks: 6, rows: 14, unsealed: 0, findings: [], last: 6 });
});

test('the running sealer leaves nothing unsealed for longer than a second', async () => {
  const errors: unknown[] = [];
  const stop = startSealer(database.store, heads, { everyMs: 200, onError: (error) => errors.push(error) });
  await act('seen');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect((await verifyAudit(owner, database.ring, heads)).unsealed).toBe(0);
  await stop();
  expect(errors).toEqual([]);
});

test('sealing and verifying outlast the limit of a statement: a block of millions of rows takes longer than a request may', async () => {
  const store = openStore({ targets: database.targets, ring: database.ring, statementMs: 300 });
  try {
    const asSealer = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
      store.withActor(systemActors.sealer, 'system', { route: 'test.slow', as: 'worker' }, work);
    await expect(asSealer((tx) => sql`select pg_sleep(1)`.execute(tx))).rejects.toMatchObject({ code: '57014' });
    // A log that takes its time with every row that is written about it.
    await owner.query(`create function audit.dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.6); return new; end $$;
      create trigger dawdle before insert on audit.block for each row execute function audit.dawdle();
      create trigger dawdle before insert on audit.verification for each row execute function audit.dawdle()`);
    await act('late');
    expect(await sealOnce(store, heads)).toMatchObject({ seq: 5 });
    const noted = await asSealer((tx) => verifyAndNote(tx, heads, { whole: true, at: '2026-01-01T00:00:00.000Z' }));
    expect(noted).toMatchObject({ to: 5, rows: 13, findings: [] });
    // The limit is lifted for that transaction alone.
    await expect(asSealer((tx) => sql`select pg_sleep(1)`.execute(tx))).rejects.toMatchObject({ code: '57014' });
  } finally {
    await store.close();
  }
});

test('the serving roles can neither change nor remove what is on record', async () => {
  for (const as of ['app', 'worker'] as const)
    for (const statement of ['update', 'delete'] as const)
      await expect(
        database.store.withActor(systemActors.sealer, 'system', { route: 'test', as }, async (tx) => {
          if (statement === 'update') await tx.updateTable('audit.entry').set({ action: 'x' }).execute();
          else await tx.deleteFrom('audit.entry').execute();
        }),
      ).rejects.toThrow(/permission denied/);
});

test('a block that is sealed while the log is read is not missed', async () => {
  const read = askClient(owner);
  let asked = 0;
  const ask: Ask = async (text, values) => {
    const rows = await read(text, values);
    if (asked++ === 0) {
      await act('meanwhile');
      await sealOnce(database.store, heads);
    }
    return rows as never;
  };
  expect(await verifyBlocks(ask, database.ring, heads, 0)).toMatchObject({ blocks: 4, findings: [] });
});
