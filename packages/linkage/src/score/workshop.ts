// Where work is done: on the calling thread for small jobs, shared out to worker threads for large ones. Same answers either way.
import type { GatheredFrequencies } from '../model/model.ts';
import type { BoundComparison } from '../roles/types.ts';
import { Hands } from './hands.ts';
import type { Equipment, OrderKind, Orders } from './orders.ts';

export interface Workshop {
  readonly size: number;
  /** When all threads have started. */
  ready(): Promise<void>;
  /** One piece of work for whoever is free, or for one member, who keeps what belongs together; it does its pieces in the order of asking. */
  ask<K extends OrderKind>(kind: K, ask: Orders[K]['ask'], member?: number): Promise<Orders[K]['answer']>;
  /** Hands over what blocks and pairs need. */
  equip(equipment: Equipment): Promise<void>;
  /** Gives back the memory of what was handed over and is not needed any more, in all threads. */
  tidy(): Promise<void>;
  /** Forgets what was handed over: nothing more is asked. */
  release(): Promise<void>;
  /** Hands over what weights need. */
  weighBy(frequencies: readonly (GatheredFrequencies | null)[]): Promise<void>;
  close(): Promise<void>;
}

/** Everything on the calling thread. */
export class SoloWorkshop implements Workshop {
  readonly size = 1;
  readonly #hands: Hands;

  constructor(comparisons: readonly BoundComparison[]) {
    this.#hands = new Hands(comparisons);
  }

  async ready(): Promise<void> {}

  async ask<K extends OrderKind>(kind: K, ask: Orders[K]['ask']): Promise<Orders[K]['answer']> {
    return this.#hands.carryOut(kind, ask);
  }

  async equip(equipment: Equipment): Promise<void> {
    this.#hands.equip(equipment);
  }

  async tidy(): Promise<void> {
    this.#hands.tidy();
  }

  async release(): Promise<void> {
    this.#hands.release();
  }

  async weighBy(frequencies: readonly (GatheredFrequencies | null)[]): Promise<void> {
    this.#hands.weighBy(frequencies);
  }

  async close(): Promise<void> {}
}
