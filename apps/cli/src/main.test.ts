import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const run = (...words: string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts'), ...words], {
    encoding: 'utf8',
  });

describe('the command line', () => {
  it.each([
    [['nonsense'], 2, /There is no command “nonsense”/],
    [['seed', '--demo', 'big'], 2, /none, small or county, not big/],
    [['seed', '--nonsense'], 2, /參數不正確（.*--nonsense[\s\S]*--nonsense[\s\S]*seed --demo/],
    [['audit'], 2, /There is no command “audit”[\s\S]*audit verify[\s\S]*docs\/guides\/audit.md/],
    [['audit', 'verify', '--person', 'x'], 2, /沒有 --person[\s\S]*“audit verify” takes no --person/],
    [['backup', 'one', 'two'], 2, /There is no command “backup one two”/],
    [['vault', 'rotate', 'now'], 2, /There is no command “vault rotate now”/],
    [['master', 'rotate', 'now'], 2, /There is no command “master rotate now”/],
    [['expunge', '--person', 'x'], 2, /Usage: anwang expunge/],
    [['expunge', '--person', 'x', '--order', '1', '--basis', 'b', '--by', 'y'], 2, /x is not a person id/],
    [['backup'], 2, /anwang backup FILE/],
    [['restore', 'there-is-no-such-file'], 2, /There is no backup file there-is-no-such-file/],
    [
      ['restore', import.meta.filename, '--keys', import.meta.filename, '--data', '/tmp/there-is-no-such-folder'],
      2,
      /There is no key file \/tmp\/there-is-no-such-folder\.keys\.json/,
    ],
    [['retention', 'hold', '--case', 'abc', '--order', '1', '--by', 'y'], 2, /abc is not an id/],
    [['retention', 'lift', '--hold', 'abc', '--by', 'y'], 2, /abc is not an id/],
    [['retention', 'lift'], 2, /Usage: anwang retention lift/],
    [['restore'], 2, /anwang restore FILE/],
    [['seed', '--demo', 'none', '--data', join(import.meta.filename, 'x')], 1, /main.test.ts: there is no such folder/],
    [['audit', 'verify', '--data', '/tmp/there-is-no-such-folder'], 2, /there-is-no-such-folder holds no data of Anwang/],
    [['backup', '/tmp/never-written', '--data', '/tmp/there-is-no-such-folder'], 2, /holds no data of Anwang/],
    [['bench', 'data', '--people', '3'], 2, /at least 1000/],
  ])('%j ends with %i and a sentence', (words, code, sentence) => {
    const { status, stderr } = run(...words);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(code);
  });

  it('names its commands and settings', () => {
    expect(run('--help').stdout).toMatch(/audit verify[\s\S]*master rotate[\s\S]*vault rotate[\s\S]*restore/);
    const { stdout, status } = run('restore', '--help');
    expect([status, stdout.split('\n').filter((line) => line.startsWith('  ')).length]).toEqual([0, 1]);
    expect(stdout).toMatch(/restore FILE \[--keys FILE\][\s\S]*docs\/guides\/backup.md/);
    expect(run('settings').stdout).toMatch(/DATABASE_URL/);
  });
});
