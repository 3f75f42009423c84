// Odd but right input is answered for; what is wrong is said in both languages, and nothing is left behind.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, EXAMPLES, fileIn, PEOPLE, ROLES } from '../testing/call-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linkage-command-'));
  // What an earlier run left is asked for wrongly below.
  await call('dedupe', '--input', PEOPLE, '--id', 'record_id', ...ROLES, '--out', join(folder, 'run'));
});
afterAll(() => rm(folder, { recursive: true }));
const csv = (name: string, text: string): Promise<string> => fileIn(folder, name, text);

describe('odd but right input', () => {
  const dedupe = (file: string, ...more: string[]) =>
    call(
      'dedupe',
      '--input',
      file,
      '--id',
      'id',
      '--role',
      'name=full-name',
      '--role',
      'born=birth-date',
      '--out',
      join(folder, 'odd'),
      '--json',
      ...more,
    );

  it.each([
    ['one row', 'id,name,born\n1,陳小明,1990-01-02\n', 1],
    ['all values missing', 'id,name,born\n1,,\n2,,\n3,,\n', 3],
    ['a constant column', 'id,name,born\n1,陳小明,1990-01-01\n2,陳小明,1985-02-03\n3,陳小明,1970-05-06\n', 3],
    ['a megabyte in one field', `id,name,born\n1,${'長'.repeat(350_000)},1990-01-01\n2,陳小明,1985-02-03\n`, 2],
  ])('answers for %s', async (_, text, records) => {
    const answer = await dedupe(await csv('odd.csv', text));
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(answer.out).records).toBe(records);
  });

  it('says when ids occur twice', async () => {
    const answer = await dedupe(await csv('twice.csv', 'id,name,born\n1,陳小明,1990-01-02\n1,林怡君,1985-02-03\n2,王大同,1970-05-06\n'));
    const report = JSON.parse(answer.out);
    expect(report.error?.code ?? report.warnings.map((w: { code: string }) => w.code)).toContain('duplicate-ids');
  });
});

describe('what is wrong is said', () => {
  const cases: [string, () => Promise<string[]>, RegExp, RegExp][] = [
    ['no verb', async () => ['frobnicate'], /no verb “frobnicate”/, /沒有「frobnicate」/],
    ['unknown option', async () => ['dedupe', '--inptu', 'x'], /no option --inptu/, /沒有 --inptu/],
    ['no input', async () => ['dedupe', '--id', 'id', '--out', 'x'], /--input is missing/, /少了 --input/],
    ['no id', async () => ['dedupe', '--input', PEOPLE, '--out', 'x'], /--id is missing/, /少了 --id/],
    [
      'no roles',
      async () => ['dedupe', '--input', PEOPLE, '--id', 'record_id', '--out', join(folder, 'x')],
      /--role COLUMN=ROLE is missing/,
      /少了 --role/,
    ],
    [
      'unknown role',
      async () => ['dedupe', '--input', PEOPLE, '--id', 'record_id', '--role', 'name=nickname', '--out', join(folder, 'x')],
      /role “nickname”/,
      /角色「nickname」/,
    ],
    [
      'unknown column',
      async () => ['dedupe', '--input', PEOPLE, '--id', 'record_id', '--role', 'nom=full-name', '--out', join(folder, 'x')],
      /no column “nom”/,
      /沒有「nom」/,
    ],
    [
      'unknown id column',
      async () => ['dedupe', '--input', PEOPLE, '--id', 'rid', ...ROLES, '--out', join(folder, 'x')],
      /no column “rid”/,
      /沒有「rid」/,
    ],
    [
      'missing file',
      async () => ['dedupe', '--input', 'nowhere.csv', '--id', 'id', '--role', 'a=phone', '--out', join(folder, 'x')],
      /no file nowhere\.csv/,
      /找不到檔案/,
    ],
    [
      'bad threshold',
      async () => ['dedupe', '--input', PEOPLE, '--id', 'record_id', ...ROLES, '--threshold', '7', '--out', join(folder, 'x')],
      /--threshold does not take “7”/,
      /--threshold 不接受/,
    ],
    ['not a run', async () => ['explain', '--run', folder, '1', '2'], /not the folder of a run/, /不是比對結果的資料夾/],
    [
      'not a model',
      async () => ['score', '--model', await csv('model.json', '{"a":1}'), '--input', PEOPLE, '--id', 'record_id', '--record', '{}'],
      /not a usable model/,
      /不是可用的模型/,
    ],
    [
      'not a record',
      async () => ['score', '--model', join(folder, 'run', 'model.json'), '--input', PEOPLE, '--id', 'record_id', '--record', '[1]'],
      /--record does not take/,
      /--record 不接受/,
    ],
    [
      'bad labels',
      async () => [
        'dedupe',
        '--input',
        PEOPLE,
        '--id',
        'record_id',
        ...ROLES,
        '--labels',
        await csv('l.csv', 'id_l,id_r,same\n1,2,maybe\n'),
        '--out',
        join(folder, 'x'),
      ],
      /label in line 2/,
      /第 2 列的標記/,
    ],
    [
      'truth that fits nothing',
      async () => ['evaluate', '--run', join(folder, 'run'), '--truth', `${await csv('t.csv', 'record_id,who\nzz,1\n')}:who`],
      /belongs to a record of this run/,
      /對上這次比對/,
    ],
    [
      'a folder in the way',
      async () => ['dedupe', '--input', PEOPLE, '--id', 'record_id', ...ROLES, '--out', EXAMPLES],
      /not the result of an earlier run/,
      /不是先前的比對結果/,
    ],
  ];
  it.each(cases)('%s, in both languages, with exit code 2 and nothing left behind', async (_, args, en, zh) => {
    const before = await readdir(folder);
    const given = await args();
    const inEnglish = await call(...given, '--language', 'en');
    expect(inEnglish).toMatchObject({ code: 2, out: '' });
    expect(inEnglish.err).toMatch(en);
    expect((await call(...given, '--language', 'zh-TW')).err).toMatch(zh);
    const asJson = JSON.parse((await call(...given, '--json')).out);
    expect(asJson.error.en).toMatch(en);
    expect((await readdir(folder)).filter((f) => !before.includes(f) && !f.endsWith('.csv') && f !== 'model.json')).toEqual([]);
  });

  it('shows help in both languages', async () => {
    expect((await call('--help', '--language', 'en')).out).toContain('find records of the same person');
    const bare = await call();
    expect(bare.code).toBe(2);
    expect(bare.out).toContain('找出同一個人的紀錄');
  });
});
