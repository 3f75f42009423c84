// A backup restored into an empty other server is the same: rows, sequences, policies, chain, and what is sealed opens. A damaged, cut or foreign file is refused.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActors } from '../access/index.ts';
import { sealOnce, verifyAudit } from '../audit/index.ts';
import { type Cluster, startCluster } from '../cluster/index.ts';
import { newKeyRing } from '../keys/index.ts';
import { createDatabase, migrate } from '../schema/index.ts';
import { connectAs, embeddedTargets, openStore, type Store, type Targets } from '../session/index.ts';
import { backup, restore } from './index.ts';
import { listSequences, listTables, quoted } from './tables.ts';

const ring = newKeyRing();
const person = '01a20000-0000-7000-8000-0000000000c1';
type Place = { readonly cluster: Cluster; readonly targets: Targets; readonly store: Store };
let folder: string;
let here: Place;
let there: Place;
const path = (name: string): string => join(folder, name);

async function open(name: string): Promise<Place> {
  const cluster = await startCluster({ data: path(name), quick: true });
  const targets = embeddedTargets(cluster, 'anwang');
  await createDatabase(targets.owner, 'anwang');
  return { cluster, targets, store: openStore({ targets, ring }) };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anwang-backup-'));
  chmodSync(folder, 0o711);
  here = await open('here');
  there = await open('there');
  await migrate(here.targets.owner, { passwords: here.cluster.secrets });
  const owner = await connectAs(here.targets.owner, 'test');
  await owner.query(`insert into org.county (id, iso, name_zh, name_en) values ('90000', 'X', '縣', 'County')`);
  await owner.end();
  await here.store.withActor(systemActors.seeder, 'system', { route: 'test.fill' }, async (tx) => {
    const sealed = await tx.keys.seal(person, 'contact', '高雄市𠮷街\t1號\\n');
    await tx.insertInto('people.person').values({ id: person, county: '90000', name: '吉\t𠮷\\N' }).execute();
    await tx
      .insertInto('people.contact')
      .values({ person_id: person, county: '90000', kind: 'residenceAddress', subject_id: person, sealed, source: 'report' })
      .execute();
    await tx.enqueue('files.scan', { fileId: 'waiting' });
    for (let at = 0; at < 5; at++) tx.audit({ action: 'person.read', personIds: [person] });
  });
  await sealOnce(here.store, path('heads.jsonl'));
  await backup(here.targets.owner, ring, path('a.backup'));
}, 60_000);

afterAll(async () => {
  for (const place of [here, there]) {
    await place.store.close();
    await place.cluster.stop();
  }
  rmSync(folder, { recursive: true, force: true });
});

test('a backup outlasts the limit of a transaction that stands idle: the keys wait until all tables are copied', async () => {
  // As short against this little backup as a minute is against a county's. The role of the owner is changed by the login that has it.
  const owner = await connectAs({ config: here.targets.owner.config }, 'test');
  await owner.query(
    `alter role current_user set idle_in_transaction_session_timeout = '2ms'; alter role current_user set statement_timeout = '2s'`,
  );
  try {
    expect((await backup(here.targets.owner, ring, path('slow.backup'))).tables).toBeGreaterThan(0);
  } finally {
    await owner.query('alter role current_user reset idle_in_transaction_session_timeout; alter role current_user reset statement_timeout');
    await owner.end();
  }
});

async function look(place: Place) {
  const owner = await connectAs(place.targets.owner, 'test');
  try {
    const tables = await listTables(owner);
    const counts: Record<string, string> = {};
    for (const table of [...tables, { name: 'keys.subject', columns: ['id'] }]) {
      // The era is raised by a restore, and nothing else differs.
      const rows = await owner.query(
        `select count(*) as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${quoted(table.name)} t`,
      );
      counts[table.name] = table.name === 'audit.era' ? 'era' : `${rows.rows[0].rows} ${rows.rows[0].digest}`;
    }
    const policies = await owner.query(
      `select schemaname, tablename, policyname, cmd, roles::text, qual, with_check from pg_policies order by 1, 2, 3`,
    );
    return { counts, sequences: await listSequences(owner), policies: policies.rows };
  } finally {
    await owner.end();
  }
}

const options = () => ({
  file: path('a.backup'),
  headsFile: path('heads-there.jsonl'),
  erasuresFile: path('none.jsonl'),
  passwords: there.cluster.secrets,
});

test('damaged, cut, foreign files and other keys are refused with a sentence, before anything is written', async () => {
  const whole = readFileSync(path('a.backup'));
  const spoil = (bytes: Buffer, name: string): string => {
    writeFileSync(path(name), bytes);
    writeFileSync(path(`${name}.keys`), readFileSync(path('a.backup.keys')));
    return path(name);
  };
  const changed = Buffer.from(whole);
  changed[changed.length - 40] = (changed[changed.length - 40] ?? 0) ^ 1;
  const attempt = (file: string, keys = ring) => restore(there.targets.owner, keys, { ...options(), file });
  await expect(attempt(spoil(Buffer.from('hello'), 'b'))).rejects.toThrow('not a backup');
  await expect(attempt(spoil(whole.subarray(0, 50), 'c'))).rejects.toThrow(/cut off|not a backup/);
  await expect(attempt(spoil(changed, 'd'))).rejects.toThrow('changed or damaged');
  const otherRing = newKeyRing();
  await expect(attempt(path('a.backup'), otherRing)).rejects.toThrow('changed or damaged');
  await expect(
    attempt(path('a.backup'), { ...otherRing, backup: { current: 'backup-9', keys: new Map([['backup-9', new Uint8Array(32)]]) } }),
  ).rejects.toThrow('does not have');
});

test('neither the data file nor the file of keys holds anything in clear', () => {
  for (const name of ['a.backup', 'a.backup.keys']) expect(readFileSync(path(name)).includes(Buffer.from('𠮷'))).toBe(false);
  // Wrapped subject keys are in their own file only.
  expect(readFileSync(path('a.backup.keys')).length).toBeGreaterThan(100);
});

test('the restored database is the same, its chain holds, and what is sealed opens', async () => {
  const before = await look(here);
  const report = await restore(there.targets.owner, ring, options());
  expect(report.erasures).toBe(0);
  expect(await look(there)).toEqual(before);
  const owner = await connectAs(there.targets.owner, 'test');
  expect(await verifyAudit(owner, ring, path('heads-there.jsonl'))).toMatchObject({ blocks: 1, rows: 5, unsealed: 0, findings: [] });
  await there.store.withActor(systemActors.seeder, 'system', { route: 'test' }, async (tx) => {
    const row = await tx.selectFrom('people.contact').select('sealed').executeTakeFirstOrThrow();
    expect(await tx.keys.open(row.sealed)).toBe('高雄市𠮷街\t1號\\n');
    tx.audit({ action: 'person.read', personIds: [person] });
  });
  // The chain goes on in the new server, whose transaction numbers start anew.
  await sealOnce(there.store, path('heads-there.jsonl'));
  expect(await verifyAudit(owner, ring, path('heads-there.jsonl'))).toMatchObject({ blocks: 2, rows: 6, unsealed: 0, findings: [] });
  await owner.end();
  await expect(restore(there.targets.owner, ring, options())).rejects.toThrow('not empty');
}, 60_000);

test('a place that cannot be written is said at once, and nothing half made is left there', { timeout: 20_000 }, async () => {
  await expect(backup(here.targets.owner, ring, path('no-such-folder/b.backup'))).rejects.toMatchObject({ code: 'ENOENT' });
  // The second of the two files cannot be written.
  mkdirSync(path('c.backup.keys.part'));
  await expect(backup(here.targets.owner, ring, path('c.backup'))).rejects.toMatchObject({ code: 'EISDIR' });
  expect([existsSync(path('c.backup')), existsSync(path('c.backup.part'))]).toEqual([false, false]);
  const owner = await connectAs(here.targets.owner, 'test');
  const open = await owner.query(`select from pg_stat_activity where application_name like '%backup%'`).finally(() => owner.end());
  expect(open.rowCount).toBe(0);
});
