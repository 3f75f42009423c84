// What every text reader gives: the columns at once, the rows as they are read, and notes that are complete once all rows are read.

import type { Note } from './notes.ts';

export interface TextRows {
  readonly columns: readonly string[];
  rows(): AsyncGenerator<readonly (readonly (string | null)[])[]>;
  readonly notes: readonly Note[];
}
