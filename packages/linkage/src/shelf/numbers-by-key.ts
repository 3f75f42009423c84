// A number for each key of a kind, by the key's facet key, and one for all keys that are not listed (open addressing in typed arrays): asked
// several times for each pair of records, where a Map would take most of the time.
import type { Counts, CountsByFacetKey } from '../roles/types.ts';
import { facetKey, mix } from './text/hash.ts';

const byFacetKey = (listed: readonly (readonly [string, number])[]): CountsByFacetKey => ({
  keys: Int32Array.from(listed, ([text]) => facetKey(text)),
  counts: Int32Array.from(listed, ([, count]) => count),
});

export class NumbersByKey {
  readonly #keys: Int32Array;
  readonly #numbers: Float64Array;
  readonly #mask: number;
  readonly #rest: number;

  /** `of` makes the number from a count. */
  constructor(counts: Counts, of: (count: number) => number) {
    const { keys, counts: numbers } = counts.byKey ?? byFacetKey([...counts]);
    let capacity = 64;
    while (capacity < keys.length * 2) capacity *= 2;
    this.#keys = new Int32Array(capacity);
    this.#numbers = new Float64Array(capacity);
    this.#mask = capacity - 1;
    const { rest } = counts;
    this.#rest = of(rest === undefined || rest.keys === 0 ? 0 : rest.count);
    for (const [i, key] of keys.entries()) {
      let at = mix(key) & this.#mask;
      while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask;
      this.#keys[at] = key;
      this.#numbers[at] = of(numbers[i]!);
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
