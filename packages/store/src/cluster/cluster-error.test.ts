import { expect, test } from 'vitest';
import { explainFailure } from './cluster-error.ts';

test('a file where the data folder should be is said to be one', () => {
  const found = explainFailure('made', '/srv/anwang', "Error: EEXIST: file already exists, mkdir '/srv/anwang'");
  expect([found.code, found.zh, found.message]).toEqual([
    'badFolder',
    '/srv/anwang 是檔案，不是資料夾。請以 --data 指定其他資料夾。',
    '/srv/anwang is a file, not a folder. Choose another folder with --data DIR.',
  ]);
  expect(explainFailure('made', '/srv/anwang', 'ENOTDIR: not a directory').code).toBe('badFolder');
});
