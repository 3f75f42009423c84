// `linkage evaluate --run DIR --truth FILE:COLUMN`: how good was the run, now that the truth is known?

import type { Engine } from '../engine/index.ts';
import { type Evaluation, evaluateTables } from '../evaluate/index.ts';
import { LinkageProblem, load, name } from '../io/index.ts';
import { percent, whole } from '../report/numbers.ts';
import { withEngine } from './open-engine.ts';
import { type EarlierRun, openRun, runTable } from './open-run.ts';
import { encodingOption, required, type Values } from './options.ts';
import { type Manner, type Session, say } from './session.ts';
import { printJson } from './summary.ts';

const split = (truth: string): { file: string; column: string } => {
  const at = truth.lastIndexOf(':');
  if (at <= 0 || at === truth.length - 1)
    throw new LinkageProblem({ code: 'bad-option', option: '--truth', value: truth, allowed: 'FILE:COLUMN' });
  return { file: truth.slice(0, at), column: truth.slice(at + 1) };
};

/** Ids are made unique over both sides of a link by the name of the side. */
const sideId = (link: boolean, source: string, id: string): string => (link ? `concat(${source}, '|', ${id})` : id);

const layOut = async (engine: Engine, run: EarlierRun, truths: readonly string[], values: Values, signal: AbortSignal): Promise<void> => {
  const link = run.report.inputs.length > 1;
  const selects: string[] = [];
  for (const [i, truth] of truths.entries()) {
    const { file, column } = split(truth);
    const sides = link && truths.length > 1 ? run.report.inputs.slice(i, i + 1) : run.report.inputs;
    for (const [s, side] of sides.entries()) {
      const table = `truth_${i}_${s}`;
      const id = values['truth-id'] ?? side.id;
      await load(engine, [file], { table, needed: [id, column], wanted: [], encoding: encodingOption(values), signal });
      selects.push(
        `SELECT ${sideId(link, `'${side.name}'`, `CAST(${name(engine, id)} AS VARCHAR)`)} AS id, ${name(engine, column)} AS entity FROM ${table} WHERE ${name(engine, column)} IS NOT NULL`,
      );
    }
  }
  const clusters = `SELECT ${sideId(link, 'source', 'CAST(id AS VARCHAR)')} AS id, CAST(cluster AS VARCHAR) AS cluster FROM ${runTable(engine, run, 'clusters')}`;
  await engine.store('lk_clusters', clusters);
  await engine.store(
    'lk_truth',
    `SELECT id, min(entity) AS entity FROM (${selects.join(' UNION ALL ')}) AS t WHERE id IN (SELECT id FROM lk_clusters) GROUP BY id`,
  );
  await engine.store(
    'lk_edges',
    `SELECT ${sideId(link, 'source_l', 'CAST(id_l AS VARCHAR)')} AS id_l, ${sideId(link, 'source_r', 'CAST(id_r AS VARCHAR)')} AS id_r, probability FROM ${runTable(engine, run, 'edges')}`,
  );
};

const lines = (e: Evaluation, run: EarlierRun, manner: Manner): string[] => {
  const row = (label: { zh: string; en: string }, q: { precision: number; recall: number; f1: number }, extra = ''): string =>
    `${say(label, manner).padEnd(26)} ${percent(q.precision).padStart(7)} ${percent(q.recall).padStart(7)} ${percent(q.f1).padStart(7)}${extra}`;
  const { expected } = run.report;
  return [
    say(
      {
        zh: `${whole(e.records)} 筆有標準答案的紀錄，${whole(e.entities)} 個對象，${whole(e.truePairs)} 對真配對。`,
        en: `${whole(e.records)} records with truth, ${whole(e.entities)} entities, ${whole(e.truePairs)} true pairs.`,
      },
      manner,
    ),
    `${''.padEnd(26)} ${say({ zh: '精確率', en: 'precis.' }, manner).padStart(7)} ${say({ zh: '召回率', en: 'recall' }, manner).padStart(7)} ${'F1'.padStart(7)}`,
    row({ zh: '配對（自選門檻）', en: 'pairs, own threshold' }, e.own, `  ≥ ${percent(e.own.threshold)}`),
    row({ zh: '配對（看答案選的最佳）', en: 'pairs, best threshold' }, e.best, `  ≥ ${percent(e.best.threshold)}`),
    row({ zh: '群（群內所有配對）', en: 'clusters (all pairs)' }, e.clusters),
    row({ zh: 'B-cubed', en: 'B-cubed' }, e.bCubed),
    row({ zh: '執行時的預期', en: 'as the run expected' }, expected),
    say(
      {
        zh: `留下的配對含 ${percent(e.ceiling)} 的真配對；最大群 ${whole(e.largestCluster)} 筆。`,
        en: `Kept pairs hold ${percent(e.ceiling)} of the true ones; the largest cluster has ${whole(e.largestCluster)} records.`,
      },
      manner,
    ),
  ];
};

export const evaluateCommand = async (session: Session, manner: Manner, values: Values): Promise<void> => {
  const run = await openRun(required(values.run, '--run'));
  const truths = values.truth ?? [];
  if (truths.length === 0) throw new LinkageProblem({ code: 'missing-option', option: '--truth FILE:COLUMN' });
  await withEngine(session, values, async (engine) => {
    await layOut(engine, run, truths, values, session.signal);
    const { threshold } = run.report;
    const evaluation = await evaluateTables(engine, { truth: 'lk_truth', edges: 'lk_edges', clusters: 'lk_clusters', threshold });
    if (evaluation.records === 0) throw new LinkageProblem({ code: 'no-truth', ...split(truths[0]!) });
    if (manner.json) printJson(session, { ...evaluation, expected: run.report.expected });
    else session.out(`${lines(evaluation, run, manner).join('\n')}\n`);
  });
};
