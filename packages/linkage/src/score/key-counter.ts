// Counts ints that are not 0 (open addressing in typed arrays).
import type { CountsByFacetKey } from '../roles/types.ts';
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

  /** Starts anew with the key of every value from id 1, each as often as records hold the value. */
  count(keys: Int32Array, held: Int32Array): void {
    this.reset(held.length);
    for (let id = 1, ids = held.length; id < ids; id++) if (keys[id] !== 0) this.add(keys[id]!, held[id]!);
  }

  /** Ordered pairs of different records with the same key. */
  pairs(): number {
    let pairs = 0;
    for (let at = 0, end = this.#mask; at <= end; at++) {
      const n = this.#counts[at]!;
      if (n > 1) pairs += n * (n - 1);
    }
    return pairs;
  }

  /** Of all keys, and 0 here and there; valid until something is added. */
  get counts(): Int32Array {
    return this.#counts.subarray(0, this.#mask + 1);
  }

  /**
   * Keys met at least so often, the most frequent first; at most `kept`, of those met equally often the smaller. `sizes` are those of `counts`,
   * the largest first.
   */
  most(least: number, kept: number, sizes: readonly (readonly [size: number, times: number])[]): CountsByFacetKey {
    const next = new Map<number, number>();
    let listed = 0;
    let last = 0;
    for (const [size, times] of sizes) {
      if (size < least || listed >= kept) break;
      next.set(size, listed);
      last = listed;
      listed += times;
    }
    const keys = new Int32Array(listed);
    const counts = new Int32Array(listed);
    for (let at = 0, end = this.#mask; at <= end; at++) {
      const n = this.#counts[at]!;
      if (n < least) continue;
      const place = next.get(n);
      if (place === undefined) continue;
      next.set(n, place + 1);
      keys[place] = this.#keys[at]!;
      counts[place] = n;
    }
    if (listed <= kept) return { keys, counts };
    keys.subarray(last).sort();
    return { keys: keys.slice(0, kept), counts: counts.slice(0, kept) };
  }
}
