// How does a world become a file?
// Rows stream into a temporary CSV file, and DuckDB turns that into Parquet in the order of scattered record numbers, so that no neighbour betrays a match.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { runSql } from '../duckdb.ts';
import { drawRows, type World } from './world.ts';

const COLUMNS = [
  'record_id',
  'source',
  'name',
  'sex',
  'birth_date',
  'national_id',
  'phone',
  'address',
  'person_id',
  'household_id',
] as const;

const cell = (value: string | number): string =>
  typeof value === 'string' && /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value);

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** A stride through 0..n-1 that visits every number once and neighbours far apart. */
const strideOf = (n: number): number => {
  let stride = Math.max(1, Math.floor(n * 0.6180339887));
  while (gcd(stride, n) !== 1) stride++;
  return stride;
};

/** Writes the world as Parquet; columns as in taiwan-synthetic: the last two are the truth. */
export const writeWorld = async (world: World, file: string): Promise<void> => {
  const draft = `${file}.draft.csv`;
  const out = createWriteStream(draft, { highWaterMark: 1 << 20 });
  const stride = strideOf(world.rows);
  let buffer = `${COLUMNS.join(',')}\n`;
  let made = 0;
  let number = world.seed % world.rows;
  for (const row of drawRows(world)) {
    number = (number + stride) % world.rows;
    const cells = [
      number,
      row.source,
      row.name,
      row.sex,
      row.birth_date,
      row.national_id,
      row.phone,
      row.address,
      row.person_id,
      row.household_id,
    ];
    buffer += `${cells.map(cell).join(',')}\n`;
    if (++made % 10_000 === 0) {
      if (!out.write(buffer)) await once(out, 'drain');
      buffer = '';
    }
  }
  out.end(buffer);
  await once(out, 'close');
  const types = COLUMNS.map((c) => `'${c}': '${c.endsWith('_id') && c !== 'national_id' ? 'INTEGER' : 'VARCHAR'}'`).join(', ');
  try {
    await runSql(`COPY (SELECT * FROM read_csv('${draft.replaceAll("'", "''")}', header = true, columns = {${types}}, nullstr = '') ORDER BY record_id)
      TO '${file.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    await rm(draft, { force: true });
  }
};
