// The pieces of work of a run, as plain data that can be handed to a thread; what a piece gives does not depend on who does it.
import type { GatheredFrequencies, ModelFrequencies } from '../model/model.ts';
import type { BlockOrder, Blocks, NumberOrder } from '../plan/block-rows.ts';
import type { RuleSurvey, SurveyOrder } from '../plan/survey.ts';
import type { PairBatch, Patterns } from './batch.ts';
import type { EntityOrder } from './entities.ts';
import type { PairsOrder } from './pairs.ts';
import type { PatternShape } from './pattern.ts';
import type { PreparedColumns } from './prepare.ts';
import type { SettledSlot } from './settle.ts';
import type { SharedSlot } from './shared-slot.ts';
import type { TakenSlot, TakeOrder } from './take.ts';
import type { TextChunk } from './text-store.ts';
import type { WeighedBatch, WeighOrder } from './weigh.ts';

/** Everything that later pieces ask of the encoded rows. */
export interface Equipment {
  readonly slots: readonly SharedSlot[];
  /** Canonical ids by row number. */
  readonly columns: readonly Int32Array[];
  /** Source by row number. */
  readonly sources: Int32Array;
  readonly shape: PatternShape;
}

export interface Orders {
  /** Rows of a slot, whose values are told apart by the thread that owns it. */
  readonly take: { readonly ask: TakeOrder; readonly answer: null };
  /** The end of a slot's rows. */
  readonly finish: {
    readonly ask: { readonly slot: number; readonly wanted: readonly number[] };
    readonly answer: TakenSlot;
  };
  /** One chunk of raw values of a slot. */
  readonly prepare: {
    readonly ask: { readonly slot: number; readonly chunk: TextChunk; readonly wanted: readonly number[] };
    readonly answer: PreparedColumns;
  };
  /** All chunks of a slot to canonical ids. */
  readonly settle: {
    readonly ask: {
      readonly slot: number;
      /** How many facets were wanted. */
      readonly facets: number;
      readonly chunks: readonly PreparedColumns[];
      readonly counts: Int32Array;
      readonly column: Int32Array;
    };
    readonly answer: SettledSlot;
  };
  /** Frequencies of a slot's values. */
  readonly frequencies: {
    readonly ask: FrequencyOrder;
    readonly answer: GatheredFrequencies | null;
  };
  /** What a model keeps of them. */
  readonly seal: {
    readonly ask: { readonly order: FrequencyOrder; readonly gathered: GatheredFrequencies };
    readonly answer: ModelFrequencies;
  };
  /** Agreement of random pairs of records on a slot, by level. */
  readonly random: {
    readonly ask: { readonly slot: number; readonly counts: Int32Array; readonly seed: number };
    readonly answer: Float64Array;
  };
  /** Counts of the blocks of some rules. */
  readonly survey: { readonly ask: SurveyOrder; readonly answer: readonly RuleSurvey[] };
  /** The blocks of one rule. */
  readonly block: { readonly ask: BlockOrder; readonly answer: Blocks };
  /** The key of every row in a block, into shared memory. */
  readonly number: { readonly ask: NumberOrder; readonly answer: null };
  /** The pairs of a range of blocks, compared. */
  readonly pairs: { readonly ask: PairsOrder; readonly answer: ComparedPairs };
  /** Given pairs, compared. */
  readonly compare: { readonly ask: PairBatch; readonly answer: ComparedPairs };
  /** Pairs of clusters to weights. */
  readonly entities: { readonly ask: EntityOrder; readonly answer: Float64Array };
  /** Compared pairs to weights. */
  readonly weigh: { readonly ask: WeighOrder; readonly answer: WeighedBatch };
}

export interface FrequencyOrder extends Pick<SharedSlot, 'chunks' | 'representative' | 'wanted'> {
  readonly slot: number;
  /** By canonical id. */
  readonly counts: Int32Array;
  readonly high: Int32Array;
  readonly facets: readonly Int32Array[];
  readonly rows: Int32Array;
  readonly packed: Uint8Array;
}

export interface ComparedPairs {
  /** `pattern` counts from 0 within `patterns`. */
  readonly batch: { readonly l: Int32Array; readonly r: Int32Array; readonly pattern: Int32Array };
  readonly patterns: Patterns;
}

export type OrderKind = keyof Orders;
