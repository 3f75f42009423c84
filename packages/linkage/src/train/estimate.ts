// Estimates m, u, lambda and the prior from pattern counts: EM, with u freed from the matches that random pairs contain, twice (`strangers.ts`).
import type { UsedRule } from '../compile/steps.ts';
import type { BoundComparison } from '../roles/types.ts';
import { chanceOf } from './chance.ts';
import { type EmResult, expectationMaximisation, within } from './em.ts';
import type { Possible } from './expectation.ts';
import { byHeld, foundShares, oneForEqual } from './found.ts';
import { type Grounds, shareStrengths, usualStrengths } from './hold.ts';
import { type HouseholdKey, inOneHousehold, sharingHouseholds } from './households.ts';
import { type Namesakes, ofSex } from './namesakes.ts';
import { isOwn, isText, pinnedLevels, relatedPrior } from './own.ts';
import type { PatternTable } from './patterns.ts';

import { withoutPlainest } from './plainest.ts';
import { areTwoPersons } from './relatives.ts';
import { normalised } from './rows.ts';
import { type Most, matchesOfOneName } from './same-name.ts';
import { strangersOf } from './strangers.ts';
import { unproposed } from './unproposed.ts';

export interface Estimate {
  readonly m: readonly Float64Array[];
  readonly u: readonly Float64Array[];
  /** P(level | two related persons), and the share of such pairs among all pairs of records. */
  readonly r: readonly Float64Array[];
  readonly relatedShare: number;
  readonly posterior: Float64Array;
  /** Posterior of every pattern: related persons. */
  readonly related: Float64Array;
  readonly lambda: Float64Array;
  /** Expected matches among the proposed pairs by slot and level. */
  readonly support: readonly Float64Array[];
  /** Proposed or not. */
  readonly expectedMatches: number;
  readonly priorBits: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Pseudo-pairs behind the shelf's expectation of m: a few, and a share of the matches, so that a foreign kind of pair cannot bend it at will. */
const PRIOR_STRENGTH = 30;
const PRIOR_SHARE = 0.05;
/** With at least this many matches known by identifier, the others count this much less for m. */
const MANY_KNOWN = 300;
const UNKNOWN_WEIGHT = 0.2;
/** Share of proposed pairs taken for matches before anything is known. */
const FIRST_SHARE = 0.3;
/** Share of relatives among pairs that are not matches, before anything is known. */
const FIRST_RELATED = 0.3;
/** Pseudo-pairs behind the starting point of related persons. */
const RELATED_STRENGTH = 20;
/** Independence is never quite true: a group's prior log odds are held within these. */
const MOST_PRIOR_ODDS = 7;
/** Share of a group's pairs that its share of matches is held by to what its rules' agreement says: it decides where nothing else does. */
const HELD = 0.01;
/** u is freed from the matches found so far this often; all rounds but the last only lead there and need not settle. */
const ROUNDS = 3;
const ROUGHLY = 0.002;

export interface EstimateInput {
  readonly comparisons: readonly BoundComparison[];
  readonly table: PatternTable;
  /** Agreement of random pairs of records by slot and level, matches among them included. */
  readonly random: readonly Float64Array[];
  /** How often strangers have the same name at most, by slot; where few columns tell something. */
  readonly most?: readonly (Most | null)[];
  /** Pairs behind `random`, by slot. */
  readonly randomPairs: readonly number[];
  /** All pairs of records, proposed or not. */
  readonly allPairs: number;
  readonly known: Float64Array;
  /** What a given name says of the date of birth. */
  readonly namesakes?: readonly Namesakes[];
  /** Keys that a household shares and one person's records too, with the pairs of records that agree on each, proposed or not. */
  readonly households?: readonly HouseholdKey[];
  /** By rule in use and slot: the chance that two records agree on what the rule looks at there; null where it does not look. */
  readonly agreement: readonly (readonly (number | null)[])[];
  /** Records with a value, as a share of all, by slot. */
  readonly held: readonly number[];
  /** In use, in the order of the masks' bits. */
  readonly rules: readonly UsedRule[];
  /** Pairs that people called the same, by slot and level. */
  readonly told?: readonly Float64Array[];
}

export function estimate(given: EstimateInput): Estimate {
  // What a text's words agree on is not told by its level, and two columns leave nothing to tell by what rules passed over.
  const simple = given.comparisons.length <= 2 || given.comparisons.some(isText);
  const own = given.comparisons.map(isOwn);
  const table = simple ? withoutPlainest(given.table, own) : byHeld(given.table);
  const shares = simple ? table.possible.map((rows) => rows.map(asShares)) : foundShares(table, given, own);
  const texts = given.comparisons.map(isText);
  const possible = oneForEqual(shares.map((rows, g) => rows.map((row, s) => row ?? (texts[s] ? asShares(table.passed[g]![s]!) : null))));
  const input = { ...given, table, simple, shares, possible };
  if (!input.comparisons.some(ofHousehold)) return fit(input, 0);
  const wide = fit(input, FIRST_RELATED);
  if (wide.relatedShare * input.allPairs < LEAST_RELATED * wide.expectedMatches) return fit(input, 0);
  if (areTwoPersons(input.comparisons, input.table, wide.related)) return wide;
  const plain = fit(input, 0);
  return wide.expectedMatches < (1 - LEAST_TAKEN) * plain.expectedMatches ? plain : wide;
}

type Shares = readonly (readonly (Possible | null)[])[];
type FitInput = EstimateInput & { readonly simple: boolean; readonly shares: Shares; readonly possible: Shares };

function fit(input: FitInput, firstRelated: number): Estimate {
  const { comparisons, table } = input;
  const priorM = comparisons.map(({ comparison }) =>
    normalised(Float64Array.from(comparison.levels, (level, i) => (i === 0 ? 0 : level.m))),
  );
  const agreement = comparisons.map((bound, s) => ({
    random: input.random[s]!,
    pairs: input.randomPairs[s]!,
    expected: normalised(usualOf(bound, input.random[s]!)),
    own: isOwn(bound),
  }));
  const most = input.most ?? [];
  const freed = (rows: readonly Float64Array[], lambda: number) =>
    agreement.map((of, s) => {
      const row = strangersOf(of, rows[s]!, lambda);
      const name = most[s] ?? null;
      return normalised(name === null ? row : row.map((share, level) => (level === name.level ? Math.min(share, name.share) : share)));
    });
  let u = freed(priorM, 0);
  let m: readonly Float64Array[] = priorM;
  let result: EmResult | null = null;
  let related = 0;
  const forced = { ...table, possible: input.shares };
  const labelled = knownMatches(table, input.known) >= MANY_KNOWN;
  // Where few columns tell something, the sex is what is left to tell matches by.
  const namesakes = (input.namesakes ?? []).filter(({ on }) => most.length === 0 || !ofSex(comparisons[on]!));
  const named = matchesOfOneName(most, input.random) * input.allPairs;
  let matches = named > 0 ? named : FIRST_SHARE * table.counts.reduce((sum, n) => sum + n, 0);
  const firstR = relatedPrior(comparisons, priorM, u);
  const grounds: Grounds = {
    random: input.random,
    counted: comparisons.map((_, s) => (most[s] ?? null) !== null),
    household: comparisons.map(ofHousehold),
    kin: comparisons.map(({ comparison }) => comparison.levels.map(({ kin }) => kin === true)),
  };
  const seen = firstRelated > 0 && named > 0 && inOneHousehold(table, grounds, { m: priorM, u }) > LEAST_RELATED * matches;
  // Seen in the counts, and not only supposed to explain pairs that agree half; before the first round where it is known how many matches there are.
  let families =
    seen ||
    (firstRelated > 0 &&
      named > 0 &&
      sharingHouseholds(input.households ?? [], { m: priorM, r: firstR }, u, matches) > LEAST_RELATED * matches);
  for (let round = 0; round < ROUNDS; round++) {
    const chance = chanceOf(forced, namesakes, u);
    result = expectationMaximisation({
      levels: table.levels,
      slots: table.slots,
      counts: table.counts,
      group: table.group,
      possible: input.possible,
      informs: table.informs,
      known: input.known,
      chance: chance.byPattern,
      u,
      priorM,
      priorStrength: PRIOR_STRENGTH + PRIOR_SHARE * matches,
      ...(input.told === undefined ? {} : { told: input.told }),
      unknownWeight: labelled ? UNKNOWN_WEIGHT : 1,
      priorR: relatedPrior(comparisons, priorM, u),
      relatedStrength: RELATED_STRENGTH,
      relatedFirst: firstRelated,
      pinned: pinnedLevels(comparisons, families, round + 1 === ROUNDS),
      lambda: groupPriors(
        forced,
        { m, u, chance: chance.byGroup },
        result,
        priorOdds(matches, input.allPairs),
        related / Math.max(1, input.allPairs),
      ),
      lambdaStrength: named > 0 ? shareStrengths(table, grounds, round + 1 === ROUNDS) : usualStrengths(table, input.simple ? 0 : HELD),
      ...(result === null ? {} : { start: result }),
      ...(round + 1 < ROUNDS ? { tolerance: ROUGHLY } : {}),
    });
    // Random pairs are of all matches, those that no rule proposed among them. Where identifiers label many pairs, what EM finds is left as it is.
    matches = labelled ? 0 : unproposed(table, result.posterior);
    related = 0;
    for (let p = 0; p < table.size; p++) {
      matches += table.counts[p]! * result.posterior[p]!;
      related += table.counts[p]! * result.related[p]!;
    }
    const sharing = firstRelated === 0 ? 0 : sharingHouseholds(input.households ?? [], result, u, matches);
    related = Math.max(related, sharing);
    families = seen || sharing > LEAST_RELATED * matches;
    m = result.m;
    u = freed(m, matches / Math.max(1, input.allPairs));
  }
  const { r, posterior, related: kin, iterations, converged, lambda } = result!;
  const relatedShare = Math.min(0.5, related / Math.max(1, input.allPairs));
  const support = m.map((row) => new Float64Array(row.length));
  for (let p = 0; p < table.size; p++) {
    for (let s = 0; s < table.slots; s++) {
      const row = support[s]!;
      const level = table.levels[p * table.slots + s]!;
      row[level] = row[level]! + table.counts[p]! * posterior[p]!;
    }
  }
  const priorBits = priorOdds(matches, input.allPairs) / Math.LN2;
  return { m, u, r, relatedShare, posterior, related: kin, lambda, support, expectedMatches: matches, priorBits, iterations, converged };
}

function priorOdds(matches: number, allPairs: number): number {
  const share = Math.min(0.999, Math.max(1e-12, matches / Math.max(1, allPairs)));
  return Math.log(share / (1 - share));
}

/** Share of matches in each group before its pairs are looked at: what its rules' agreement alone says in the plain model. */
function groupPriors(
  table: { readonly possible: readonly (readonly (Possible | null)[])[] },
  { m, u, chance }: { readonly m: readonly Float64Array[]; readonly u: readonly Float64Array[]; readonly chance: Float64Array },
  before: EmResult | null,
  prior: number,
  relatedShare: number,
): Float64Array {
  return Float64Array.from(table.possible, (row, g) => {
    let match = prior - Math.log(chance[g]!);
    let kin = -Math.log(chance[g]!);
    for (const [s, possible] of row.entries()) {
      if (possible === null) continue;
      const strangers = within(u[s]!, possible);
      match += Math.log(within(m[s]!, possible) / strangers);
      if (before !== null) kin += Math.log(within(before.r[s]!, possible) / strangers);
    }
    const odds = match - (before === null ? 0 : Math.log(1 - relatedShare + relatedShare * Math.exp(Math.min(kin, 500))));
    return 1 / (1 + Math.exp(-Math.min(MOST_PRIOR_ODDS, Math.max(-MOST_PRIOR_ODDS, odds))));
  });
}

/** Comparisons that bring relatives into one block; without them, or with fewer relatives than this share of matches, there are none to speak of. */
const HOUSEHOLD_ROLES: ReadonlySet<string> = new Set(['address', 'phone', 'free-text']);
const LEAST_RELATED = 0.1;
const ofHousehold = ({ comparison }: BoundComparison): boolean => comparison.inputs.some((role) => HOUSEHOLD_ROLES.has(role));
/** Doubtful relatives are done without where they take at least this share of the matches. */
const LEAST_TAKEN = 0.05;

const asShares = (row: readonly boolean[] | null): Possible | null => row && Float64Array.from(row, Number);

function knownMatches(table: PatternTable, known: Float64Array): number {
  let sum = 0;
  for (let p = 0; p < table.size; p++) if (known[p]! > 0.5) sum += table.counts[p]!;
  return sum;
}

function usualOf({ comparison: { levels, usual } }: BoundComparison, random: Float64Array): Float64Array {
  return usual?.(random) ?? Float64Array.from(levels, (level, i) => (i === 0 ? 0 : level.u));
}
