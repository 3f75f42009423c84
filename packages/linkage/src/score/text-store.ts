// The distinct raw values of one slot as shared UTF-16, readable from every thread without copying: 2 bytes a character and 4 a value.
// JS strings of ten million addresses would cost three times as much and live in each worker's heap again.

import { mix } from './hash.ts';

/** Values a chunk; the engine delivers them joined by U+0000 in one string per chunk, which decodes seven times as fast as one by one. */
export const TEXT_CHUNK = 4096;

export interface TextChunk {
  readonly units: SharedArrayBuffer;
  /** Start of each value in code units, one more than there are values. */
  readonly starts: SharedArrayBuffer;
}

/** Splits `joined` at U+0000 into shared memory. */
export function packChunk(joined: string): TextChunk {
  const units = new SharedArrayBuffer(joined.length * 2);
  Buffer.from(units).write(joined, 'utf16le');
  let values = 1;
  for (let at = joined.indexOf('\0'); at >= 0; at = joined.indexOf('\0', at + 1)) values++;
  const starts = new Int32Array(new SharedArrayBuffer((values + 1) * 4));
  let from = 0;
  for (let i = 1; i <= values; i++) {
    const end = joined.indexOf('\0', from);
    from = (end < 0 ? joined.length : end) + 1;
    starts[i] = from;
  }
  return { units, starts: starts.buffer as SharedArrayBuffer };
}

/** Reads values back; `value(vid)` is '' where the slot is empty. */
export class TextReader {
  readonly #chunks: { readonly text: Buffer; readonly units: Uint16Array; readonly starts: Int32Array }[];

  constructor(chunks: readonly TextChunk[]) {
    this.#chunks = chunks.map((chunk) => ({
      text: Buffer.from(chunk.units),
      units: new Uint16Array(chunk.units),
      starts: new Int32Array(chunk.starts),
    }));
  }

  /** A 32-bit content hash of a value without making a string of it; 0 for ''. For samples that do not depend on row order. */
  digest(vid: number): number {
    const chunk = this.#chunks[Math.floor(vid / TEXT_CHUNK)]!;
    const at = vid % TEXT_CHUNK;
    const end = chunk.starts[at + 1]! - 1;
    let hash = 0;
    for (let i = chunk.starts[at]!; i < end; i++) hash = Math.imul(hash ^ chunk.units[i]!, 0x85ebca6b) ^ (hash >>> 15);
    return mix(hash) >>> 0;
  }

  value(vid: number): string {
    const chunk = this.#chunks[Math.floor(vid / TEXT_CHUNK)]!;
    const at = vid % TEXT_CHUNK;
    return chunk.text.toString('utf16le', chunk.starts[at]! * 2, (chunk.starts[at + 1]! - 1) * 2);
  }
}

/** The raw inputs of a comparison from a stored value: '' is null, several columns are joined by U+001F. */
export function rawInputs(text: string, columns: number): (string | null)[] {
  if (columns === 1) return [text === '' ? null : text];
  const parts = text.split('\x1f');
  return Array.from({ length: columns }, (_, i) => (parts[i] === undefined || parts[i] === '' ? null : parts[i]));
}
