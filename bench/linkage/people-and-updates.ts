// Two promises measured on taiwan-synthetic: what 200 answers by a person change, and how far an update is from a full run over the same records.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDuckdb } from '@anwang/linkage/engine';
import { evaluateTables } from '@anwang/linkage/evaluate';
import type { Places } from './accuracy.ts';
import type { BenchData } from './data.ts';
import { runSql } from './duckdb.ts';
import { judge } from './judge.ts';
import { runProcess } from './process.ts';
import { packedCommand, runOurs } from './tools.ts';

export interface Practice {
  readonly data: string;
  /** Cluster F1 without labels, and with the answers to so many questions that the tool chose. */
  readonly labels: number;
  readonly before: number;
  readonly after: number;
  /** Cluster F1 of a full run, of a run over four fifths updated by the last fifth, and how alike the two clusterings are (pair F1). */
  readonly full: number;
  readonly updated: number;
  readonly alike: number;
}

const literal = (path: string): string => `'${path.replaceAll("'", "''")}'`;
const command = async (...args: string[]) => runProcess(process.execPath, [await packedCommand(), ...args]);

/** Answers questions by the truth, as a person who knows would. */
const answer = async (data: BenchData, file: string, questions: string, labels: string): Promise<void> => {
  const truth = `SELECT CAST(${data.recordId} AS VARCHAR) AS id, ${data.truth} AS entity FROM read_parquet(${literal(file)})`;
  await runSql(
    `COPY (SELECT q.id_l, q.id_r, CASE WHEN a.entity = b.entity THEN 1 ELSE 0 END AS same
      FROM read_csv(${literal(questions)}, all_varchar = true, header = true) q JOIN (${truth}) a ON a.id = q.id_l JOIN (${truth}) b ON b.id = q.id_r)
     TO ${literal(labels)} (HEADER)`,
  );
};

const alike = async (one: string, other: string): Promise<number> => {
  const engine = await openDuckdb({ threads: 2 });
  const clusters = (folder: string): string =>
    `SELECT CAST(id AS VARCHAR) AS id, CAST(cluster AS VARCHAR) AS cluster FROM read_parquet(${literal(join(folder, 'clusters.parquet'))})`;
  try {
    await engine.run(`CREATE TABLE truth AS SELECT id, cluster AS entity FROM (${clusters(one)})`);
    await engine.run(`CREATE TABLE clusters AS ${clusters(other)}`);
    await engine.run(`CREATE TABLE edges AS SELECT '' AS id_l, '' AS id_r, 0.0 AS probability WHERE false`);
    return (await evaluateTables(engine, { truth: 'truth', edges: 'edges', clusters: 'clusters', threshold: 1 })).clusters.f1;
  } finally {
    await engine.close();
  }
};

/** Runs both on one Parquet data set of Taiwanese persons. */
export const measurePractice = async (data: BenchData, file: string, places: Places, labels = 200): Promise<Practice> => {
  const at = (name: string): string => join(places.work, `practice-${name}`);
  const full = await runOurs(data, file, at('full'));
  const before = (await judge(data, file, at('full'), full.threshold, false)).clusters.f1;
  await command('ask', '--run', at('full'), '--count', String(labels), '--out', at('questions.csv'), '--quiet');
  await answer(data, file, at('questions.csv'), at('labels.csv'));
  const taught = await runOurs(data, file, at('taught'), { labels: at('labels.csv') });
  const after = (await judge(data, file, at('taught'), taught.threshold, false)).clusters.f1;

  for (const [name, where] of [
    ['old', '% 5 <> 0'],
    ['new', '% 5 = 0'],
  ]) {
    await runSql(
      `COPY (SELECT * FROM read_parquet(${literal(file)}) WHERE ${data.recordId} ${where}) TO ${literal(at(`${name}.parquet`))} (FORMAT parquet)`,
    );
  }
  await runOurs(data, at('old.parquet'), at('old'));
  const ran = await command('update', '--run', at('old'), '--input', at('new.parquet'), '--out', at('updated'), '--json', '--no-samples');
  await writeFile(at('updated.json'), ran.out);
  const updated = (await judge(data, file, at('updated'), full.threshold, false)).clusters.f1;
  return { data: data.id, labels, before, after, full: before, updated, alike: await alike(at('full'), at('updated')) };
};
