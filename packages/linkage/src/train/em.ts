// Expectation-maximisation over pattern counts: shared m, fixed u, one share of matches per group of rules (Fellegi-Sunter with Dirichlet MAP).
// Pairs of one rule mask agree on that rule's fields by construction, so these fields say nothing about lambda of that group (linkage.md §3.1.3).

export interface EmInput {
  /** Levels of every pattern, row by row (pattern × slots); 0 is missing and carries no weight. */
  readonly levels: Uint8Array;
  readonly slots: number;
  readonly counts: Float64Array;
  /** Group of every pattern (its rule mask), dense from 0. */
  readonly group: Int32Array;
  /**
   * For every group and slot: null, or the only levels that the group's rules leave possible (true by level). There the likelihood is conditional on
   * being one of them: a single level says nothing, several still tell (same surname by construction, given name open).
   */
  readonly possible: readonly (readonly (readonly boolean[] | null)[])[];
  /**
   * For every group and slot: true where some rule of the group does not look at the slot, so that its level is free there. Only such pairs teach m:
   * taken together over groups they are all matches that the other rules find, agreeing on the slot or not.
   */
  readonly informs: readonly (readonly boolean[])[];
  /** Known class of a pattern: 1 match, 0 non-match, NaN unknown. */
  readonly known: Float64Array;
  readonly u: readonly Float64Array[];
  /** Prior mean of m by slot and level (index 0 unused) and its strength in pairs. */
  readonly priorM: readonly Float64Array[];
  readonly priorStrength: number;
  readonly lambda: Float64Array;
  readonly lambdaStrength: number;
}

export interface EmResult {
  readonly m: readonly Float64Array[];
  readonly lambda: Float64Array;
  /** Posterior of every pattern. */
  readonly posterior: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

const MAX_ITERATIONS = 200;
const TOLERANCE = 1e-5;

/** Pure; the answer does not change when all counts are multiplied by k and the prior strengths with them. */
export function expectationMaximisation(input: EmInput): EmResult {
  const { levels, slots, counts, group, known, u } = input;
  const patterns = counts.length;
  let m = input.priorM.map((row) => row.slice());
  const lambda = input.lambda.slice();
  const posterior = new Float64Array(patterns);
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
    const bits = m.map((row, s) => row.map((value, level) => (level === 0 ? 0 : Math.log(value / u[s]![level]!))));
    const shift = input.possible.map((row) => row.map((possible, s) => (possible === null ? 0 : Math.log(within(m[s]!, possible) / within(u[s]!, possible)))));
    const groupMatches = new Float64Array(lambda.length);
    const groupPairs = new Float64Array(lambda.length);
    const next = m.map((row, s) => row.map((_, level) => (level === 0 ? 0 : input.priorM[s]![level]! * input.priorStrength)));
    for (let p = 0; p < patterns; p++) {
      const g = group[p]!;
      const informs = input.informs[g]!;
      let logit = Math.log(lambda[g]! / (1 - lambda[g]!));
      for (let s = 0; s < slots; s++) {
        const level = levels[p * slots + s]!;
        if (level !== 0) logit += bits[s]![level]! - shift[g]![s]!;
      }
      const post = Number.isNaN(known[p]!) ? 1 / (1 + Math.exp(-logit)) : known[p]!;
      posterior[p] = post;
      const mass = counts[p]! * post;
      groupMatches[g] = groupMatches[g]! + mass;
      groupPairs[g] = groupPairs[g]! + counts[p]!;
      for (let s = 0; s < slots; s++) {
        const level = levels[p * slots + s]!;
        if (level !== 0 && informs[s]!) next[s]![level]! += mass;
      }
    }
    let change = 0;
    for (const [s, row] of next.entries()) {
      row[0] = 0;
      const total = row.reduce((sum, x) => sum + x, 0);
      for (let level = 1; level < row.length; level++) {
        row[level] = row[level]! / total;
        change = Math.max(change, Math.abs(row[level]! - m[s]![level]!));
      }
    }
    for (let g = 0; g < lambda.length; g++) {
      const value = (groupMatches[g]! + input.lambda[g]! * input.lambdaStrength) / (groupPairs[g]! + input.lambdaStrength);
      lambda[g] = Math.min(1 - 1e-9, Math.max(1e-9, value));
    }
    m = next;
    if (change < TOLERANCE) return { m, lambda, posterior, iterations: iteration, converged: true };
  }
  return { m, lambda, posterior, iterations: MAX_ITERATIONS, converged: false };
}

/** Probability of being at one of the possible levels. */
export function within(row: Float64Array, possible: readonly boolean[]): number {
  let sum = 0;
  for (let level = 1; level < row.length; level++) if (possible[level]) sum += row[level]!;
  return sum;
}
