// Where does the generator's chance come from?
// A small seeded stream (sfc32, Chris Doty-Humphrey, PractRand): the same seed gives the same file on every machine.

export type Chance = {
  /** A number in [0, 1). */
  unit(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
  /** True with probability p. */
  hit(p: number): boolean;
  /** One element, each equally likely. */
  pick<T>(list: readonly T[]): T;
  /** One index, in proportion to the steps of a cumulative table. */
  step(cumulative: readonly number[]): number;
};

export const chance = (seed: number): Chance => {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 16; i++) next();
  const below = (n: number): number => Math.floor(next() * n);
  return {
    unit: next,
    below,
    hit: (p) => next() < p,
    pick: (list) => list[below(list.length)]!,
    step: (cumulative) => {
      const x = next() * cumulative[cumulative.length - 1]!;
      let low = 0;
      let high = cumulative.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (cumulative[middle]! > x) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
};

/** Running sums of weights, for `step`. */
export const cumulate = (weights: readonly number[]): number[] => {
  let sum = 0;
  return weights.map((w) => {
    sum += w;
    return sum;
  });
};
