// Which values have these bytes been read as? Raw texts by a 64-bit hash of their bytes (open addressing), without the texts themselves.
import { hashed, hashWords } from '../shelf/text/hash.ts';

/** Ints of an entry: both halves of the hash and the value's id plus one, so that a look-up touches one line of memory. */
const ENTRY = 3;

export class KnownTexts {
  size = 0;
  #entries = new Int32Array(4096 * ENTRY);
  #mask = 4095;
  /** Where the text that was asked for last belongs. */
  #place = 0;
  #high = 0;
  #low = 0;

  /** Id of a text; −1 if it is new. `words` holds UTF-8 padded with zeros, `length` is in bytes. */
  find(words: Int32Array, from: number, to: number, length: number): number {
    hashWords(words, from, to, length);
    const { high, low } = hashed;
    const entries = this.#entries;
    let at = (high & this.#mask) * ENTRY;
    for (let known = entries[at + 2]!; known !== 0; known = entries[at + 2]!) {
      if (entries[at] === high && entries[at + 1] === low) return known - 1;
      at += ENTRY;
      if (at === entries.length) at = 0;
    }
    this.#place = at;
    this.#high = high;
    this.#low = low;
    return -1;
  }

  /** Remembers the id of the text that was asked for last and is new. */
  add(id: number): void {
    const entries = this.#entries;
    entries[this.#place] = this.#high;
    entries[this.#place + 1] = this.#low;
    entries[this.#place + 2] = id + 1;
    if (++this.size * 5 > this.#mask * 3) this.#grow();
  }

  #grow(): void {
    const old = this.#entries;
    const entries = new Int32Array(old.length * 2);
    this.#mask = entries.length / ENTRY - 1;
    for (let from = 0; from < old.length; from += ENTRY) {
      if (old[from + 2] === 0) continue;
      let at = (old[from]! & this.#mask) * ENTRY;
      while (entries[at + 2] !== 0) {
        at += ENTRY;
        if (at === entries.length) at = 0;
      }
      for (let i = 0; i < ENTRY; i++) entries[at + i] = old[from + i]!;
    }
    this.#entries = entries;
  }
}
