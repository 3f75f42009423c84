// Pairs such that every record is in one at most: strongest first. An optimal assignment would differ only where two records compete crosswise for two
// others with nearly equal weights, and such pairs are for a person to judge.

/** For every node its partner, or -1. `rank` breaks ties independent of row order. */
export function matchOneToOne(
  nodes: number,
  l: Int32Array,
  r: Int32Array,
  logOdds: Float64Array,
  threshold: number,
  rank: (node: number) => number,
): Int32Array {
  const partner = new Int32Array(nodes).fill(-1);
  const low = (edge: number) => Math.min(rank(l[edge]!), rank(r[edge]!));
  const high = (edge: number) => Math.max(rank(l[edge]!), rank(r[edge]!));
  const strongest = Int32Array.from(logOdds.keys())
    .filter((edge) => logOdds[edge]! >= threshold)
    .sort((a, b) => logOdds[b]! - logOdds[a]! || low(a) - low(b) || high(a) - high(b));
  for (const edge of strongest) {
    const a = l[edge]!;
    const b = r[edge]!;
    if (partner[a] !== -1 || partner[b] !== -1) continue;
    partner[a] = b;
    partner[b] = a;
  }
  return partner;
}
