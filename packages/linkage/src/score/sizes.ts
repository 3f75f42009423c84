// How many keys or values are met how often?

/** How many of `counts` are of each size, by size; zeros are nobody's. */
export function sizesOf(counts: Int32Array, from = 0): Map<number, number> {
  // Nearly all are met once or twice: these are counted where no look-up is needed.
  const few = new Int32Array(256);
  const sizes = new Map<number, number>();
  for (let i = from, length = counts.length; i < length; i++) {
    const n = counts[i]!;
    if (n < few.length) few[n]!++;
    else sizes.set(n, (sizes.get(n) ?? 0) + 1);
  }
  for (let n = 1; n < few.length; n++) if (few[n]! > 0) sizes.set(n, few[n]!);
  return sizes;
}

/** The largest sizes first. */
export const largestFirst = (sizes: ReadonlyMap<number, number>): [size: number, times: number][] => [...sizes].sort((a, b) => b[0] - a[0]);
