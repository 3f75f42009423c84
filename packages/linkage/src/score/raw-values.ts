// Numbers the distinct raw values of one slot by a 64-bit hash of their bytes, counts the records that hold them, and collects their texts in chunks.
import { hashed, hashWords } from '../shelf/text/hash.ts';
import { type TextChunk, TextChunkBuilder } from './text-store.ts';

export class RawValues {
  size = 0;
  /** Records by value, from value 0. */
  counts = new Int32Array(2048);
  readonly chunks: TextChunk[] = [];
  readonly #full: (chunk: TextChunk) => void;
  readonly #builder = new TextChunkBuilder();
  #high = new Int32Array(2048);
  #low = new Int32Array(2048);
  #slots = new Int32Array(4096);

  /** `full` is told of every chunk of texts that is complete. */
  constructor(full: (chunk: TextChunk) => void) {
    this.#full = full;
  }

  /** Number of the value from 1; 0 for an empty text. `words` holds UTF-8 padded with zeros, `length` is in bytes. */
  add(words: Int32Array, from: number, to: number, length: number): number {
    if (length <= 0) return 0;
    hashWords(words, from, to, length);
    const { high, low } = hashed;
    let mask = this.#slots.length - 1;
    let at = high & mask;
    for (;;) {
      const id = this.#slots[at]!;
      if (id === 0) break;
      if (this.#high[id - 1] === high && this.#low[id - 1] === low) {
        this.counts[id - 1] = this.counts[id - 1]! + 1;
        return id;
      }
      at = (at + 1) & mask;
    }
    if ((this.size + 1) * 2 > this.#slots.length) {
      this.#grow();
      mask = this.#slots.length - 1;
      at = high & mask;
      while (this.#slots[at] !== 0) at = (at + 1) & mask;
    }
    const value = this.size++;
    this.#slots[at] = value + 1;
    this.#high[value] = high;
    this.#low[value] = low;
    this.counts[value] = 1;
    this.#builder.add(words, from, to, length);
    if (this.#builder.full) this.#emit();
    return value + 1;
  }

  /** The last chunk, as far as it goes; the numbering is forgotten and nothing can be added any more. */
  finish(): void {
    if (this.#builder.size > 0) this.#emit();
    this.#slots = new Int32Array(0);
    this.#high = this.#slots;
    this.#low = this.#slots;
    this.counts = this.counts.slice(0, this.size);
  }

  #emit(): void {
    const chunk = this.#builder.take();
    this.chunks.push(chunk);
    this.#full(chunk);
  }

  #grow(): void {
    const capacity = this.#slots.length * 2;
    const slots = new Int32Array(capacity);
    for (let value = 0; value < this.size; value++) {
      let at = this.#high[value]! & (capacity - 1);
      while (slots[at] !== 0) at = (at + 1) & (capacity - 1);
      slots[at] = value + 1;
    }
    this.#slots = slots;
    const longer = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(capacity / 2);
      to.set(from.subarray(0, this.size));
      return to;
    };
    this.#high = longer(this.#high);
    this.#low = longer(this.#low);
    this.counts = longer(this.counts);
  }
}
