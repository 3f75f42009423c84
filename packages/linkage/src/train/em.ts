// Expectation-maximisation over pattern counts with three kinds of pairs: one person, two related persons, two strangers.
// Relatives agree on address, phone and surname at once, which no independence model of strangers explains; without a class of their own they are
// taken for matches. Shared m and r, fixed u, shares by group of rules (Fellegi-Sunter, Dirichlet MAP; linkage.md §3.1.3).
import { layOut, type PatternInput, type Possible } from './expectation.ts';

export interface EmInput extends PatternInput {
  /** Prior means of m and r by slot and level (index 0 unused), also where EM starts, and their strengths in pairs. */
  readonly priorM: readonly Float64Array[];
  readonly priorStrength: number;
  /** Pairs that people called the same, by slot and level: counted for m beside all others. */
  readonly told?: readonly Float64Array[];
  readonly priorR: readonly Float64Array[];
  readonly relatedStrength: number;
  /** Share of related among non-matching pairs to start from; 0 leaves the class out. */
  readonly relatedFirst: number;
  /** By group. */
  readonly lambdaStrength: Float64Array;
  /** Where to start instead of the priors: an earlier result with slightly other u. */
  readonly start?: Pick<EmResult, 'm' | 'r'>;
  /** Largest change of any share at which it ends; absent: `TOLERANCE`. */
  readonly tolerance?: number;
}

export interface EmResult {
  readonly m: readonly Float64Array[];
  readonly r: readonly Float64Array[];
  readonly lambda: Float64Array;
  /** Posterior of every pattern: one person. */
  readonly posterior: Float64Array;
  /** Posterior of every pattern: related persons. */
  readonly related: Float64Array;
  readonly iterations: number;
  /** No share in m or r moved any more, or no match did. */
  readonly converged: boolean;
}

const MAX_ITERATIONS = 80;
const TOLERANCE = 1e-4;
/**
 * In many files what relatives share does not come to rest, though the number of matches does: it ends as well after a few steps that each change that number by
 * less than this share. At the last step allowed, the second share is enough to call it settled.
 */
const RESTING = 5e-5;
const RESTING_STEPS = 4;
const SETTLED = 2e-4;

/** Pure; the answer does not change when all counts are multiplied by k and the prior strengths with them. */
export function expectationMaximisation(input: EmInput): EmResult {
  const { u } = input;
  const patterns = layOut(input);
  let m: Float64Array[] = (input.start?.m ?? input.priorM).map((row) => row.slice());
  let r: Float64Array[] = (input.start?.r ?? input.priorR).map((row) => row.slice());
  const lambda = input.lambda.slice();
  const relatives = Float64Array.from(lambda, () => input.relatedFirst);
  const tolerance = input.tolerance ?? TOLERANCE;
  let matches = Number.NaN;
  let resting = 0;
  for (let iteration = 1; ; iteration++) {
    const sums = patterns.expect(logRatios(m, u), logRatios(r, u), lambda, relatives, (rows, possible, s) =>
      Math.log(within((rows === 'm' ? m : r)[s]!, possible) / within(u[s]!, possible)),
    );
    const nextM = added(sums.m, input.priorM, (prior, s, i) => prior * input.priorStrength + (input.told?.[s]?.[i] ?? 0));
    const nextR = added(sums.r, input.priorR, (prior) => prior * input.relatedStrength);
    const change = Math.max(normalise(nextM, m), normalise(nextR, r, input));
    for (let g = 0; g < lambda.length; g++) {
      const k = input.lambdaStrength[g]!;
      lambda[g] = bounded((sums.matches[g]! + input.lambda[g]! * k) / (sums.pairs[g]! + k));
      const others = sums.pairs[g]! - sums.matches[g]!;
      if (input.relatedFirst > 0) relatives[g] = bounded((sums.related[g]! + input.relatedFirst * k) / (others + k));
    }
    m = nextM;
    r = nextR;
    const before = matches;
    matches = sums.matches.reduce((sum, n) => sum + n, 0);
    const moved = Math.abs(matches - before) / matches;
    resting = moved < RESTING ? resting + 1 : 0;
    if (change < tolerance || resting === RESTING_STEPS || iteration >= MAX_ITERATIONS) {
      const { posterior, related } = patterns;
      return { m, r, lambda, posterior, related, iterations: iteration, converged: change < tolerance || moved < SETTLED };
    }
  }
}

/** Rows of sums with what is believed beforehand added. */
function added(sums: readonly Float64Array[], priors: readonly Float64Array[], prior: (share: number, s: number, level: number) => number) {
  return sums.map((row, s) => row.map((sum, level) => (level === 0 ? 0 : sum + prior(priors[s]![level]!, s, level))));
}

function bounded(share: number): number {
  return Math.min(1 - 1e-9, Math.max(1e-9, share));
}

/** Log likelihood ratios by slot and level. */
function logRatios(rows: readonly Float64Array[], u: readonly Float64Array[]): Float64Array[] {
  return rows.map((row, s) => row.map((value, level) => (level === 0 ? 0 : Math.log(value / u[s]![level]!))));
}

/** Probability of being at a level and found there. */
export function within(row: Float64Array, possible: Possible): number {
  let sum = 0;
  for (let level = 1; level < row.length; level++) sum += row[level]! * possible[level]!;
  return sum;
}

/** Scales every row to 1 in place, pinned levels apart; the largest change against `before`. */
function normalise(rows: readonly Float64Array[], before: readonly Float64Array[], pins?: Pick<EmInput, 'pinned' | 'priorR'>): number {
  let change = 0;
  for (const [s, row] of rows.entries()) {
    let free = 0;
    let held = 0;
    for (let level = 1; level < row.length; level++) {
      if (pins?.pinned[s]?.[level] === true) held += pins.priorR[s]![level]!;
      else free += row[level]!;
    }
    for (let level = 1; level < row.length; level++) {
      row[level] = pins?.pinned[s]?.[level] === true ? pins.priorR[s]![level]! : (row[level]! * (1 - held)) / free;
      change = Math.max(change, Math.abs(row[level]! - before[s]![level]!));
    }
  }
  return change;
}
