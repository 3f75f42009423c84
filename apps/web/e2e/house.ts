// A whole house for the browser tests: a temporary data folder with the small demo, its own PostgreSQL and the real server, as children
// of this process. Nothing of it stays when the tests end.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

type DemoAccount = { username: string; name: string; role: string; unit: string };
export type House = { url: string; password: string; accounts: readonly DemoAccount[]; stop: () => Promise<void> };

async function listening(server: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      const found = /listening (http:\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said.slice(-2000)}`)));
  });
}

/** A free port of this machine, so that the server knows its own address before it listens. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}

/** Seeds, serves, and gives the way to stop; takes about half a minute. */
export async function startHouse(): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'anwang-browser-'));
  const data = join(folder, 'data');
  await run(process.execPath, [join(root, 'apps/cli/src/main.ts'), 'seed', '--data', data, '--demo', 'small'], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
  const server = spawn(process.execPath, [join(root, 'apps/server/src/main.ts'), '--data', data, '--port', String(await freePort())], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await listening(server);
  const demo: { password: string; accounts: DemoAccount[] } = JSON.parse(await readFile(join(data, 'demo-accounts.json'), 'utf8'));
  const stop = async () => {
    const ended = new Promise((done) => server.once('exit', done));
    server.removeAllListeners('exit');
    const left = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await Promise.race([ended, left]);
    // As root the files of PostgreSQL lie elsewhere; `postgres.at` remembers where.
    const elsewhere = (await readFile(join(data, 'postgres.at'), 'utf8').catch(() => '')).trim();
    if (elsewhere.startsWith('/')) await rm(elsewhere, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
  return { url, password: demo.password, accounts: demo.accounts, stop };
}
