// `npm start`: web build, database with the demo, server — one after the other, each a process of its own that says itself what is wrong.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync, type WriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { buildWeb } from './build-web.ts';
import { root } from './house/sources.ts';
import { demoAccounts } from './start/demo-accounts.ts';

const started = performance.now();
const options = {
  port: { type: 'string', default: '8080' },
  data: { type: 'string', default: '.anwang' },
  demo: { type: 'string', default: 'county' },
  county: { type: 'string', multiple: true },
  help: { type: 'boolean', default: false },
} as const;

function leave(code: number, zh: string, en: string): never {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(code);
}

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    leave(
      2,
      '參數不正確。可用：--port 埠號、--data 資料夾、--demo none|small|county、--county 縣市代碼',
      `Unknown option (${error instanceof Error ? error.message : error}). Known: --port, --data, --demo none|small|county, --county CODE.`,
    );
  }
}

const { port: portText, data: dataText, demo, county, help } = readOptions();
if (help)
  leave(
    0,
    '用法：npm start -- [--port 8080] [--data .anwang] [--demo none|small|county]；真實縣市：--demo none --county 66000（可重複）',
    'Usage: npm start -- [--port 8080] [--data .anwang] [--demo none|small|county]; a real county: --demo none --county 66000 (again for more). DATABASE_URL uses a PostgreSQL of your own.',
  );
const port = Number(portText);
if (!Number.isInteger(port) || port < 1 || port > 65535)
  leave(2, `埠號 ${portText} 不是 1 到 65535 的整數。`, `--port ${portText} is not a whole number from 1 to 65535.`);
if (!['none', 'small', 'county'].includes(demo))
  leave(2, `--demo 只能是 none、small 或 county，不是 ${demo}。`, `--demo is none, small or county, not ${demo}.`);
const data = resolve(root, dataText);

/** Why the port cannot be taken now, if so; the server checks again, this only says it before three minutes of filling. */
function portTrouble(): Promise<string | undefined> {
  return new Promise((answer) => {
    const probe = createServer()
      .once('error', (error: NodeJS.ErrnoException) => answer(error.code ?? 'EADDRINUSE'))
      .listen(port, '127.0.0.1', () => probe.close(() => answer(undefined)));
  });
}

let logFile: WriteStream | undefined;
/** DATA/server.log, appended; the data folder is there by the time anything is logged. */
function log(): WriteStream {
  // A file that failed (a full disk) is opened again with the next line.
  logFile ??= createWriteStream(join(data, 'server.log'), { flags: 'a', mode: 0o600 }).on('error', () => (logFile = undefined));
  return logFile;
}

let running: ChildProcess | undefined;
let stopping = false;

/** Runs one of our own entry points to its end; resolves with its exit code. */
function run(entry: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, entry), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Log lines are for the file, sentences for the person.
    if (line.startsWith('{')) {
      log().write(`${line}\n`);
      if (/"code":"(53100|ENOSPC)"/.test(line)) tellFull();
    } else if (line.startsWith('listening ')) announce();
    else process.stdout.write(`${line}\n`);
  });
  return new Promise((done) =>
    child.on('exit', (code, signal) => {
      if (signal !== null && !stopping)
        process.stderr.write(
          `程序被強制結束（${signal}）。已確認的資料都在；再執行一次 npm start 即可接續。\nA process of ours was killed (${signal}). Nothing acknowledged is lost: run npm start again and it goes on.\n`,
        );
      done(code ?? (signal ? 1 : 0));
    }),
  );
}

let toldFull = Number.NEGATIVE_INFINITY;
/** The log lies on the same disk: what it cannot hold is said here, once a minute. */
function tellFull(): void {
  if (performance.now() - toldFull < 60_000) return;
  toldFull = performance.now();
  process.stderr.write(
    '磁碟已滿：新的通報與紀錄暫時無法儲存，已確認的資料都在。請騰出空間，系統會自行恢復。\nThe disk is full: nothing new can be kept for the moment; what was acknowledged is safe. Free some space, and it goes on by itself.\n',
  );
}

function announce(): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`\n安網已就緒 Anwang is ready: http://127.0.0.1:${port}  (${seconds} s)\n`);
  const accounts = join(data, 'demo-accounts.json');
  if (existsSync(accounts)) process.stdout.write(demoAccounts(JSON.parse(readFileSync(accounts, 'utf8'))));
  process.stdout.write(`紀錄 Log: ${join(data, 'server.log')}\nCtrl-C 停止 stops everything.\n`);
}

// The terminal sends Ctrl-C to the whole group; a signal sent to this process alone is passed on. The child decides when it is safe to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stopping = true;
    running?.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  });

const trouble = await portTrouble();
if (trouble === 'EACCES')
  leave(
    1,
    `此使用者不得使用埠號 ${port}（1023 以下通常保留給 root）。請用 --port 換一個，例如 npm start -- --port 8080。`,
    `This user may not listen on port ${port} (those below 1024 are usually root’s). Choose another one, e.g. npm start -- --port 8080.`,
  );
if (trouble !== undefined)
  leave(
    1,
    `埠號 ${port} 已被其他程式使用。請用 --port 換一個，例如 npm start -- --port ${port + 1}。`,
    `Port ${port} is in use by another program. Choose another one, e.g. npm start -- --port ${port + 1}.`,
  );

/** Ctrl-C before there is anything to serve: what is made so far stays. */
function leaveStopped(): never {
  leave(130, '已停止；再執行一次 npm start 會從這裡接續。', 'Stopped. Run npm start again and it goes on from here.');
}

const web = await buildWeb();
if (stopping) leaveStopped();
if (!web.ok) leave(1, `網頁建置失敗：\n${web.output}`, 'Building the web failed; see above.');
if (!web.cached) process.stdout.write(`網頁建置完成 Web built (${web.seconds.toFixed(1)} s)\n`);

const counties = (county ?? []).flatMap((code) => ['--county', code]);
const filled = await run('apps/cli/src/main.ts', ['seed', '--data', data, '--demo', demo, ...counties]);
if (stopping) leaveStopped();
if (filled !== 0) process.exit(filled);
const served = await run('apps/server/src/main.ts', ['--data', data, '--port', String(port)]);
process.exitCode = stopping ? 0 : served;
