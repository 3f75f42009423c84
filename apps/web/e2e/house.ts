// A whole house for the browser tests: a temporary data folder with the small demo, its own PostgreSQL and the real server, as children
// of this process, beside a real OpenID Connect provider. The server can be stopped and started again; nothing stays when the tests end.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type OutsideProvider, startProvider } from './provider.ts';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

type DemoAccount = { username: string; name: string; role: string; unit: string };
export type House = {
  url: string;
  password: string;
  accounts: readonly DemoAccount[];
  provider: OutsideProvider;
  /** The server goes away, as when a machine is restarted. */
  down: () => Promise<void>;
  /** Comes back, if told with the built web of another folder. */
  up: (web?: string) => Promise<void>;
  stop: () => Promise<void>;
};

/** How often one address may try to sign in within an hour; every visitor of the tests has an address of their own. */
export const signInLimit = 20;

async function listening(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      if (/listening http:\S+/.test(said)) resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said.slice(-2000)}`)));
  });
}

/** A free port of this machine, so that the server knows its own address before it listens. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}

async function leave(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.removeAllListeners('exit');
  const left = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await left;
}

/** Seeds, serves, and gives the way to stop; takes about half a minute. */
export async function startHouse(): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'anwang-browser-'));
  const data = join(folder, 'data');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const [provider] = await Promise.all([
    startProvider(`${url}/api/session/oidc/oidc/callback`),
    run(process.execPath, [join(root, 'apps/cli/src/main.ts'), 'seed', '--data', data, '--demo', 'small'], {
      cwd: root,
      maxBuffer: 1 << 26,
    }),
  ]);
  const env = {
    ...process.env,
    ...provider.settings,
    ANWANG_TRUST_PROXY: '1',
    ANWANG_LIMIT_SIGN_IN: String(signInLimit),
  };
  let server: ChildProcess;
  const up = async (web?: string) => {
    const args = [join(root, 'apps/server/src/main.ts'), '--data', data, '--port', String(port)];
    server = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: web === undefined ? env : { ...env, ANWANG_WEB: web },
    });
    await listening(server);
  };
  await up();
  const demo: { password: string; accounts: DemoAccount[] } = JSON.parse(await readFile(join(data, 'demo-accounts.json'), 'utf8'));
  const stop = async () => {
    await leave(server);
    await provider.stop();
    // As root the files of PostgreSQL lie elsewhere; `postgres.at` remembers where.
    const elsewhere = (await readFile(join(data, 'postgres.at'), 'utf8').catch(() => '')).trim();
    if (elsewhere.startsWith('/')) await rm(elsewhere, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
  return { url, password: demo.password, accounts: demo.accounts, provider, down: () => leave(server), up, stop };
}
