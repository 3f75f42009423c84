// The sentences for a machine in trouble.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { explainTrouble } from './explain-trouble.ts';

const data = mkdtempSync(join(tmpdir(), 'anwang-trouble-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const failing = (message: string, more: object) => Object.assign(new Error(message), more);

test('a folder that may not be written names the path', () => {
  const shown = explainTrouble(failing('EACCES: permission denied', { code: 'EACCES', path: '/somewhere/keys.json.new' }), data);
  expect(shown).toMatchObject({ code: 'notReachable', message: expect.stringContaining('/somewhere/keys.json.new') });
});

test('a database that went away on a full disk is a full disk, by what it said last', () => {
  const lost = new Error('Connection terminated unexpectedly');
  expect(explainTrouble(lost, data)).toMatchObject({ code: 'startFailed' });
  writeFileSync(join(data, 'postgres.log'), 'PANIC:  could not write to file "pg_wal/xlogtemp.7": No space left on device\n');
  expect(explainTrouble(lost, data)).toMatchObject({ code: 'diskFull', zh: expect.stringContaining('磁碟已滿') });
  expect(explainTrouble(failing('write', { code: 'ENOSPC' }), data)).toMatchObject({ code: 'diskFull' });
});

test('a mistake of ours stays one', () => {
  const bug = new TypeError('x is not a function');
  expect(explainTrouble(bug, data)).toBe(bug);
});
