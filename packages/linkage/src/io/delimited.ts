// How does a delimited text file become rows of wanted columns?

import { createReadStream } from 'node:fs';
import { parseCsv } from './csv.ts';
import { type DecodeNotes, decode, type Encoding } from './decode.ts';
import { encodingNotes, type Note, raggedNote, renamedColumnNote } from './notes.ts';
import { LinkageProblem } from './problem.ts';
import type { TextRows } from './text-rows.ts';

const nameColumns = (header: readonly string[], file: string, notes: Note[]): string[] => {
  const names: string[] = [];
  for (const [i, raw] of header.entries()) {
    const name = raw.trim();
    let unique = name === '' ? `column${i + 1}` : name;
    for (let n = 2; names.includes(unique); n++) unique = `${name}_${n}`;
    if (unique !== name) notes.push(renamedColumnNote(file, unique));
    names.push(unique);
  }
  return names;
};

/** Opens a CSV file (any of four delimiters, any of four encodings): its columns at once, its rows as they are read. Empty fields are null. */
export const openDelimited = async (file: string, encoding: Encoding): Promise<TextRows> => {
  const notes: Note[] = [];
  const seen: DecodeNotes = { utf8Lines: 0, big5Lines: 0, brokenLines: 0 };
  const records = parseCsv(decode(createReadStream(file, { highWaterMark: 1 << 20 }), encoding, file, seen), file);
  const first = await records.next();
  const header = first.done ? undefined : first.value[0];
  if (first.done || header === undefined) throw new LinkageProblem({ code: 'no-rows', file });
  const columns = nameColumns(header.fields, file, notes);
  const rows = async function* (): AsyncGenerator<readonly (string | null)[][]> {
    let ragged = 0;
    let firstRagged = 0;
    const turn = (batch: readonly { fields: string[]; line: number }[]): (string | null)[][] =>
      batch.map(({ fields, line }) => {
        if (fields.length !== columns.length && ragged++ === 0) firstRagged = line;
        return columns.map((_, i) => {
          const value = fields[i];
          return value === undefined || value === '' ? null : value;
        });
      });
    yield turn(first.value.slice(1));
    for await (const batch of records) yield turn(batch);
    if (ragged > 0) notes.push(raggedNote(file, ragged, firstRagged));
    notes.push(...encodingNotes(seen, file));
  };
  return { columns, rows, notes };
};
