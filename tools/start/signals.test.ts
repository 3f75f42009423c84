// A supervisor, or `kill`, knows the process id of npm alone: what it sends there must reach the program, and nothing may be left running.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const groupAlive = (leader: number) => {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
};

test('every script becomes the program itself: a shell in between keeps signals to itself', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const ours = Object.values(scripts).filter((script) => script.includes('bootstrap.mjs'));
  expect(ours.length).toBeGreaterThan(5);
  expect(ours.filter((script) => !script.startsWith('exec node '))).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s to npm alone ends the program, which cleans up', async (signal) => {
  const folder = mkdtempSync(join(tmpdir(), 'anwang-signals-'));
  try {
    const words = ['dedupe', '--input', join(root, 'packages/linkage/examples/people.csv'), '--id', 'record_id'];
    const roles = ['name=full-name', 'birth_date=birth-date', 'address=address'].flatMap((role) => ['--role', role]);
    const npm = spawn('npm', ['run', '-s', 'linkage', '--', ...words, ...roles, '--out', join(folder, 'out')], {
      cwd: root,
      stdio: 'ignore',
      detached: true,
    });
    const ended = new Promise((done) => npm.once('exit', done));
    const begun = () => readdirSync(folder).some((name) => name.startsWith('out.part-'));
    while (!begun() && npm.exitCode === null) await new Promise((wake) => setTimeout(wake, 10));
    expect(begun()).toBe(true);
    npm.kill(signal);
    await ended;
    while (groupAlive(npm.pid ?? 0)) await new Promise((wake) => setTimeout(wake, 20));
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
