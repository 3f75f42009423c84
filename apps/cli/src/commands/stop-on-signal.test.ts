// A signal in the middle of a command: its PostgreSQL ends with it, and the next start finds a folder that was left in order.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const main = join(import.meta.dirname, '..', 'main.ts');

test.concurrent.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s while the demo is written leaves no PostgreSQL behind',
  async (signal, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'anwang-stop-'));
    // As root PostgreSQL runs as another user, who must come through.
    chmodSync(folder, 0o755);
    const data = join(folder, 'data');
    const words = ['--disable-warning=ExperimentalWarning', main, 'seed', '--demo', 'county', '--data', data];
    const seed = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      const ended = once(seed, 'exit');
      let said = '';
      seed.stderr.on('data', (text) => (said += String(text)));
      await Promise.race([once(seed.stdout, 'data'), ended]);
      const server = join(data, 'postgres', 'postmaster.pid');
      expect(existsSync(server), said).toBe(true);
      seed.kill(signal);
      const [left]: unknown[] = await ended;
      expect([left, said]).toEqual([code, '']);
      expect(existsSync(server)).toBe(false);
    } finally {
      seed.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
