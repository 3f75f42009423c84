// How do JSON lines become rows? One object a line; the columns are the keys of the first lines; nested values stay as JSON text.

import { createReadStream } from 'node:fs';
import { type DecodeNotes, decode, type Encoding } from './decode.ts';
import { encodingNotes, type Note } from './notes.ts';
import { LinkageProblem } from './problem.ts';
import type { TextRows } from './text-rows.ts';

/** So many lines are read before the columns are named; a key that first occurs later is not seen. */
const LOOK_AHEAD = 1000;

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const parseLine = (text: string, file: string, line: number): Fields => {
  let detail = 'no object';
  try {
    const value: unknown = JSON.parse(text);
    if (isFields(value)) return value;
  } catch (error) {
    detail = error instanceof Error ? error.message.split('\n')[0]!.slice(0, 120) : String(error);
  }
  if (line === 1 && text.trimStart().startsWith('[')) throw new LinkageProblem({ code: 'json-array', file });
  throw new LinkageProblem({ code: 'bad-json', file, line, detail });
};

async function* objects(text: AsyncIterable<string>, file: string): AsyncGenerator<Fields[]> {
  let rest = '';
  let line = 0;
  const parse = (lines: readonly string[]): Fields[] =>
    lines.flatMap((one) => {
      line++;
      return one.trim() === '' ? [] : [parseLine(one, file, line)];
    });
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield parse(lines);
  }
  yield parse([rest]);
}

const toText = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Opens a file of JSON lines; see `openDelimited`. */
export const openJsonLines = async (file: string, encoding: Encoding): Promise<TextRows> => {
  const seen: DecodeNotes = { utf8Lines: 0, big5Lines: 0, brokenLines: 0 };
  const batches = objects(decode(createReadStream(file, { highWaterMark: 1 << 20 }), encoding, file, seen), file);
  const notes: Note[] = [];
  const ahead: Fields[] = [];
  const columns: string[] = [];
  while (ahead.length < LOOK_AHEAD) {
    const next = await batches.next();
    if (next.done) break;
    ahead.push(...next.value);
  }
  for (const key of ahead.slice(0, LOOK_AHEAD).flatMap(Object.keys)) if (!columns.includes(key)) columns.push(key);
  if (ahead.length === 0) throw new LinkageProblem({ code: 'no-rows', file });
  const turn = (batch: readonly Fields[]): (string | null)[][] => batch.map((fields) => columns.map((name) => toText(fields[name])));
  return {
    columns,
    notes,
    async *rows() {
      yield turn(ahead);
      for await (const batch of batches) yield turn(batch);
      notes.push(...encodingNotes(seen, file));
    },
  };
};
