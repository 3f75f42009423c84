// Reads model.json and labels; says what is wrong with them.

import { readFile } from 'node:fs/promises';
import type { Engine } from '../engine/index.ts';
import { LinkageProblem, load, readingProblem } from '../io/index.ts';
import { type Model, parseModel } from '../model/index.ts';
import type { Label } from '../run/index.ts';

/** The model in a file. */
export const readModel = async (file: string): Promise<Model> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw readingProblem(error, file);
  });
  try {
    return parseModel(JSON.parse(text));
  } catch (error) {
    throw new LinkageProblem(
      { code: 'bad-model', file, detail: error instanceof Error ? error.message.split('\n')[0]! : String(error) },
      error,
    );
  }
};

const YES = /^(1|true|yes|y|same|是|同)$/i;
const NO = /^(0|false|no|n|different|否|不同)$/i;

/** Labels from files with the columns id_l, id_r and same (1 or 0); rows without an answer are left out. */
export const readLabels = async (engine: Engine, files: readonly string[]): Promise<Label[]> => {
  if (files.length === 0) return [];
  const labels: Label[] = [];
  for (const [i, file] of files.entries()) {
    const table = `labels${i}`;
    await load(engine, [file], { table, needed: ['id_l', 'id_r', 'same'], wanted: [] });
    const rows = await engine.rows<{ id_l: string | null; id_r: string | null; same: string | null }>(
      `SELECT id_l, id_r, same FROM ${table}`,
    );
    for (const [r, row] of rows.entries()) {
      if (row.same === null || /^(\?|unsure|不確定)$/i.test(row.same.trim())) continue;
      const same = YES.test(row.same.trim()) ? true : NO.test(row.same.trim()) ? false : undefined;
      if (same === undefined || row.id_l === null || row.id_r === null) {
        throw new LinkageProblem({ code: 'bad-labels', file, line: r + 2, detail: `${row.id_l ?? ''}, ${row.id_r ?? ''}, ${row.same}` });
      }
      labels.push({ idL: row.id_l, idR: row.id_r, same });
    }
  }
  return labels;
};
