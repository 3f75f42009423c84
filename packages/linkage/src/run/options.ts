// What a run is asked to do and what it answers: the contract between the engine and the command, the server and the bench.
import type { Engine } from '../engine/engine.ts';
import type { Expectation, Model } from '../model/model.ts';
import type { ColumnRole, Locale, Words } from '../roles/types.ts';
import type { Workshop } from '../score/workshop.ts';

/** A table that lies in the engine already. Every column named by a role must exist as text; `id` too. */
export interface Source {
  readonly name: string;
  readonly table: string;
  readonly id: string;
  /** Column that says from which system a row came (for one-per-source); absent: `name` of this source. */
  readonly sourceColumn?: string;
  /** Column that numbers the rows from 0, for a view over a file; absent: the engine numbers the rows of the table. */
  readonly rowNumber?: string;
}

export type Mode = 'dedupe' | 'link';

/** A decision by a person: the two records are (or are not) one person. */
export interface Label {
  readonly idL: string;
  readonly idR: string;
  readonly same: boolean;
}

export interface Progress {
  readonly phase: PhaseName;
  readonly done?: number;
  readonly total?: number;
}

export type PhaseName = 'encode' | 'plan' | 'block' | 'compare' | 'train' | 'score' | 'second-round' | 'cluster' | 'seal' | 'write';

export interface RunOptions {
  readonly mode: Mode;
  /** dedupe: one or several (stacked). link: exactly two, left and right; pairs within one source are not proposed. */
  readonly sources: readonly Source[];
  readonly roles: readonly ColumnRole[];
  readonly locale: Locale;
  readonly seed?: number;
  /** Use these weights, calibration and threshold instead of training. */
  readonly model?: Model;
  /** Probability from which pairs are linked; absent: chosen without truth. */
  readonly threshold?: number;
  /** Upper bound on candidate pairs; absent: planned from rows (see plan/). */
  readonly pairBudget?: number;
  /** Rule ids to use instead of the planned set. */
  readonly rules?: readonly string[];
  readonly oneToOne?: boolean;
  readonly onePerSource?: boolean;
  readonly secondRound?: boolean;
  /** Pairs, levels and weights in the engine's SQL even where in-process is faster (always so on Spark); the answer is the same. */
  readonly allInSql?: boolean;
  readonly labels?: readonly Label[];
  /** Worker threads for string work besides the main one; 0 keeps everything on the main thread. The result does not depend on it. */
  readonly workers?: number;
  /** Pairs below this probability are not written to `edges`; default 0.01 (the cluster step uses the threshold). */
  readonly keepFrom?: number;
  /** Threads that were started before, for the locale and roles of this run (see `hireAhead`); `workers` then says nothing. */
  readonly workshop?: Workshop;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface Phase {
  readonly name: PhaseName;
  readonly seconds: number;
  /** Processor time of all threads meanwhile. */
  readonly cpuSeconds: number;
}

/** One blocking rule as planned and as it went. */
export interface RuleReport {
  readonly id: string;
  readonly label: Words;
  readonly used: boolean;
  readonly reason: 'chosen' | 'over budget' | 'adds little' | 'no values' | 'asked for' | 'not asked for';
  readonly expectedPairs: number;
  readonly largestBlock: number;
  readonly oversizeBlocks: number;
  readonly skippedRecords: number;
}

export type WarningCode =
  | 'duplicate-ids'
  | 'empty-input'
  | 'empty-column'
  | 'constant-column'
  | 'oversize-blocks'
  | 'pair-budget'
  | 'few-pairs'
  | 'recall-unknown'
  | 'no-rules'
  | 'em-not-converged'
  | 'large-cluster'
  | 'weak-evidence'
  | 'unknown-label-id'
  | 'contradicting-labels'
  | 'missing-id';

export interface Warning {
  readonly code: WarningCode;
  readonly words: Words;
}

/** How often each level was reached among scored pairs, for the report's chart. */
export interface LevelCount {
  readonly comparison: string;
  readonly level: string;
  readonly pairs: number;
  readonly expectedMatches: number;
}

/** Scored pairs whose weight lies in [bits, bits + 1). */
export interface WeightBin {
  readonly bits: number;
  readonly pairs: number;
  readonly expectedMatches: number;
}

export interface RunResult {
  readonly model: Model;
  readonly records: number;
  readonly pairs: number;
  readonly edges: number;
  readonly linkedPairs: number;
  readonly clusters: number;
  readonly largestCluster: number;
  /** Size → number of clusters of that size. */
  readonly clusterSizes: readonly (readonly [number, number])[];
  readonly threshold: number;
  readonly expected: Expectation;
  readonly phases: readonly Phase[];
  readonly rules: readonly RuleReport[];
  readonly levels: readonly LevelCount[];
  /** Records that could not reach the threshold even against a copy of themselves. */
  readonly unlinkable: number;
  /** Of the pairs in `edges`, ascending. */
  readonly histogram: readonly WeightBin[];
  readonly removedBridges: number;
  readonly cannotLinks: number;
  readonly warnings: readonly Warning[];
  /**
   * Tables left in the engine: `edges` (id_l, id_r, source_l, source_r, weight, probability), `clusters` (id, source, cluster).
   * Their rows do not depend on row order or threads; they come in no particular order.
   */
  readonly tables: { readonly edges: string; readonly clusters: string };
}

/** The signature of `dedupe` and `link` in run/. */
export type Run = (engine: Engine, options: RunOptions) => Promise<RunResult>;
