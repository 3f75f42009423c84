// The embedded server in the situations people meet: first start, second start, killed, already running, half made, another version, moved away from a closed folder,
// as an ordinary user. Where the tests run as root, the account is dropped as in production; else the ordinary way is what is tried.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chooseAccount } from './account.ts';
import { explainFailure } from './cluster-error.ts';
import { type Cluster, ClusterError, startCluster } from './index.ts';
import { readPostmaster } from './postmaster.ts';
import { startOf } from './process-table.ts';
import { isReachable } from './reachable.ts';

let top: string;
let data: string;
let number = 0;
const elsewhere: string[] = [];
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'anwang-cluster-'));
  chmodSync(top, 0o711);
});
beforeEach(() => {
  data = join(top, String(number++));
});
afterAll(() => {
  for (const folder of [top, ...elsewhere]) rmSync(folder, { recursive: true, force: true });
});

const ask = async (
  cluster: Pick<Cluster, 'host' | 'port' | 'secrets'>,
  sql: string,
  password = cluster.secrets.admin,
): Promise<unknown> => {
  const client = new pg.Client({ host: cluster.host, port: cluster.port, user: 'postgres', password, database: 'postgres' });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
};
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof ClusterError ? `${error.code}: ${error.message}` : String(error)),
  );

/** Another process that starts the cluster and prints where it is, then waits to be killed. */
function spawnStart(folder: string, as?: { uid: number; gid: number }) {
  const script = `import { startCluster } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
    try { const c = await startCluster({ data: ${JSON.stringify(folder)} }); console.log(JSON.stringify({ host: c.host, database: c.database })); setInterval(() => {}, 1000); }
    catch (e) { console.log(JSON.stringify({ code: e.code, message: e.message })); }`;
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    ...as,
  });
}

async function startElsewhere(folder: string, as?: { uid: number; gid: number }): Promise<{ child: ChildProcess; said: string }> {
  const child = spawnStart(folder, as);
  const [chunk] = await once(child.stdout, 'data');
  return { child, said: String(chunk) };
}

test('a first start makes a server of version 18 behind a closed socket with a password; a second finds it again', async () => {
  const first = await startCluster({ data });
  expect(first.recoveredOrphan).toBe(false);
  expect(
    await ask(
      first,
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('fsync') as fsync, current_setting('listen_addresses') as listen, current_setting('data_checksums') as checksums`,
    ),
  ).toEqual({
    version: 18,
    fsync: 'on',
    listen: '',
    checksums: 'on',
  });
  await expect(ask(first, 'select 1', 'wrong')).rejects.toMatchObject({ code: '28P01' });
  expect(statSync(first.host).mode & 0o777).toBe(0o700);
  expect(statSync(join(data, 'postgres-passwords.json')).mode & 0o077).toBe(0);
  expect(readFileSync(join(first.database, 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#]*\btrust\b/m);
  await ask(first, 'create table kept (a int)');
  await first.stop();
  const second = await startCluster({ data });
  expect(await ask(second, `select count(*)::int as n from pg_class where relname = 'kept'`)).toEqual({ n: 1 });
  await second.stop();
  expect(readPostmaster(second.database)).toBeUndefined();
  expect(existsSync(join(data, 'lock'))).toBe(false);
});

test('a second server on the same folder is told so; after kill -9 of the first its orphan is taken over', async () => {
  const { child } = await startElsewhere(data);
  expect(await code(startCluster({ data }))).toMatch(/^alreadyRunning: .*already running.*kill \d+/s);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const orphan = readPostmaster(join(data, 'postgres'))?.pid ?? 0;
  expect(startOf(orphan)).toBeDefined();
  const cluster = await startCluster({ data });
  expect(cluster.recoveredOrphan).toBe(true);
  expect(startOf(orphan)).toBeUndefined();
  await ask(cluster, 'select 1');
  await cluster.stop();
});

test('a PostgreSQL that is killed alone is started again, and what was committed is there', async () => {
  const told: boolean[] = [];
  const cluster = await startCluster({ data, onRestart: ({ restarted }) => told.push(restarted) });
  await ask(cluster, 'create table kept (a int)');
  process.kill(readPostmaster(cluster.database)?.pid ?? 0, 'SIGKILL');
  for (let i = 0; i < 200 && told.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toContain(true);
  expect(await ask(cluster, `select count(*)::int as n from pg_class where relname = 'kept'`)).toEqual({ n: 1 });
  await cluster.stop();
});

// A server that is about to end has taken its file away and is alive for a moment yet: under load a stop met one, and told of a lost folder.
test('a PostgreSQL that lives on while its file is gone is ended, and its folder is not said to be lost', async () => {
  const cluster = await startCluster({ data, quick: true });
  const { pid } = readPostmaster(cluster.database) ?? { pid: 0 };
  rmSync(join(cluster.database, 'postmaster.pid'));
  expect(await code(cluster.stop())).toBe('no error');
  expect(startOf(pid)).toBeUndefined();
});

test('a folder that is removed under it leaves no PostgreSQL behind, and the stop says so', async () => {
  const cluster = await startCluster({ data, quick: true });
  const pid = readPostmaster(cluster.database)?.pid ?? 0;
  rmSync(data, { recursive: true });
  expect(await code(cluster.stop())).toMatch(/^folderGone: .*restore the last backup/s);
  expect(startOf(pid)).toBeUndefined();
});

test('a folder that was being made when the power went is made anew; one that is not ours is left alone with a sentence', async () => {
  mkdirSync(join(data, 'postgres.half', 'base'), { recursive: true });
  writeFileSync(join(data, 'postgres.half', 'PG_VERSION'), '18\n');
  const cluster = await startCluster({ data, quick: true });
  await ask(cluster, 'select 1');
  await cluster.stop();
  rmSync(join(cluster.database, 'global'), { recursive: true });
  expect(await code(startCluster({ data }))).toMatch(/^halfMade: .*restore/s);
  expect(existsSync(join(cluster.database, 'base'))).toBe(true);
});

test('a kill -9 while initdb works leaves nothing that the next start would take for a database', async () => {
  const child = spawnStart(data);
  const begun = () => existsSync(data) && readdirSync(data).some((name) => existsSync(join(data, name, 'PG_VERSION')));
  for (let i = 0; i < 3000 && !begun(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(join(data, 'postgres'))).toBe(false);
  const cluster = await startCluster({ data, quick: true });
  await ask(cluster, 'select 1');
  await cluster.stop();
  // What the killed initdb still wrote goes at the next start.
  await (await startCluster({ data, quick: true })).stop();
});

test('the file of passwords missing or damaged beside a database is a sentence, and no new one is made', async () => {
  const cluster = await startCluster({ data, quick: true });
  await cluster.stop();
  const file = join(data, 'postgres-passwords.json');
  rmSync(file);
  expect(await code(startCluster({ data }))).toMatch(/^halfMade: .*it is missing.*Put it back/s);
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, '{"admin":');
  expect(await code(startCluster({ data }))).toMatch(/^halfMade: .*not JSON/s);
  expect(existsSync(join(data, 'lock'))).toBe(false);
});

test('data of another version is named', async () => {
  mkdirSync(join(data, 'postgres', 'global'), { recursive: true });
  writeFileSync(join(data, 'postgres', 'PG_VERSION'), '16\n');
  writeFileSync(join(data, 'postgres', 'global', 'pg_control'), '');
  expect(await code(startCluster({ data }))).toMatch(/^wrongVersion: .*PostgreSQL 16/s);
});

test('a full disk and a forbidden folder have their sentences', () => {
  const full = explainFailure('made', '/data', 'initdb: error: could not write to file "x": No space left on device');
  expect([full.code, full.message]).toEqual(['diskFull', expect.stringContaining('Free some space')]);
  const closed = explainFailure('started', '/data', 'FATAL:  could not open file "x": Permission denied');
  expect([closed.code, closed.message]).toEqual(['notReachable', expect.stringContaining('--data')]);
  const elsewhere = explainFailure(
    'made',
    '/data',
    'sh: 1: cannot create /dev/null: Permission denied\ninitdb: removing contents of data directory "/data/x"\n',
  );
  expect([elsewhere.code, elsewhere.message]).toEqual(['startFailed', expect.stringContaining('/dev/null: Permission denied')]);
  const files = [
    "EACCES: permission denied, mkdir '/data/postgres'",
    '/opt/bin/initdb: could not access directory "/data/postgres": Permission denied',
  ];
  for (const line of files) expect(explainFailure('made', '/data', `${line}\ninitdb: removing contents\n`).code, line).toBe('notReachable');
  expect(explainFailure('started', '/data', 'LOG: a\nFATAL:  bogus\n').message).toContain('FATAL:  bogus');
});

test('an account is chosen for root only, from the password file', () => {
  const passwd = join(top, 'passwd');
  writeFileSync(passwd, 'root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n');
  const none = join(top, 'none');
  expect(chooseAccount(none, passwd, 1000)).toBeUndefined();
  expect(chooseAccount(none, passwd, 0)).toEqual({ name: 'nobody', uid: 65534, gid: 65534 });
  writeFileSync(passwd, 'root:x:0:0::/:/bin/sh\n');
  expect(() => chooseAccount(none, passwd, 0)).toThrow(/useradd --system postgres/);
});

test('reachability follows the mode bits of every folder above', () => {
  const deep = join(data, 'a', 'b');
  mkdirSync(deep, { recursive: true });
  const other = { name: 'x', uid: (process.getuid?.() ?? 0) + 12345, gid: 54321 };
  expect(isReachable(deep, other)).toBe(true);
  chmodSync(join(data, 'a'), 0o700);
  expect(isReachable(deep, other)).toBe(false);
  expect(isReachable(join(deep, 'not', 'made', 'yet'), other)).toBe(false);
  chmodSync(join(data, 'a'), 0o755);
});

test('in a folder that other users may not enter the server runs all the same, and is found again', async () => {
  mkdirSync(data, { mode: 0o700 });
  const first = await startCluster({ data: join(data, 'inside') });
  await ask(first, 'create table kept (a int)');
  await first.stop();
  const root = process.getuid?.() === 0;
  if (root) elsewhere.push(first.database);
  // As root the files lie outside and a sentence says so; as an ordinary user nothing needs to move.
  expect(dirname(first.database) === join(data, 'inside')).toBe(!root);
  expect(first.notices.join(' ').includes('may not enter')).toBe(root);
  const second = await startCluster({ data: join(data, 'inside') });
  expect(await ask(second, `select count(*)::int as n from pg_class where relname = 'kept'`)).toEqual({ n: 1 });
  await second.stop();
  // The folder is removed and begun again: what lies outside of the earlier one is not taken for its own.
  rmSync(join(data, 'inside'), { recursive: true });
  const third = await startCluster({ data: join(data, 'inside') });
  if (root) elsewhere.push(third.database);
  expect(await ask(third, `select count(*)::int as n from pg_class where relname = 'kept'`)).toEqual({ n: 0 });
  expect(third.notices.join(' ').includes(`still lie in ${first.database}`)).toBe(root);
  await third.stop();
});

test('an ordinary user starts it as himself', async () => {
  const account = chooseAccount(data);
  mkdirSync(data);
  if (account) chownSync(data, account.uid, account.gid);
  const { child, said } = await startElsewhere(data, account ? { uid: account.uid, gid: account.gid } : undefined);
  const { database } = JSON.parse(said) as { database: string };
  expect(statSync(database).uid).toBe(account?.uid ?? process.getuid?.());
  child.kill('SIGKILL');
  await once(child, 'exit');
  // Root in the folder of another user: the orphan is taken over, the files stay that user's.
  const cluster = await startCluster({ data });
  expect(cluster.recoveredOrphan).toBe(true);
  expect([statSync(database).uid, statSync(join(data, 'run')).uid, statSync(join(data, 'postgres.log')).uid]).toEqual(
    Array(3).fill(account?.uid ?? process.getuid?.()),
  );
  await cluster.stop();
});
