// Shared memory for the many arrays of a job that end together, cut from few large pieces. Of pieces up to 32 MB the C library's allocator keeps what is
// freed, piece by piece in every thread, and only larger ones go back to the machine at once: pairs and weights of ten million rows, a megabyte at a
// time, left 400 MB that nothing used.
const FIRST = 1 << 20;
const LARGEST = 48 << 20;

export class Slabs {
  #slab = new SharedArrayBuffer(0);
  #used = 0;
  #next = FIRST;

  ints(count: number): Int32Array {
    const from = this.#cut(count * 4);
    return new Int32Array(this.#slab, from, count);
  }

  doubles(count: number): Float64Array {
    const from = this.#cut(count * 8);
    return new Float64Array(this.#slab, from, count);
  }

  /** Holds on to nothing: a slab lives as long as the arrays cut from it. */
  forget(): void {
    this.#slab = new SharedArrayBuffer(0);
    this.#used = 0;
    this.#next = FIRST;
  }

  #cut(bytes: number): number {
    const from = (this.#used + 7) & ~7;
    if (from + bytes > this.#slab.byteLength) return this.#begin(bytes);
    this.#used = from + bytes;
    return from;
  }

  #begin(bytes: number): number {
    this.#slab = new SharedArrayBuffer(Math.max(bytes, this.#next));
    this.#next = Math.min(LARGEST, this.#next * 4);
    this.#used = bytes;
    return 0;
  }
}
