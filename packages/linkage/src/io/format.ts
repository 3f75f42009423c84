// In which format is a file? By its first bytes where they tell (Parquet), else by its name.

import { open, stat } from 'node:fs/promises';
import { readingProblem } from './classify.ts';
import { LinkageProblem } from './problem.ts';

export type Format = 'parquet' | 'csv' | 'json-lines';

const BY_NAME: readonly (readonly [RegExp, Format])[] = [
  [/\.(parquet|pq)$/i, 'parquet'],
  [/\.(csv|tsv|txt)$/i, 'csv'],
  [/\.(jsonl|ndjson|jsonlines|json)$/i, 'json-lines'],
];

/** The format of a file that exists, is a file, may be read and is not empty; a problem otherwise. */
export const formatOf = async (file: string): Promise<Format> => {
  try {
    const about = await stat(file);
    if (about.isDirectory()) throw new LinkageProblem({ code: 'not-a-file', file });
    if (about.size === 0) throw new LinkageProblem({ code: 'empty-file', file });
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      if (buffer.toString('latin1', 0, bytesRead) === 'PAR1') return 'parquet';
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readingProblem(error, file);
  }
  const named = BY_NAME.find(([pattern]) => pattern.test(file));
  if (named === undefined) throw new LinkageProblem({ code: 'unknown-format', file });
  return named[1];
};
