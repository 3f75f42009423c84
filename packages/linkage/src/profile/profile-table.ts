// Reads samples of a table in the engine and proposes roles from them.

import type { Engine } from '../engine/index.ts';
import { name } from '../io/index.ts';
import { type Profile, proposeRoles, type Sample } from './propose.ts';

const SAMPLE = 20_000;

/** Profiles a text table: samples at most 20,000 rows, looks at all rows for uniqueness. */
export const profileTable = async (engine: Engine, table: string, columns: readonly string[], rows: number): Promise<Profile> => {
  const every = Math.max(1, Math.floor(rows / SAMPLE));
  const from = name(engine, table);
  const numbered = `SELECT *, row_number() OVER (ORDER BY 1) AS lk_row FROM ${from}`;
  const picked = every === 1 ? `SELECT * FROM ${from}` : `SELECT * FROM (${numbered}) AS numbered WHERE lk_row % ${every} = 0`;
  const sample = await engine.rows<Record<string, string | null>>(picked);
  const counts = columns.map((c, i) => `count(DISTINCT ${name(engine, c)}) AS d${i}`);
  const [distinct] = await engine.rows<Record<string, number>>(`SELECT ${counts.join(', ')} FROM ${from}`);
  const samples = columns.map(
    (column, i): Sample => ({
      column,
      values: sample.map((row) => row[column] ?? null),
      unique: rows > 1 && Number(distinct?.[`d${i}`]) === rows,
    }),
  );
  return proposeRoles(samples);
};
