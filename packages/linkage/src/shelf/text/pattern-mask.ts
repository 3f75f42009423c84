// Bit positions of each code point in a pattern, 32 to a word: the preprocessing that the bit-parallel edit distances share.

const EMPTY = new Int32Array(0);

export class PatternMask {
  readonly words: number;
  readonly #masks = new Map<number, Int32Array>();

  constructor(pattern: readonly number[]) {
    this.words = Math.max(1, Math.ceil(pattern.length / 32));
    for (let i = 0; i < pattern.length; i++) {
      let mask = this.#masks.get(pattern[i]!);
      if (!mask) {
        mask = new Int32Array(this.words);
        this.#masks.set(pattern[i]!, mask);
      }
      mask[i >>> 5] = mask[i >>> 5]! | (1 << (i & 31));
    }
  }

  /** Words of the positions of a code point; an empty array if it does not occur. */
  of(point: number): Int32Array {
    return this.#masks.get(point) ?? EMPTY;
  }
}
