#!/usr/bin/env node
// The only file that any Node >= 20.19 can run: it installs what is missing and hands over to the pinned Node 24.
// Plain JavaScript, no dependencies, so that `npm start` and `npm test` work on a fresh clone.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.anwang-installed');
const lock = join(root, '.install.lock');
const node24 = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** What each npm script runs, as a path from the root; the first word of the command line picks it. */
const entries = {
  start: 'tools/start.ts',
  test: 'tools/run-tests.ts',
  anwang: 'apps/cli/src/main.ts',
  linkage: 'packages/linkage/src/command/main.ts',
  bench: 'bench/run.ts',
  'test:spark': 'packages/linkage/spark/run.ts',
  generate: 'tools/generate.ts',
};

function say(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
}

/** Digest of every file that decides what is installed. */
function wanted() {
  const hash = createHash('sha256');
  const add = (file) => existsSync(file) && hash.update(file.slice(root.length)).update(readFileSync(file));
  add(join(root, 'package.json'));
  add(join(root, 'package-lock.json'));
  for (const group of ['packages', 'apps']) {
    const folder = join(root, group);
    if (existsSync(folder)) for (const member of readdirSync(folder).sort()) add(join(folder, member, 'package.json'));
  }
  for (const member of ['testkit', 'bench']) add(join(root, member, 'package.json'));
  return hash.digest('hex');
}

function installed(digest) {
  return existsSync(node24) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

/** Whether the process that wrote this lock still lives; undefined while nothing is written yet. */
function holderLives() {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    if (!(pid > 0)) return undefined;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'ESRCH' ? false : error.code === 'EPERM' ? true : undefined;
  }
}

/** One install at a time: a second process waits for the first; a lock whose process was killed, or that is older than ten minutes, is taken over. */
function withLock(work) {
  const deadline = Date.now() + 600_000;
  let said = false;
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        say(
          `無法寫入 ${root}（${error.code}）：請確認權限與磁碟空間。`,
          `${root} cannot be written (${error.code}): see to its permissions and to free disk space.`,
        );
        process.exit(1);
      }
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      const lives = holderLives();
      if (lives === false || (lives === undefined && age > 10_000) || age > 600_000 || Date.now() > deadline) {
        rmSync(lock, { recursive: true, force: true });
        continue;
      }
      if (!said && lives) say('另一個安裝正在進行，等它完成…', 'Another install is under way; waiting for it …');
      said ||= lives === true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function install(digest) {
  say('安裝所需套件（第一次約一至三分鐘）…', 'Installing what is missing (one to three minutes the first time) …');
  const npm = process.env.npm_execpath;
  // `npm install` with the lockfile and not `npm ci`: the latter refuses when a registry mirror lacks an optional package of some other platform.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (run.status !== 0 || !existsSync(node24)) {
    say(
      '安裝失敗：請看上面 npm 的訊息；網路恢復後再執行一次即可。',
      'Installing failed: see what npm says above, then run the same command again.',
    );
    process.exit(run.status || 1);
  }
  writeFileSync(stamp, digest);
}

const [name, ...rest] = process.argv.slice(2);
const entry = entries[name];
if (!entry) {
  say(`沒有這個指令：${name ?? ''}`, `No such command: ${name ?? ''}. Known: ${Object.keys(entries).join(', ')}`);
  process.exit(2);
}
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  say(
    `需要 Node 20.19 以上，現在是 ${process.versions.node}。`,
    `Node 20.19 or newer is needed to install; this is ${process.versions.node}.`,
  );
  process.exit(1);
}
const digest = wanted();
if (!installed(digest)) withLock(() => installed(digest) || install(digest));

// The pinned binary itself, not the shim, so that signals reach it and process ids are the real ones.
// Command lines take file names as typed where the person stands; npm itself has moved to the root.
const cwd = name === 'linkage' || name === 'anwang' ? (process.env.INIT_CWD ?? process.cwd()) : root;
const env = { ...process.env, PATH: `${join(modules, '.bin')}:${process.env.PATH ?? ''}` };
const child = spawn(node24, ['--disable-warning=ExperimentalWarning', join(root, entry), ...rest], { cwd, stdio: 'inherit', env });
// A signal may be meant for npm alone (a supervisor, `kill`): npm passes it on to what it started, which is this process because its scripts say `exec`, and from
// here it goes to the child. Ctrl-C in a terminal reaches the whole group besides; every entry takes the second for the first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
});
