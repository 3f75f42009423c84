// Integers by code point: an array for the blocks where nearly all characters lie, a map for the rest.

const FIRST = 0x3400;
const LAST = 0x9fff;

export class PointTable {
  readonly #dense = new Int32Array(LAST - FIRST + 1);
  readonly #sparse = new Map<number, number>();

  set(point: number, value: number): void {
    if (point >= FIRST && point <= LAST) this.#dense[point - FIRST] = value;
    else this.#sparse.set(point, value);
  }

  /** 0 where nothing was set. */
  get(point: number): number {
    return point >= FIRST && point <= LAST ? this.#dense[point - FIRST]! : (this.#sparse.get(point) ?? 0);
  }
}
