import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, type Session } from './index.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const PEOPLE = join(EXAMPLES, 'people.csv');
const ROLES = ['name=full-name', 'sex=sex', 'birth_date=birth-date', 'national_id=identifier', 'phone=phone', 'address=address'].flatMap(
  (r) => ['--role', r],
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linkage-command-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const call = async (...args: string[]): Promise<Answer> => {
  let out = '';
  let err = '';
  const session: Session = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    columns: 0,
    signal: new AbortController().signal,
    onInterrupt: () => () => undefined,
  };
  return { code: await runCommand(args, session), out, err };
};

const csv = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

describe('a run and what is asked of it afterwards', () => {
  let out: string;
  beforeAll(async () => {
    out = join(folder, 'run');
    const answer = await call('dedupe', '--input', PEOPLE, '--id', 'record_id', ...ROLES, '--out', out, '--language', 'en');
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out).toMatch(/480 records, .* clusters/);
  });

  it('leaves exactly the five files', async () => {
    expect((await readdir(out)).sort()).toEqual(['clusters.parquet', 'edges.parquet', 'model.json', 'report.html', 'report.json']);
    const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'));
    expect(report).toMatchObject({ schemaVersion: 1, command: 'dedupe', records: 480, locale: 'zh-TW' });
    expect(report.samples.length).toBeGreaterThan(2);
    expect(report.seconds).toBeGreaterThan(0);
  });

  it('writes a page that needs nothing from elsewhere and holds both languages', async () => {
    const page = await readFile(join(out, 'report.html'), 'utf8');
    expect(page).not.toMatch(/<(script|link|img)|https?:|url\(/);
    expect(page).toContain('資料比對報告');
    expect(page).toContain('Record linkage report');
  });

  it('evaluates against the truth', async () => {
    const answer = await call('evaluate', '--run', out, '--truth', `${PEOPLE}:person_id`, '--json');
    expect(answer).toMatchObject({ code: 0, err: '' });
    const evaluation = JSON.parse(answer.out);
    expect(evaluation.records).toBe(480);
    expect(evaluation.clusters.f1).toBeGreaterThan(0.8);
    const text = await call('evaluate', '--run', out, '--truth', `${PEOPLE}:person_id`, '--language', 'en');
    expect(text.out).toMatch(/B-cubed +\d/);
  });

  it('explains a linked pair with its values and the sum', async () => {
    const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'));
    const { idL, idR, weight } = report.samples[0];
    const answer = await call('explain', '--run', out, idL, idR, '--json');
    expect(answer.code).toBe(0);
    const pair = JSON.parse(answer.out);
    expect(pair.weight).toBeCloseTo(weight, 6);
    const sum = pair.steps.reduce(
      (s: number, step: { bits: number; frequencyBits: number }) => s + step.bits + step.frequencyBits,
      pair.priorBits + pair.interactionBits + pair.relatedBits,
    );
    expect(sum).toBeCloseTo(pair.weight, 6);
    expect((await call('explain', '--run', out, idL, 'nobody')).err).toContain('nobody');
  });

  it('scores one record against the file, and pairs', async () => {
    const lines = (await readFile(PEOPLE, 'utf8')).split('\n');
    const full = lines
      .slice(1)
      .map((line) => line.split(','))
      .find((cells) => cells.length === 10 && cells.slice(2, 8).every((c) => c !== '' && !c.includes('"')));
    const [id, , name, , birth, national] = full!;
    const model = join(out, 'model.json');
    const record = JSON.stringify({ name, birth_date: birth, national_id: national });
    const one = await call('score', '--model', model, '--input', PEOPLE, '--id', 'record_id', '--record', record, '--json');
    expect(one).toMatchObject({ code: 0, err: '' });
    const { candidates } = JSON.parse(one.out);
    expect(candidates.map((c: { idR: string }) => c.idR)).toContain(id);
    const pairs = await csv('pairs.csv', `id_l,id_r\n${id},${id}\n`);
    const many = await call('score', '--model', model, '--input', PEOPLE, '--id', 'record_id', '--pairs', pairs, '--json');
    expect(many.code).toBe(0);
    expect(JSON.parse(many.out).probability).toBeGreaterThan(0.9);
  });

  it('asks questions and takes the answers', async () => {
    const questions = join(folder, 'questions.csv');
    expect(await call('ask', '--run', out, '--count', '5', '--out', questions, '--language', 'en')).toMatchObject({ code: 0, err: '' });
    const text = await readFile(questions, 'utf8');
    const rows = text.trim().split('\n').slice(1);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(5);
    const labels = await csv(
      'labels.csv',
      ['id_l,id_r,same', ...rows.map((row, i) => [...row.split(',').slice(0, 2), i % 2].join(','))].join('\n'),
    );
    const again = await call(
      'dedupe',
      '--input',
      PEOPLE,
      '--id',
      'record_id',
      ...ROLES,
      '--out',
      join(folder, 'labelled'),
      '--labels',
      labels,
      '--json',
    );
    expect(again).toMatchObject({ code: 0, err: '' });
  });

  it('updates an earlier run with new records', async () => {
    const next = join(folder, 'updated');
    const answer = await call('update', '--run', out, '--input', join(EXAMPLES, 'newcomers.csv'), '--out', next, '--json');
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(answer.out).records).toBe(600);
    const both = await call('explain', '--run', next, '1', '5', '--json');
    expect(both.code).toBe(0);
  });
});

describe('link', () => {
  it('links two files and names the sides', async () => {
    const out = join(folder, 'linked');
    const answer = await call(
      'link',
      '--left',
      PEOPLE,
      '--right',
      join(EXAMPLES, 'newcomers.csv'),
      '--id',
      'record_id',
      ...ROLES,
      '--out',
      out,
      '--json',
      '--one-to-one',
    );
    expect(answer).toMatchObject({ code: 0, err: '' });
    const report = JSON.parse(answer.out);
    expect(report.records).toBe(600);
    const truth = await call(
      'evaluate',
      '--run',
      out,
      '--truth',
      `${PEOPLE}:person_id`,
      '--truth',
      `${join(EXAMPLES, 'newcomers.csv')}:person_id`,
      '--json',
    );
    expect(truth.code).toBe(0);
    expect(JSON.parse(truth.out).records).toBe(600);
  });
});

describe('profile', () => {
  it('proposes roles and the command to go on with', async () => {
    const answer = await call('profile', PEOPLE, '--language', 'en');
    expect(answer.code).toBe(0);
    expect(answer.out).toContain('--role name=full-name');
    expect(answer.out).toContain('--id record_id');
    expect(answer.out).not.toContain('person_id=');
  });
});

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
