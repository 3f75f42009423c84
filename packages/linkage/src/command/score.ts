// `linkage score --model M`: how likely are given pairs, or which records of a file belong to one record at hand?

import type { Engine } from '../engine/index.ts';
import { LinkageProblem, load } from '../io/index.ts';
import type { Model } from '../model/index.ts';
import { type Row, scorePair } from '../reference/index.ts';
import { describePair, fetchRows } from '../report/index.ts';
import { bits, percent } from '../report/numbers.ts';
import { link } from '../run/index.ts';
import { pairLines } from './explain.ts';
import { withEngine } from './open-engine.ts';
import { countOption, encodingOption, required, shareOption, type Values } from './options.ts';
import { readModel } from './read-model.ts';
import { type Manner, type Session, say } from './session.ts';
import { loadSource, planDedupe } from './sources.ts';
import { printJson } from './summary.ts';

const parseRecord = (text: string): Row => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, v === null || v === '' ? null : String(v)]));
    }
  } catch {
    // Said below, with what would be right.
  }
  throw new LinkageProblem({ code: 'bad-option', option: '--record', value: text.slice(0, 60), allowed: '{"name":"陳小明", …}' });
};

/** Ids of the wanted pairs are fetched so many at a time. */
const BATCH = 5000;

const scorePairs = async (session: Session, manner: Manner, engine: Engine, model: Model, file: string, values: Values): Promise<void> => {
  const source = await loadSource(engine, planDedupe(values)[0]!, model.columns, session.signal);
  await load(engine, [file], {
    table: 'wanted',
    needed: ['id_l', 'id_r'],
    wanted: [],
    encoding: encodingOption(values),
    signal: session.signal,
  });
  const pairs = await engine.rows<{ id_l: string; id_r: string }>('SELECT id_l, id_r FROM wanted');
  for (let from = 0; from < pairs.length; from += BATCH) {
    const batch = pairs.slice(from, from + BATCH);
    const rows = await fetchRows(
      engine,
      source,
      batch.flatMap((p) => [p.id_l, p.id_r]),
    );
    for (const { id_l, id_r } of batch) {
      for (const id of [id_l, id_r])
        if (!rows.has(id)) throw new LinkageProblem({ code: 'unknown-record', id, where: source.report.files.join(', ') });
      const { weight, probability } = scorePair(model, rows.get(id_l)!, rows.get(id_r)!);
      session.out(
        manner.json
          ? `${JSON.stringify({ id_l, id_r, weight, probability })}\n`
          : `${id_l}\t${id_r}\t${bits(weight)}\t${percent(probability)}\n`,
      );
    }
  }
};

const scoreRecord = async (session: Session, manner: Manner, engine: Engine, model: Model, record: Row, values: Values): Promise<void> => {
  const right = await loadSource(engine, planDedupe(values)[0]!, model.columns, session.signal);
  const columns = [...new Set(model.columns.map((c) => c.column))];
  const appender = await engine.createTextTable('record', ['lk_record', ...columns]);
  appender.append(['record', ...columns.map((c) => record[c] ?? null)]);
  await appender.close();
  const result = await link(engine, {
    sources: [{ name: 'record', table: 'record', id: 'lk_record' }, right],
    roles: model.columns,
    locale: model.locale,
    model,
    workers: 0,
    secondRound: false,
    keepFrom: shareOption(values['keep-from'], '--keep-from') ?? 0.01,
    signal: session.signal,
  });
  const count = countOption(values.count, '--count', 1) ?? 10;
  const edges = await engine.rows<{ id_l: string; id_r: string; source_l: string }>(
    `SELECT id_l, id_r, source_l FROM ${result.tables.edges} ORDER BY probability DESC, weight DESC, id_r LIMIT ${count}`,
  );
  const ids = edges.map((e) => (e.source_l === 'record' ? e.id_r : e.id_l));
  const rows = await fetchRows(engine, right, ids);
  const found = ids.map((id) => describePair(model, 'record', record, id, rows.get(id)!));
  if (manner.json) printJson(session, { candidates: found });
  else if (found.length === 0) session.out(`${say({ zh: '沒有相近的紀錄。', en: 'No record comes near.' }, manner)}\n`);
  else session.out(`${found.map((pair) => `${pair.idR}\n${pairLines(pair, manner).join('\n')}`).join('\n\n')}\n`);
};

export const scoreCommand = async (session: Session, manner: Manner, values: Values): Promise<void> => {
  const model = await readModel(required(values.model, '--model'));
  session.loaded(true);
  await withEngine(session, values, async (engine) => {
    if (values.pairs !== undefined) await scorePairs(session, manner, engine, model, values.pairs, values);
    else await scoreRecord(session, manner, engine, model, parseRecord(required(values.record, '--record')), values);
  });
};
