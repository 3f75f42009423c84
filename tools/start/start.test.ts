// What `npm start` says before it does anything: each trouble is a sentence in both languages that says what to do, and never a stack.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = (entry: string, words: readonly string[]) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '..', '..', entry), ...words],
    {
      encoding: 'utf8',
    },
  );
  return { status, stderr };
};
const start = (...words: string[]) => run('tools/start.ts', words);
let taken: Server;
let port = 0;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anwang-start-'));
  taken = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const address = taken.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  [['--port', 'x'], 2, /埠號 x 不是/, /--port x is not a whole number/],
  [['--port', '70000'], 2, /不是 1 到 65535/, /from 1 to 65535/],
  [['--demo', 'big'], 2, /--demo 只能是/, /none, small or county/],
  [['--data'], 2, /參數不正確/, /Known: --port, --data/],
  [['--nonsense'], 2, /參數不正確/, /Known: --port, --data/],
  [['--help'], 0, /用法/, /Usage: npm start/],
])('%j', (words, code, zh, en) => {
  const { status, stderr } = start(...words);
  expect(stderr).toMatch(zh);
  expect(stderr).toMatch(en);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(code);
});

test('a port in use is said at once, with the next one to try', () => {
  const { status, stderr } = start('--port', String(port));
  expect(stderr).toMatch(new RegExp(`埠號 ${port} 已被其他程式使用[\\s\\S]*Port ${port} is in use`));
  expect(stderr).toContain(`npm start -- --port ${port + 1}`);
  expect(status).toBe(1);
});

test('keys that are missing where a database lies, or damaged, are a sentence of seed and server alike', () => {
  const [without, damaged] = [join(folder, 'without'), join(folder, 'damaged')];
  mkdirSync(join(without, 'postgres'), { recursive: true });
  writeFileSync(`${damaged}.keys.json`, '{');
  for (const [entry, words] of [
    ['apps/cli/src/main.ts', ['seed', '--demo', 'none']],
    ['apps/server/src/main.ts', ['--port', '1']],
  ] as const)
    for (const [data, says] of [
      [without, /找不到金鑰檔[\s\S]*is missing[\s\S]*Put it back/],
      [damaged, /無法讀取[\s\S]*it is not JSON\. Put back/],
    ] as const) {
      const { status, stderr } = run(entry, [...words, '--data', data]);
      expect(stderr).toMatch(says);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(status).toBe(1);
    }
});
