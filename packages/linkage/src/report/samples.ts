// Which pairs does the report show, and what is there to see in them?
// Two sure ones, two just above and two just below the threshold, one clearly apart: those from which a reader learns where the line runs.

import type { Engine } from '../engine/index.ts';
import { literal, name } from '../io/index.ts';
import type { Model } from '../model/index.ts';
import { type Row, scorePair } from '../reference/index.ts';
import type { Words } from '../roles/index.ts';
import type { SamplePair, SampleStep } from './run-report.ts';

interface EdgeRow extends Record<string, unknown> {
  readonly id_l: string;
  readonly id_r: string;
  readonly probability: number;
}

/** Of values that stand there on both sides: who sees two equal ones would wonder at "missing". */
const UNUSABLE: Words = { zh: '不可用：佔位、無效或讀不懂的值', en: 'not usable: a placeholder, not valid or not readable' };

/** A pair scored and laid out for reading; `row` values are as they stand in the source. */
export const describePair = (model: Model, idL: string, a: Row, idR: string, b: Row): SamplePair => {
  const score = scorePair(model, a, b);
  const steps = score.evidence.map((e): SampleStep => {
    const comparison = model.comparisons.find((c) => c.id === e.comparison);
    const values = (comparison?.columns ?? []).map((column) => ({ column, left: a[column] ?? null, right: b[column] ?? null }));
    const missing = e.level === 'missing';
    const written = (side: 'left' | 'right') => values.some((value) => (value[side] ?? '').trim() !== '');
    const unusable = missing && written('left') && written('right');
    return {
      label: e.label,
      levelLabel: unusable ? UNUSABLE : e.levelLabel,
      missing,
      unusable,
      bits: e.bits,
      frequencyBits: e.frequencyBits,
      values,
    };
  });
  return {
    idL,
    idR,
    weight: score.weight,
    probability: score.probability,
    linked: score.probability >= model.threshold,
    priorBits: score.priorBits,
    interactionBits: score.interactionBits,
    relatedBits: score.relatedBits,
    steps,
  };
};

/** Where the raw rows of a side lie. */
export interface RowTable {
  readonly table: string;
  readonly id: string;
}

/** The raw rows of some ids, by id; ids that are not there are left out. */
export const fetchRows = async (engine: Engine, source: RowTable, ids: readonly string[]): Promise<Map<string, Row>> => {
  if (ids.length === 0) return new Map();
  const id = name(engine, source.id);
  const rows = await engine.rows<Record<string, string | null>>(
    `SELECT * FROM ${name(engine, source.table)} WHERE ${id} IN (${[...new Set(ids)].map(literal).join(', ')})`,
  );
  return new Map(rows.map((row) => [String(row[source.id]), row]));
};

/** Chooses pairs of the table `edges` for the report. */
export const samplePairs = async (engine: Engine, model: Model, edges: string, left: RowTable, right: RowTable): Promise<SamplePair[]> => {
  const t = model.threshold;
  const pick = (where: string, order: string, n: number): Promise<EdgeRow[]> =>
    engine.rows<EdgeRow>(`SELECT id_l, id_r, probability FROM ${edges} WHERE ${where} ORDER BY ${order}, id_l, id_r LIMIT ${n}`);
  const rows = [
    ...(await pick(`probability >= ${Math.max(t, 0.99)}`, 'abs(weight - 20)', 2)),
    ...(await pick(`probability >= ${t}`, 'probability', 2)),
    ...(await pick(`probability < ${t}`, 'probability DESC', 2)),
    ...(await pick(`probability < ${t}`, 'probability', 1)),
  ];
  const distinct = [...new Map(rows.map((row) => [`${row.id_l}\u0000${row.id_r}`, row])).values()].sort(
    (a, b) => b.probability - a.probability,
  );
  const lefts = await fetchRows(
    engine,
    left,
    distinct.map((row) => row.id_l),
  );
  const rights = await fetchRows(
    engine,
    right,
    distinct.map((row) => row.id_r),
  );
  return distinct.flatMap((row) => {
    const a = lefts.get(row.id_l);
    const b = rights.get(row.id_r);
    return a === undefined || b === undefined ? [] : [describePair(model, row.id_l, a, row.id_r, b)];
  });
};
