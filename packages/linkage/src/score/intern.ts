// Dense ids for keys of three int32 (open addressing in typed arrays): canonical values by hash, patterns by digits and rule mask.
import { mix } from '../shelf/text/hash.ts';

export class Interner {
  /** Keys in order of id, three ints each. */
  keys: Int32Array;
  size = 0;
  #slots: Int32Array;
  #mask: number;

  constructor(expected = 1024) {
    let capacity = 1024;
    while (capacity < expected * 2) capacity *= 2;
    this.#slots = new Int32Array(capacity);
    this.#mask = capacity - 1;
    this.keys = new Int32Array(capacity * 2);
  }

  /** The id of the key, new keys getting the next one. */
  add(a: number, b: number, c: number): number {
    let at = mix(a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca77)) & this.#mask;
    for (;;) {
      const found = this.#slots[at]!;
      if (found === 0) break;
      const k = (found - 1) * 3;
      if (this.keys[k] === a && this.keys[k + 1] === b && this.keys[k + 2] === c) return found - 1;
      at = (at + 1) & this.#mask;
    }
    const id = this.size++;
    if ((id + 1) * 3 > this.keys.length) {
      const grown = new Int32Array(this.keys.length * 2);
      grown.set(this.keys);
      this.keys = grown;
    }
    this.keys[id * 3] = a;
    this.keys[id * 3 + 1] = b;
    this.keys[id * 3 + 2] = c;
    this.#slots[at] = id + 1;
    if (this.size * 2 > this.#slots.length) this.#grow();
    return id;
  }

  #grow(): void {
    const capacity = this.#slots.length * 2;
    this.#slots = new Int32Array(capacity);
    this.#mask = capacity - 1;
    for (let id = 0; id < this.size; id++) {
      const a = this.keys[id * 3]!;
      const b = this.keys[id * 3 + 1]!;
      const c = this.keys[id * 3 + 2]!;
      let at = mix(a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca77)) & this.#mask;
      while (this.#slots[at] !== 0) at = (at + 1) & this.#mask;
      this.#slots[at] = id + 1;
    }
  }
}
