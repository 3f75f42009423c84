// Numbers the distinct raw values of one slot by a 64-bit hash of their bytes, counts the records that hold them, and collects their texts in chunks.
import { hashed, hashWords } from '../shelf/text/hash.ts';
import { type TextChunk, TextChunkBuilder } from './text-store.ts';

/** Ints of an entry: both halves of the hash, the value's number from 1, and its count, so that a look-up touches one line of memory. */
const ENTRY = 4;

export class RawValues {
  size = 0;
  readonly chunks: TextChunk[] = [];
  readonly #full: (chunk: TextChunk) => void;
  readonly #builder = new TextChunkBuilder();
  #entries = new Int32Array(4096 * ENTRY);
  #mask = 4095;

  /** `full` is told of every chunk of texts that is complete. */
  constructor(full: (chunk: TextChunk) => void) {
    this.#full = full;
  }

  /** Number of the value from 1; 0 for an empty text. `words` holds UTF-8 padded with zeros, `length` is in bytes. */
  add(words: Int32Array, from: number, to: number, length: number): number {
    if (length <= 0) return 0;
    hashWords(words, from, to, length);
    const { high, low } = hashed;
    const entries = this.#entries;
    let at = (high & this.#mask) * ENTRY;
    for (let number = entries[at + 2]!; number !== 0; number = entries[at + 2]!) {
      if (entries[at] === high && entries[at + 1] === low) {
        entries[at + 3] = entries[at + 3]! + 1;
        return number;
      }
      at = (at + ENTRY) & (entries.length - 1);
    }
    entries[at] = high;
    entries[at + 1] = low;
    entries[at + 2] = ++this.size;
    entries[at + 3] = 1;
    this.#builder.add(words, from, to, length);
    if (this.#builder.full) this.#emit();
    if (this.size * 5 > this.#mask * 3) this.#grow();
    return this.size;
  }

  /** Completes the last chunk, as far as it goes, and gives the counts by value; the numbering is forgotten and nothing can be added any more. */
  finish(): Int32Array {
    if (this.#builder.size > 0) this.#emit();
    const counts = new Int32Array(new SharedArrayBuffer(this.size * 4));
    for (let at = 0; at < this.#entries.length; at += ENTRY) {
      if (this.#entries[at + 2] !== 0) counts[this.#entries[at + 2]! - 1] = this.#entries[at + 3]!;
    }
    this.#entries = new Int32Array(0);
    return counts;
  }

  #emit(): void {
    const chunk = this.#builder.take();
    this.chunks.push(chunk);
    this.#full(chunk);
  }

  #grow(): void {
    const old = this.#entries;
    const entries = new Int32Array(old.length * 2);
    this.#mask = entries.length / ENTRY - 1;
    for (let from = 0; from < old.length; from += ENTRY) {
      if (old[from + 2] === 0) continue;
      let at = (old[from]! & this.#mask) * ENTRY;
      while (entries[at + 2] !== 0) at = (at + ENTRY) & (entries.length - 1);
      for (let i = 0; i < ENTRY; i++) entries[at + i] = old[from + i]!;
    }
    this.#entries = entries;
  }
}
