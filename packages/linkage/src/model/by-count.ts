// The order of counts in a model: the most frequent first, of those met equally often the smaller text.

type Counted = readonly [text: string, count: number];

/** Texts of one count are put in order by the engine's own comparison: with one of ours thrice as long. */
export function byCount(counts: Iterable<Counted>): Counted[] {
  const texts = new Map<number, string[]>();
  for (const [text, n] of counts) {
    const same = texts.get(n);
    if (same === undefined) texts.set(n, [text]);
    else same.push(text);
  }
  const sizes = [...texts].sort((a, b) => b[0] - a[0]);
  return sizes.flatMap(([n, same]) => same.sort().map((text): Counted => [text, n]));
}
