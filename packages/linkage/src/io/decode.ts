// How do bytes become text when nobody says in which encoding a file was written?
// UTF-8 and UTF-16 by their marks, else UTF-8 by its rules, else Big5 (WHATWG, with Hong Kong's additions), line by line where a file mixes them.
// A line break byte never occurs inside a Big5 or UTF-8 character, so lines can be cut before they are decoded.

import { LinkageProblem } from './problem.ts';

export type Encoding = 'auto' | 'utf-8' | 'big5' | 'utf-16le' | 'utf-16be';

/** What was found while decoding, for the report. */
export interface DecodeNotes {
  utf8Lines: number;
  big5Lines: number;
  /** Lines that are neither; unreadable bytes became U+FFFD. */
  brokenLines: number;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const strictBig5 = new TextDecoder('big5', { fatal: true });
const looseUtf8 = new TextDecoder('utf-8');

const attempt = (decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

/** Han characters take three or four bytes in UTF-8; a line whose only non-ASCII is of two bytes may as well be Big5. */
const hasLongSequence = (bytes: Uint8Array): boolean => bytes.some((byte) => byte >= 0xe0);

const decodeLine = (bytes: Uint8Array, notes: DecodeNotes): string => {
  const utf8 = attempt(strictUtf8, bytes);
  const plain = utf8 !== undefined && bytes.every((byte) => byte < 0x80);
  if (plain) return utf8;
  const big5 = attempt(strictBig5, bytes);
  if (utf8 !== undefined && (big5 === undefined || hasLongSequence(bytes))) {
    notes.utf8Lines++;
    return utf8;
  }
  if (big5 !== undefined) {
    notes.big5Lines++;
    return big5;
  }
  notes.brokenLines++;
  return looseUtf8.decode(bytes);
};

const decodeLines = (bytes: Uint8Array, notes: DecodeNotes): string => {
  let text = '';
  for (let from = 0; from < bytes.length; ) {
    const at = bytes.indexOf(0x0a, from);
    const to = at < 0 ? bytes.length : at + 1;
    text += decodeLine(bytes.subarray(from, to), notes);
    from = to;
  }
  return text;
};

const markOf = (head: Uint8Array): { encoding: Encoding; bytes: number } | undefined => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 };
  return undefined;
};

async function* withOneDecoder(chunks: AsyncIterable<Uint8Array>, encoding: string, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new LinkageProblem({ code: 'bad-encoding', file, encoding }, error);
    throw error;
  }
}

/** Chunks cut at line ends, so that no character is torn. */
async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(0x0a);
    if (end < 0) {
      rest.push(chunk);
      continue;
    }
    yield Buffer.concat([...rest, chunk.subarray(0, end + 1)]);
    rest = [chunk.subarray(end + 1)];
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

async function* detected(chunks: AsyncIterable<Uint8Array>, notes: DecodeNotes): AsyncGenerator<string> {
  let mixed = false;
  for await (const bytes of wholeLines(chunks)) {
    const whole = mixed ? undefined : attempt(strictUtf8, bytes);
    if (whole !== undefined) {
      yield whole;
      continue;
    }
    mixed = true;
    yield decodeLines(bytes, notes);
  }
}

async function* after(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (;;) {
    const next = await rest.next();
    if (next.done) return;
    yield next.value;
  }
}

/** Decodes a stream of bytes; `auto` looks for a mark, then for UTF-8, then for Big5, and fills `notes`. */
export async function* decode(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  file: string,
  notes: DecodeNotes,
): AsyncGenerator<string> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const mark = markOf(first.value);
  const chosen = encoding === 'auto' ? (mark?.encoding ?? 'auto') : encoding;
  const skip = mark !== undefined && (encoding === 'auto' || encoding === mark.encoding) ? mark.bytes : 0;
  const bytes = after(first.value.subarray(skip), iterator);
  if (chosen === 'auto' || (chosen === 'utf-8' && encoding === 'auto')) yield* detected(bytes, notes);
  else yield* withOneDecoder(bytes, chosen, file);
}
