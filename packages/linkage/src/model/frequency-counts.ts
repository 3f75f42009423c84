// A model's counts as the role shelf reads them: keys that were cut from the model still have a typical count, and weigh in sums as what they are.
// Without this every value outside the list would look as rare as one never seen.
import type { FrequencyTable } from '../roles/types.ts';
import type { ModelFrequencies } from './model.ts';

class CutCounts extends Map<string, number> {
  readonly #restCount: number;
  readonly #restKeys: number;

  constructor(list: readonly (readonly [string, number])[], restCount: number, restKeys: number) {
    super(list);
    this.#restCount = restCount;
    this.#restKeys = restKeys;
  }

  override get(key: string): number | undefined {
    return super.get(key) ?? (this.#restKeys > 0 ? this.#restCount : undefined);
  }

  override get size(): number {
    return super.size + this.#restKeys;
  }

  override *values(): MapIterator<number> {
    yield* super.values();
    for (let i = 0; i < this.#restKeys; i++) yield this.#restCount;
  }
}

export function tableOf(stated: ModelFrequencies): FrequencyTable {
  const counts = Object.entries(stated.counts).map(([kind, list]) => {
    const rest = stated.rest?.[kind];
    return [kind, rest === undefined ? new Map(list) : new CutCounts(list, rest.count, rest.keys)] as const;
  });
  return { total: stated.total, counts: Object.fromEntries(counts) };
}
