// A pair's levels packed into two int32 (mixed radix), so that all pairs of one pattern are trained and weighed once.

export interface PatternShape {
  /** Number of levels of each slot, `missing` included. */
  readonly sizes: readonly number[];
  /** Slots before `split` go into the first int, the others into the second. */
  readonly split: number;
  readonly strides: readonly number[];
}

const LIMIT = 2 ** 31;

/** Throws a RangeError if the levels do not fit 62 bits (some twenty comparisons). */
export function patternShape(sizes: readonly number[]): PatternShape {
  const strides: number[] = [];
  let product = 1;
  let split = sizes.length;
  let inSecond = false;
  for (const [slot, size] of sizes.entries()) {
    if (product * size > LIMIT) {
      if (inSecond) throw new RangeError(`${sizes.length} comparisons have more level patterns than can be counted; use fewer columns`);
      inSecond = true;
      split = slot;
      product = 1;
    }
    strides.push(product);
    product *= size;
  }
  return { sizes, split, strides };
}

/** The levels behind the two ints, one per slot. */
export function levelsOf(shape: PatternShape, first: number, second: number): Uint8Array {
  const levels = new Uint8Array(shape.sizes.length);
  const { sizes, strides, split } = shape;
  for (let slot = 0; slot < sizes.length; slot++) {
    levels[slot] = Math.floor((slot < split ? first : second) / strides[slot]!) % sizes[slot]!;
  }
  return levels;
}
