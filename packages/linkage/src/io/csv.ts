// How is delimited text cut into records? RFC 4180 with what real files do (any of four delimiters, CRLF, LF or CR, blank lines, ragged lines).
// A quote has a meaning only at the start of a field, so that 5" and O"Neil stay as they are.

import { LinkageProblem } from './problem.ts';

/** The delimiter that the header line holds most of, outside quotes; a comma if it holds none. */
const delimiterOf = (head: string): string => {
  const line = /^(?:"(?:[^"]|"")*"|[^\r\n"]|")*/.exec(head)![0].replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string): number => line.split(delimiter).length - 1;
  // On a tie the one that is rarer inside names wins.
  const best = ['\t', '|', ';', ','].reduce((a, b) => (count(b) > count(a) ? b : a));
  return count(best) === 0 ? ',' : best;
};

type State = { fields: string[]; field: string; quoted: boolean; opened: number; line: number; started: boolean };

/** Yields the records of delimited text, blank lines left out; `line` is where a record starts, from 1. */
export async function* parseCsv(
  text: AsyncIterable<string>,
  file: string,
): AsyncGenerator<{ readonly fields: string[]; readonly line: number }[]> {
  const state: State = { fields: [], field: '', quoted: false, opened: 0, line: 1, started: false };
  let delimiter: string | undefined;
  let held = '';
  let startLine = 1;
  const records: { fields: string[]; line: number }[] = [];
  const endField = (): void => {
    state.fields.push(state.field);
    state.field = '';
    state.started = false;
  };
  const endRecord = (): void => {
    endField();
    if (state.fields.length > 1 || state.fields[0] !== '') records.push({ fields: state.fields, line: startLine });
    state.fields = [];
    state.line++;
    startLine = state.line;
  };
  const consume = (chunk: string, last: boolean): string => {
    delimiter ??= delimiterOf(chunk);
    const stop = delimiter;
    let i = 0;
    const n = chunk.length;
    while (i < n) {
      if (state.quoted) {
        const quote = chunk.indexOf('"', i);
        const part = chunk.slice(i, quote < 0 ? n : quote);
        state.field += part;
        for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) state.line++;
        if (quote < 0) return '';
        // The next character decides what the quote means: wait for it.
        if (quote + 1 === n && !last) return '"';
        if (chunk[quote + 1] === '"') {
          state.field += '"';
          i = quote + 2;
        } else {
          state.quoted = false;
          i = quote + 1;
        }
        continue;
      }
      const c = chunk[i]!;
      if (c === stop) {
        endField();
        i++;
      } else if (c === '\n') {
        endRecord();
        i++;
      } else if (c === '\r') {
        if (i + 1 === n && !last) return '\r';
        endRecord();
        i += chunk[i + 1] === '\n' ? 2 : 1;
      } else if (c === '"' && !state.started) {
        state.quoted = true;
        state.started = true;
        state.opened = state.line;
        i++;
      } else {
        let end = i + 1;
        for (; end < n; end++) {
          const d = chunk[end];
          if (d === stop || d === '\n' || d === '\r') break;
        }
        state.field += chunk.slice(i, end);
        state.started = true;
        i = end;
      }
    }
    return '';
  };
  for await (const chunk of text) {
    if (chunk === '') continue;
    held = consume(held + chunk, false);
    if (records.length > 0) yield records.splice(0);
  }
  if (held !== '') consume(held, true);
  if (state.quoted) throw new LinkageProblem({ code: 'open-quote', file, line: state.opened });
  if (state.field !== '' || state.fields.length > 0) endRecord();
  if (records.length > 0) yield records.splice(0);
}
