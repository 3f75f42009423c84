// What a trained linkage model is, as plain serialisable data: no functions, no SQL dialect (law 3 of the house).
// Scoring follows Fellegi and Sunter (1969): a pair's weight is the prior plus the sum of log2(m/u) over the levels reached.
import type { ColumnRole, CountsByFacetKey, Locale, Words } from '../roles/types.ts';

/** One outcome of a comparison with its trained probabilities; `bits` = log2(m/u) after smoothing, 0 for `missing`. */
export interface ModelLevel {
  readonly id: string;
  readonly label: Words;
  readonly m: number;
  readonly u: number;
  readonly bits: number;
}

/** Counts behind frequency-adjusted weights as a run gathers them, keys readable; cut to the frequent values so that a model stays small. */
export interface GatheredFrequencies {
  readonly total: number;
  readonly counts: Readonly<Record<string, readonly (readonly [string, number])[]>>;
  /** Kinds that a run counts by facet key: their texts are read when the model is sealed, since no weight asks for them. */
  readonly keyed?: Readonly<Record<string, CountsByFacetKey>>;
  /** By kind, the keys that are not listed: how many, and how often each is met. */
  readonly rest?: Readonly<Record<string, { readonly count: number; readonly keys: number }>>;
  /** u of the first level; a stored model has it there. */
  readonly strangers?: number;
}

/** The same as a model keeps it: keys are digests, since names, numbers and addresses of persons have no place in a model file. */
export interface ModelFrequencies extends Omit<GatheredFrequencies, 'keyed'> {
  /** Begins what is digested, so that a table of digests made for one model is of no use for another. */
  readonly salt: string;
  /** Sums over the keys that can no longer be made from digests. */
  readonly facts: Readonly<Record<string, number>>;
}

/** A comparison bound to columns; `comparison` names the one of the role shelf that prepares and compares the values. */
export interface ModelComparison {
  readonly id: string;
  readonly comparison: string;
  readonly columns: readonly string[];
  readonly label: Words;
  readonly levels: readonly ModelLevel[];
  readonly frequencies: ModelFrequencies | null;
}

/** A correction for two comparisons that do not err independently: added when both level sets are reached. */
export interface ModelInteraction {
  readonly id: string;
  readonly label: Words;
  readonly when: readonly { readonly comparison: string; readonly levels: readonly string[] }[];
  readonly bits: number;
}

/**
 * A second kind of pair besides the plain one: by comparison and level log2 of its probability against the plain kind's, and its share.
 * `related`: two persons of one household, against strangers (share among all pairs); they lower weights by what they explain.
 */
export interface ModelKind {
  readonly share: number;
  readonly bits: readonly (readonly number[])[];
}

/** A blocking rule of the plan that trained the model; `used` is false where the pair budget left it out. */
export interface ModelRule {
  readonly id: string;
  readonly label: Words;
  readonly parts: readonly { readonly comparison: string; readonly facet: string }[];
  readonly used: boolean;
}

/** Weight → probability, piecewise linear in log odds between points of rising weight (isotonic, so never falling). */
export interface Calibration {
  readonly weights: readonly number[];
  readonly logOdds: readonly number[];
}

/** What the model expects of its own decisions at a threshold, estimated without truth. */
export interface Expectation {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Where the numbers come from, so that a reader can judge them. */
export interface Training {
  readonly how: 'defaults' | 'em' | 'em-with-ids' | 'em-with-labels';
  readonly records: number;
  readonly pairs: number;
  readonly patterns: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly labelledPairs: number;
  readonly idPairs: number;
}

export interface Model {
  /** Which shape this is; the version, its validator and migrations are in parse-model.ts. */
  readonly schemaVersion: 2;
  readonly locale: Locale;
  readonly columns: readonly ColumnRole[];
  readonly comparisons: readonly ModelComparison[];
  readonly related: ModelKind | null;
  readonly interactions: readonly ModelInteraction[];
  readonly rules: readonly ModelRule[];
  /** log2 odds that a random candidate pair is one person, before any comparison. */
  readonly priorBits: number;
  readonly calibration: Calibration;
  /** Probability from which a pair is linked by default, chosen without truth. */
  readonly threshold: number;
  readonly expected: Expectation;
  readonly training: Training;
  readonly seed: number;
}
