// The compiled reading of a model for single pairs of encoded rows: same levels, same bits as the batch, on canonical ids.
// The cluster step asks it about pairs that blocking never proposed; the property tests hold it to the reference.
import { type BoundModel, carriesFrequency, mixtureBits, refineLevels } from '../model/bind.ts';
import type { SlotScorer } from './slot-scorer.ts';

export class PairScorer {
  readonly #model: BoundModel;
  readonly #columns: readonly Int32Array[];
  readonly #scorers: readonly SlotScorer[];
  /** By slot and level: do frequency bits apply? */
  readonly #carries: readonly (readonly boolean[])[];

  constructor(model: BoundModel, columns: readonly Int32Array[], scorers: readonly SlotScorer[]) {
    this.#model = model;
    this.#columns = columns;
    this.#scorers = scorers;
    this.#carries = model.slots.map((slot, s) => Array.from(slot.bits, (_, level) => carriesFrequency(model, s, level)));
  }

  /** Refined levels of two rows. */
  levels(l: number, r: number): Uint8Array {
    const reached = new Uint8Array(this.#scorers.length);
    for (let s = 0; s < reached.length; s++) reached[s] = this.#scorers[s]!.level(this.#columns[s]![l]!, this.#columns[s]![r]!);
    return refineLevels(reached, this.#model.refinements);
  }

  /** Weight in bits of two rows. */
  weight(l: number, r: number): number {
    const levels = this.levels(l, r);
    const model = this.#model;
    let weight = model.model.priorBits;
    let frequency = 0;
    let kin = 0;
    for (let s = 0; s < model.slots.length; s++) {
      const slot = model.slots[s]!;
      const level = levels[s]!;
      weight += slot.bits[level]!;
      kin += model.related?.bits[s]?.[level] ?? 0;
      if (this.#carries[s]![level]!) {
        const column = this.#columns[s]!;
        frequency += this.#scorers[s]!.frequencyBits(column[l]!, column[r]!, level, slot.u[level]!);
      }
    }
    for (const { when, bits } of model.interactions) {
      if (!when.every((c) => c.levels.has(levels[c.slot]!))) continue;
      weight += bits;
      kin += bits;
    }
    return weight + frequency - (model.related === null ? 0 : mixtureBits(model.related.share, kin + frequency));
  }
}
