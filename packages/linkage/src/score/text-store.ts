// Raw texts of one slot's values as shared UTF-8, readable from every thread without copying.
// JS strings of ten million addresses would cost three times as much and live in each worker's heap again.

/** Values a chunk, the unit of work for threads. */
export const TEXT_CHUNK = 4096;
/** A chunk ends early when its texts are longer than usual. */
const MOST_WORDS = 1 << 18;

export interface TextChunk {
  /** UTF-8, each value padded with zeros to whole 32-bit words. */
  readonly words: Int32Array;
  /** First word of each value. */
  readonly starts: Int32Array;
  /** In bytes. */
  readonly lengths: Int32Array;
}

const shared = (ints: number): Int32Array => new Int32Array(new SharedArrayBuffer(ints * 4));

/** Collects values until they make a chunk. */
export class TextChunkBuilder {
  #words = new Int32Array(1 << 14);
  readonly #starts = new Int32Array(TEXT_CHUNK);
  readonly #lengths = new Int32Array(TEXT_CHUNK);
  #end = 0;
  size = 0;

  add(words: Int32Array, from: number, to: number, length: number): void {
    const count = to - from;
    if (this.#end + count > this.#words.length) {
      const grown = new Int32Array((this.#end + count) * 2);
      grown.set(this.#words.subarray(0, this.#end));
      this.#words = grown;
    }
    this.#starts[this.size] = this.#end;
    this.#lengths[this.size++] = length;
    for (let i = from; i < to; i++) this.#words[this.#end++] = words[i]!;
  }

  get full(): boolean {
    return this.size === TEXT_CHUNK || this.#end >= MOST_WORDS;
  }

  /** The values so far in shared memory; the builder starts anew. */
  take(): TextChunk {
    const chunk = { words: shared(this.#end), starts: shared(this.size), lengths: shared(this.size) };
    chunk.words.set(this.#words.subarray(0, this.#end));
    chunk.starts.set(this.#starts.subarray(0, this.size));
    chunk.lengths.set(this.#lengths.subarray(0, this.size));
    this.#end = 0;
    this.size = 0;
    return chunk;
  }
}

/** Texts joined by U+0000, as an engine that is not in this process hands them over. */
export function packChunk(joined: string): TextChunk {
  const parts = joined.split('\0').map((text) => Buffer.from(text, 'utf8'));
  const chunk = {
    words: shared(parts.reduce((sum, part) => sum + ((part.length + 3) >> 2), 0)),
    starts: shared(parts.length),
    lengths: shared(parts.length),
  };
  const bytes = new Uint8Array(chunk.words.buffer);
  let at = 0;
  for (const [i, part] of parts.entries()) {
    chunk.starts[i] = at;
    chunk.lengths[i] = part.length;
    bytes.set(part, at * 4);
    at += (part.length + 3) >> 2;
  }
  return chunk;
}

/** Reads values back; `value(vid)` is '' where the slot is empty. */
export class TextReader {
  readonly #chunks: readonly (TextChunk & { readonly text: Buffer })[];
  /** First value of each chunk. */
  readonly #firsts: Int32Array;

  constructor(chunks: readonly TextChunk[]) {
    this.#chunks = chunks.map((chunk) => ({ ...chunk, text: Buffer.from(chunk.words.buffer) }));
    this.#firsts = new Int32Array(chunks.length + 1);
    for (const [i, chunk] of chunks.entries()) this.#firsts[i + 1] = this.#firsts[i]! + chunk.lengths.length;
  }

  #chunkOf(vid: number): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firsts[middle]! <= vid) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  value(vid: number): string {
    const c = this.#chunkOf(vid);
    const chunk = this.#chunks[c]!;
    const at = vid - this.#firsts[c]!;
    const from = chunk.starts[at]! * 4;
    return chunk.text.toString('utf8', from, from + chunk.lengths[at]!);
  }
}

/** The raw inputs of a comparison from a stored value: '' is null, several columns are joined by U+001F. */
export function rawInputs(text: string, columns: number): (string | null)[] {
  if (columns === 1) return [text === '' ? null : text];
  const parts = text.split('\x1f');
  return Array.from({ length: columns }, (_, i) => (parts[i] === undefined || parts[i] === '' ? null : parts[i]));
}
