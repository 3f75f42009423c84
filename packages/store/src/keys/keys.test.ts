// Keys: made once, never silently anew; sealing bound to its place; rotation that can be killed and goes on, with everything readable in between.

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, temporaryDatabase } from '@anwang/testkit/database';
import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { rotateIdentifiers } from '../identifiers/index.ts';
import { openStore, type Store, type Tx } from '../session/index.ts';
import { openReporter, putReporter, rotateVault } from '../vault/index.ts';
import { decrypt, encrypt } from './aes.ts';
import {
  blind,
  blindAll,
  ErasedError,
  maskings,
  nearForms,
  newKeyRing,
  openKeyFile,
  rotateMaster,
  withNewKey,
  withoutKey,
  writeKeyFile,
} from './index.ts';
import { currentKey, keyUses } from './key-ring.ts';

let folder: string;
let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anwang-keys-'));
  database = await temporaryDatabase();
  owner = await database.owner();
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'C')`);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const as = <Result>(store: Store, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  store.withActor(systemActors.seeder, 'system', { route: 'test' }, work);
const id = (at: number): string => `01a20000-0000-7000-8000-${String(at).padStart(12, '0')}`;
class Killed extends Error {}

test('a key file is made only where there is no data, read back the same, and closed to others', () => {
  const path = join(folder, 'keys.json');
  expect(() => openKeyFile(path, true)).toThrow(/is missing.*Put it back/s);
  expect(() => openKeyFile(path, true)).toThrow(expect.objectContaining({ zh: expect.stringMatching(/找不到金鑰檔.*請由備份放回/s) }));
  const ring = openKeyFile(path, false);
  for (const use of keyUses) expect(currentKey(openKeyFile(path, true), use)).toEqual(currentKey(ring, use));
  expect(statSync(path).mode & 0o077).toBe(0);
  writeFileSync(path, '{"version":1}');
  expect(() => openKeyFile(path, true)).toThrow(/cannot be read/);
  writeFileSync(path, 'x');
  expect(() => openKeyFile(path, true)).toThrow(/not JSON/);
});

test('what is sealed opens with its key at its place only, and any changed byte is noticed', () => {
  const [key, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (clear, at) => {
      const sealed = encrypt(key, clear, 'here');
      expect(new Uint8Array(decrypt(key, sealed, 'here'))).toEqual(clear);
      expect(() => decrypt(other, sealed, 'here')).toThrow();
      expect(() => decrypt(key, sealed, 'there')).toThrow();
      const index = at % sealed.length;
      sealed[index] = (sealed[index] ?? 0) ^ 1;
      expect(() => decrypt(key, sealed, 'here')).toThrow();
    }),
  );
});

test('near forms meet for one changed, one missing and one added character, and for the usual stars', () => {
  const forms = (value: string): Set<string> =>
    new Set(
      nearForms(value)
        .filter(({ form }) => form === 'omit')
        .map(({ text }) => text),
    );
  const meet = (a: string, b: string): boolean => [...forms(a)].some((form) => forms(b).has(form));
  expect(meet('A123456789', 'A123456780')).toBe(true);
  expect(meet('A123456789', 'B123456789')).toBe(true);
  expect(meet('A123456789', 'B123456780')).toBe(false);
  expect(maskings('A123456789')).toContain('A123****89');
  const ring = newKeyRing();
  expect(blind(ring, 'whole', 'nationalId', 'x').equals(blind(ring, 'search', 'nationalId', 'x'))).toBe(false);
  expect(blind(ring, 'whole', 'nationalId', 'x').equals(blind(newKeyRing(), 'whole', 'nationalId', 'x'))).toBe(false);
});

test('a destroyed key leaves its things unreadable and others readable', async () => {
  const [mine, yours] = await as(database.store, async (tx) => [
    await tx.keys.seal(id(1), 'case', '一'),
    await tx.keys.seal(id(2), 'case', '二'),
  ]);
  await owner.query('delete from keys.subject where subject_id = $1', [id(1)]);
  await as(database.store, async (tx) => {
    await expect(tx.keys.open(mine ?? Buffer.alloc(0))).rejects.toThrow(ErasedError);
    expect(await tx.keys.open(yours ?? Buffer.alloc(0))).toBe('二');
    expect((await tx.keys.openMany([mine ?? Buffer.alloc(0), yours ?? Buffer.alloc(0)])).map((clear) => clear?.toString())).toEqual([
      undefined,
      '二',
    ]);
  });
});

test('two sessions that seal for one new subject at once use one key', async () => {
  const sealed = await Promise.all(
    Array.from({ length: 6 }, (_, at) => as(database.store, (tx) => tx.keys.seal(id(3), 'case', String(at)))),
  );
  expect((await owner.query('select count(*)::int as n from keys.subject where subject_id = $1', [id(3)])).rows[0].n).toBe(1);
  expect(await as(database.store, async (tx) => (await tx.keys.openMany(sealed)).map(String))).toEqual(['0', '1', '2', '3', '4', '5']);
});

test('master, index and vault rotate under work, go on after a kill, and need the old key no more', async () => {
  const numbers = Array.from({ length: 7 }, (_, at) => `A12345678${at}`);
  const sealed = await as(database.store, async (tx) => {
    for (const [at, number] of numbers.entries()) {
      const person = id(100 + at);
      await tx.insertInto('people.person').values({ id: person, county: '90000' }).execute();
      await tx
        .insertInto('people.identifier')
        .values({
          id: id(200 + at),
          person_id: person,
          kind: 'nationalId',
          subject_id: person,
          sealed: await tx.keys.seal(person, 'identifier', number),
          key_id: tx.ring.index.current,
          whole: blind(tx.ring, 'whole', 'nationalId', number),
          valid: true,
        })
        .execute();
      const report = id(300 + at);
      await tx
        .insertInto('intake.report')
        .values({
          id: report,
          number: `${at}`,
          county: '90000',
          channel: 'c',
          reporter_kind: 'teacher',
          subject_id: report,
          band: 'low',
          band_source: 'rule',
          triage_due: '2026-01-01T00:00:00Z',
          desk_due: '2026-01-01T00:00:00Z',
          next_due: '2026-01-01T00:00:00Z',
          pack_version: '1',
        })
        .execute();
      await putReporter(tx, { reportId: report, county: '90000', subjectId: report, identity: { name: `通報人${at}` } });
    }
    return tx.keys.seal(id(9), 'case', '舊的');
  });
  // A server that runs through it all, and is never restarted.
  writeKeyFile(join(folder, 'rotated.json'), database.ring);
  const running = openStore({ targets: database.targets, ring: openKeyFile(join(folder, 'rotated.json'), true) });
  const both = withNewKey(withNewKey(withNewKey(database.ring, 'master'), 'index'), 'vault');
  await new Promise((resolve) => setTimeout(resolve, 20));
  writeKeyFile(join(folder, 'rotated.json'), both);
  const ring = openKeyFile(join(folder, 'rotated.json'), true);
  const store = openStore({ targets: database.targets, ring });
  const dieAfterFirst = { batch: 2, onBatch: () => Promise.reject(new Killed()) };
  for (const rotate of [rotateMaster, rotateIdentifiers, rotateVault])
    await expect(rotate(owner, ring, dieAfterFirst)).rejects.toThrow(Killed);
  // Half way: everything opens and is found under either key.
  await as(store, async (tx) => {
    expect(await tx.keys.open(sealed)).toBe('舊的');
    for (const number of numbers)
      expect(
        await tx
          .selectFrom('people.identifier')
          .select('id')
          .where('whole', 'in', blindAll(ring, 'whole', 'nationalId', number))
          .execute(),
      ).toHaveLength(1);
    expect(await tx.savepoint(() => openReporter(tx, id(306), 'a reason')).catch((error: { code?: string }) => error.code)).toBe('42501');
  });
  expect(await rotateMaster(owner, ring)).toBeGreaterThan(0);
  expect(await rotateIdentifiers(owner, ring)).toBe(5);
  expect(await rotateVault(owner, ring)).toBe(5);
  for (const rotate of [rotateMaster, rotateIdentifiers, rotateVault]) expect(await rotate(owner, ring)).toBe(0);
  const fresh = withoutKey(withoutKey(withoutKey(ring, 'master', 'master-1'), 'index', 'index-1'), 'vault', 'vault-1');
  const after = openStore({ targets: database.targets, ring: fresh });
  await as(after, async (tx) => {
    expect(await tx.keys.open(sealed)).toBe('舊的');
    for (const number of numbers) {
      expect(
        await tx
          .selectFrom('people.identifier')
          .select('id')
          .where('whole', '=', blind(fresh, 'whole', 'nationalId', number))
          .execute(),
      ).toHaveLength(1);
      const near = nearForms(number)[3];
      expect(
        await tx
          .selectFrom('people.identifier_near')
          .select('identifier_id')
          .where('blind', '=', blind(fresh, near?.form ?? 'omit', 'nationalId', near?.text ?? ''))
          .execute(),
      ).not.toHaveLength(0);
    }
  });
  const desk = id(900);
  await owner.query(
    `insert into org.account (id, county, username, name) values ('${desk}', '90000', 'd', 'd'); insert into org."grant" (account_id, role, reach_kind, reach_id) values ('${desk}', 'deskOfficer', 'county', '90000')`,
  );
  const opened = await after.withActor({ id: desk }, 'screening', { route: 'test.open' }, (tx) => openReporter(tx, id(301), '回覆通報人'));
  expect(opened).toEqual([{ name: '通報人1' }]);
  // The opening is on record, with the digest of the reason and nothing of the identity; without a reason or a grant there is none.
  expect((await owner.query(`select actor_id, action, ids from audit.entry where route = 'test.open'`)).rows).toEqual([
    { actor_id: desk, action: 'reporter.open', ids: [id(301)] },
  ]);
  await expect(after.withActor({ id: desk }, 'screening', { route: 't' }, (tx) => openReporter(tx, id(301), ' '))).rejects.toMatchObject({
    code: 'AW004',
  });
  await expect(
    after.withActor({ id: desk }, 'casework', { route: 't' }, (tx) => openReporter(tx, id(301), 'a reason')),
  ).rejects.toMatchObject({ code: '42501' });
  // The server that was never restarted reads what was rewritten, and seals under the new keys.
  const still = await running.withActor({ id: desk }, 'screening', { route: 'test' }, (tx) => openReporter(tx, id(301), '回覆通報人'));
  expect(still).toEqual([{ name: '通報人1' }]);
  expect(currentKey(running.ring, 'vault').id).toBe('vault-2');
  await Promise.all([store.close(), after.close(), running.close()]);
});
