// Carries out pieces of work on one thread, with the comparisons of an assembly.
import type { GatheredFrequencies } from '../model/model.ts';
import { blockRows, numberRows } from '../plan/block-rows.ts';
import { surveyRules } from '../plan/survey.ts';
import type { BoundComparison } from '../roles/types.ts';
import { randomAgreement } from '../train/frequencies.ts';
import { type PairBatch, type Patterns, scoreBatch } from './batch.ts';
import { collectGarbage } from './collect.ts';
import { entityWeights } from './entities.ts';
import { frequencyTable } from './frequency-table.ts';
import type { Equipment, OrderKind, Orders } from './orders.ts';
import { pairsOf } from './pairs.ts';
import { prepareChunk } from './prepare.ts';
import { sealSlot } from './seal-slot.ts';
import { settleSlot } from './settle.ts';
import { Slabs } from './slabs.ts';
import { SlotScorer } from './slot-scorer.ts';
import { SlotTaker } from './take.ts';
import { weighBatch } from './weigh.ts';

type Handlers = { readonly [K in OrderKind]: (ask: Orders[K]['ask']) => Orders[K]['answer'] };

export class Hands {
  readonly #comparisons: readonly BoundComparison[];
  #equipment: (Equipment & { readonly scorers: readonly SlotScorer[] }) | null = null;
  readonly #takers = new Map<number, SlotTaker>();
  readonly #slabs = new Slabs();
  readonly #handlers: Handlers = {
    take: (ask) => {
      this.#taker(ask.slot, ask.wanted, ask.column.length).take(ask);
      return null;
    },
    finish: ({ slot, wanted }) => {
      const taken = this.#taker(slot, wanted, 0).finish();
      this.#takers.delete(slot);
      return taken;
    },
    prepare: ({ slot, chunk, wanted }) => {
      const bound = this.#comparisons[slot]!;
      return prepareChunk(bound.comparison, chunk, bound.columns.length, wanted);
    },
    settle: ({ slot, facets, chunks, counts, column }) =>
      settleSlot(this.#comparisons[slot]!.comparison.packing?.width ?? 0, facets, chunks, counts, column),
    frequencies: (ask) => frequencyTable(this.#comparisons[ask.slot]!, ask),
    seal: ({ order, gathered }) => sealSlot(this.#comparisons[order.slot]!, order, gathered),
    random: ({ slot, counts, seed }) => {
      const { slots, scorers } = this.#equipped;
      const levels = this.#comparisons[slot]!.comparison.levels.length;
      return randomAgreement({ prepared: slots[slot]!.prepared, counts }, levels, scorers[slot]!, seed);
    },
    survey: (ask) => surveyRules(this.#equipped, ask),
    block: (ask) => blockRows(this.#equipped, ask),
    number: (ask) => {
      numberRows(ask);
      return null;
    },
    pairs: (ask) => {
      const found = pairsOf(ask, this.#equipped.sources);
      const patterns = this.#compare(found);
      return { batch: { l: this.#keep(found.l), r: this.#keep(found.r), pattern: this.#keep(found.mask) }, patterns };
    },
    compare: (ask) => {
      const patterns = this.#compare(ask);
      return { batch: { l: ask.l, r: ask.r, pattern: ask.mask }, patterns };
    },
    entities: (ask) => entityWeights(ask, this.#equipped.columns, this.#equipped.scorers),
    weigh: (ask) => weighBatch(ask, this.#equipped.columns, this.#equipped.scorers, this.#slabs),
  };

  constructor(comparisons: readonly BoundComparison[]) {
    this.#comparisons = comparisons;
  }

  /** Must come before blocks and pairs. */
  equip(equipment: Equipment): void {
    const scorers = this.#comparisons.map((b, s) => new SlotScorer(b.comparison, equipment.slots[s]!));
    this.#equipment = { ...equipment, scorers };
  }

  /** Gives back what is not needed any more. */
  tidy(): void {
    this.#slabs.forget();
    collectGarbage();
  }

  release(): void {
    this.#equipment = null;
    this.#slabs.forget();
    this.#takers.clear();
  }

  /** Must come before weights. */
  weighBy(frequencies: readonly (GatheredFrequencies | null)[]): void {
    for (const [s, scorer] of this.#equipped.scorers.entries()) scorer.weighBy(frequencies[s] ?? null);
  }

  carryOut<K extends OrderKind>(kind: K, ask: Orders[K]['ask']): Orders[K]['answer'] {
    return this.#handlers[kind](ask);
  }

  #taker(slot: number, wanted: readonly number[], rows: number): SlotTaker {
    let taker = this.#takers.get(slot);
    if (taker === undefined) {
      taker = new SlotTaker(this.#comparisons[slot]!, wanted, rows);
      this.#takers.set(slot, taker);
    }
    return taker;
  }

  get #equipped() {
    if (this.#equipment === null) throw new Error('asked for pairs before the rows are there');
    return this.#equipment;
  }

  /** Overwrites the pairs' masks with pattern ids. */
  #compare(pairs: PairBatch): Patterns {
    const { columns, scorers, shape } = this.#equipped;
    return scoreBatch(pairs, columns, scorers, shape);
  }

  #keep(ints: Int32Array): Int32Array {
    const kept = this.#slabs.ints(ints.length);
    kept.set(ints);
    return kept;
  }
}
