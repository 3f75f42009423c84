// Counts ints that are not 0 (open addressing in typed arrays).
import { mix } from '../shelf/text/hash.ts';

export class KeyCounter {
  #keys = new Int32Array(0);
  #counts = new Int32Array(0);
  #mask = 0;
  /** Different keys. */
  size = 0;

  /** Starts anew, with room for so many different keys. */
  reset(most: number): void {
    let capacity = 1024;
    while (capacity < most * 2) capacity *= 2;
    if (capacity > this.#keys.length) {
      this.#keys = new Int32Array(capacity);
      this.#counts = new Int32Array(capacity);
    } else {
      this.#keys.fill(0, 0, capacity);
      this.#counts.fill(0, 0, capacity);
    }
    this.#mask = capacity - 1;
    this.size = 0;
  }

  add(key: number, by = 1): void {
    let at = mix(key) & this.#mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask;
    if (this.#keys[at] === 0) this.size++;
    this.#keys[at] = key;
    this.#counts[at] = this.#counts[at]! + by;
  }

  /** Of all keys, and 0 here and there; valid until something is added. */
  get counts(): Int32Array {
    return this.#counts.subarray(0, this.#mask + 1);
  }

  each(visit: (count: number, key: number) => void): void {
    for (let at = 0; at <= this.#mask; at++) if (this.#counts[at] !== 0) visit(this.#counts[at]!, this.#keys[at]!);
  }
}
