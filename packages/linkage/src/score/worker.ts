// A worker thread of the team: prepares ranges of values and scores batches of pairs on shared memory with the role shelf's comparisons.
import { parentPort, workerData } from 'node:worker_threads';
import { tableOf } from '../model/frequency-counts.ts';
import type { GatheredFrequencies } from '../model/model.ts';
import { assemble } from '../roles/index.ts';
import type { BoundComparison, ColumnRole, FrequencyTable, Locale } from '../roles/types.ts';
import { type PairBatch, PatternCounts, scoreBatch } from './batch.ts';
import type { PatternShape } from './pattern.ts';
import { type PreparedColumns, prepareRange } from './prepare.ts';
import { type SharedSlot, SlotScorer } from './slot-scorer.ts';
import { type TextChunk, TextReader } from './text-store.ts';

/** What a member needs to prepare ranges of one slot's values. */
export interface ReadJob {
  readonly comparison: string;
  readonly columns: number;
  readonly chunks: readonly TextChunk[];
  readonly wanted: readonly number[];
  readonly frequencies: GatheredFrequencies | null;
  readonly out: PreparedColumns;
}

export type Order =
  | { readonly id: number; readonly do: 'read'; readonly slot: number; readonly job: ReadJob }
  | { readonly id: number; readonly do: 'prepare'; readonly slot: number; readonly from: number; readonly to: number }
  | {
      readonly id: number;
      readonly do: 'equip';
      readonly slots: readonly SharedSlot[];
      readonly columns: readonly Int32Array[];
      readonly shape: PatternShape;
    }
  | { readonly id: number; readonly do: 'score'; readonly batch: PairBatch }
  | { readonly id: number; readonly do: 'patterns' };

export interface Answer {
  readonly id: number;
  readonly patterns?: { readonly size: number; readonly keys: Int32Array; readonly counts: Float64Array };
  readonly error?: string;
}

const { locale, roles } = workerData as { readonly locale: Locale; readonly roles: readonly ColumnRole[] };
const assembly = assemble(locale, roles);
const patterns = new PatternCounts();
let scorers: readonly SlotScorer[] = [];
let columns: readonly Int32Array[] = [];
let shape: PatternShape | null = null;
const readings = new Map<
  number,
  ReadJob & { readonly table: FrequencyTable | null; readonly reader: TextReader; readonly bound: BoundComparison }
>();

function carryOut(order: Order): Answer {
  switch (order.do) {
    case 'read': {
      const bound = assembly.comparisons.find((b) => b.id === order.job.comparison);
      if (bound === undefined) throw new Error(`unknown comparison ${order.job.comparison}`);
      const table = order.job.frequencies === null ? null : tableOf(order.job.frequencies);
      readings.set(order.slot, { ...order.job, table, reader: new TextReader(order.job.chunks), bound });
      return { id: order.id };
    }
    case 'prepare': {
      const reading = readings.get(order.slot);
      if (reading === undefined) throw new Error('prepare before read');
      const { bound, reader, table } = reading;
      prepareRange(bound.comparison, reader, reading.columns, reading.wanted, table, reading.out, order.from, order.to);
      return { id: order.id };
    }
    case 'equip':
      scorers = assembly.comparisons.map((b, s) => new SlotScorer(b.comparison, order.slots[s]!));
      columns = order.columns;
      shape = order.shape;
      return { id: order.id };
    case 'score':
      if (shape === null) throw new Error('score before equip');
      scoreBatch(order.batch, columns, scorers, shape, patterns);
      return { id: order.id };
    case 'patterns': {
      const { size, keys } = patterns.interner;
      return { id: order.id, patterns: { size, keys: keys.slice(0, size * 3), counts: patterns.counts.slice(0, size) } };
    }
  }
}

parentPort?.on('message', (order: Order) => {
  let answer: Answer;
  try {
    answer = carryOut(order);
  } catch (error) {
    answer = { id: order.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
