// A number for each key of a kind, by the key's facet key, and one for all keys that are not listed (open addressing in typed arrays): asked
// several times for each pair of records, where a Map would take most of the time.
import { facetKey, mix } from './text/hash.ts';

export class NumbersByKey {
  readonly #keys: Int32Array;
  readonly #numbers: Float64Array;
  readonly #mask: number;
  readonly #rest: number;

  /** `of` makes the number from a count. */
  constructor(counts: ReadonlyMap<string, number>, of: (count: number) => number) {
    const listed = [...counts];
    let capacity = 64;
    while (capacity < listed.length * 2) capacity *= 2;
    this.#keys = new Int32Array(capacity);
    this.#numbers = new Float64Array(capacity);
    this.#mask = capacity - 1;
    // A table of a model answers for any key, listed or not; no text has this one.
    this.#rest = of(counts.get('\u0000') ?? 0);
    for (const [text, count] of listed) {
      const key = facetKey(text);
      let at = mix(key) & this.#mask;
      while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask;
      this.#keys[at] = key;
      this.#numbers[at] = of(count);
    }
  }

  /** `key` is not 0. */
  get(key: number): number {
    for (let at = mix(key) & this.#mask; ; at = (at + 1) & this.#mask) {
      const found = this.#keys[at]!;
      if (found === key) return this.#numbers[at]!;
      if (found === 0) return this.#rest;
    }
  }
}
