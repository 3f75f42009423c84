// The verbs of the command on real files: what each leaves behind and says.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, EXAMPLES, fileIn, PEOPLE, ROLES } from '../testing/call-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linkage-command-'));
});
afterAll(() => rm(folder, { recursive: true }));
const csv = (name: string, text: string): Promise<string> => fileIn(folder, name, text);

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
