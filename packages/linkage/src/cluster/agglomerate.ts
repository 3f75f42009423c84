// Correlation clustering of one small component (Bansal, Blum and Chawla 2004): join the two parts with the highest mean evidence while their
// total evidence is for joining. Bridges between dense parts fall apart here, because the other pairs across them speak against.

export interface Question {
  readonly size: number;
  /** Evidence that members i < j are one (log odds above the threshold; negative against); row-major size × size, upper half read. */
  readonly evidence: Float64Array;
  /** True if i and j may never be together (different valid IDs, a reviewer's no, two records of one source). */
  readonly apart: (i: number, j: number) => boolean;
  /** Breaks ties independent of row order. */
  readonly rank: readonly number[];
}

/** Part number of every member. Deterministic for given evidence and ranks. */
export function agglomerate({ size, evidence, apart, rank }: Question): Int32Array {
  const part = Int32Array.from({ length: size }, (_, i) => i);
  const count = new Int32Array(size).fill(1);
  const alive = new Uint8Array(size).fill(1);
  const low = Array.from({ length: size }, (_, i) => rank[i]!);
  const sum = new Float64Array(size * size);
  const barred = new Uint8Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      sum[i * size + j] = evidence[i * size + j]!;
      sum[j * size + i] = evidence[i * size + j]!;
      if (apart(i, j)) {
        barred[i * size + j] = 1;
        barred[j * size + i] = 1;
      }
    }
  }
  for (;;) {
    let bestA = -1;
    let bestB = -1;
    let best = 0;
    for (let a = 0; a < size; a++) {
      if (alive[a] === 0) continue;
      for (let b = a + 1; b < size; b++) {
        if (alive[b] === 0 || barred[a * size + b] === 1) continue;
        const total = sum[a * size + b]!;
        if (total <= 0) continue;
        const mean = total / (count[a]! * count[b]!);
        if (mean > best + 1e-12 || (mean > best - 1e-12 && bestA >= 0 && before(low, a, b, bestA, bestB))) {
          best = Math.max(mean, best);
          bestA = a;
          bestB = b;
        }
      }
    }
    if (bestA < 0) return part;
    for (let other = 0; other < size; other++) {
      if (alive[other] === 0 || other === bestA || other === bestB) continue;
      const merged = sum[bestA * size + other]! + sum[bestB * size + other]!;
      sum[bestA * size + other] = merged;
      sum[other * size + bestA] = merged;
      if (barred[bestB * size + other] === 1) {
        barred[bestA * size + other] = 1;
        barred[other * size + bestA] = 1;
      }
    }
    alive[bestB] = 0;
    count[bestA] = count[bestA]! + count[bestB]!;
    low[bestA] = Math.min(low[bestA]!, low[bestB]!);
    for (let i = 0; i < size; i++) if (part[i] === bestB) part[i] = bestA;
  }
}

function before(low: readonly number[], a: number, b: number, c: number, d: number): boolean {
  const x = Math.min(low[a]!, low[b]!);
  const y = Math.min(low[c]!, low[d]!);
  return x < y || (x === y && Math.max(low[a]!, low[b]!) < Math.max(low[c]!, low[d]!));
}
