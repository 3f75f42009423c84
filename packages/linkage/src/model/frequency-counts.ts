// A model's counts as the role shelf reads them: keys that were cut from the model still have a typical count, and weigh in sums as what they are.
// Without this every value outside the list would look as rare as one never seen. Sealed tables are asked by the digest of a key.
import type { CountsByFacetKey, FrequencyTable } from '../roles/types.ts';
import { RECORDS } from '../shelf/frequency.ts';
import { NumbersByKey } from '../shelf/numbers-by-key.ts';
import { facetKey } from '../shelf/text/hash.ts';
import { digestOf } from './digest.ts';
import type { GatheredFrequencies, ModelFrequencies } from './model.ts';

interface Rest {
  readonly count: number;
  readonly keys: number;
}

class CutCounts extends Map<string, number> {
  readonly #rest: Rest;

  /** The keys that are not listed. */
  get rest(): Rest {
    return this.#rest;
  }

  constructor(list: readonly (readonly [string, number])[], rest: Rest) {
    super(list);
    this.#rest = rest;
  }

  /** Of the keys that are. */
  listed(): Iterable<number> {
    return super.values();
  }

  override get(key: string): number | undefined {
    return super.get(key) ?? (this.#rest.keys > 0 ? this.#rest.count : undefined);
  }

  override get size(): number {
    return super.size + this.#rest.keys;
  }

  override *values(): MapIterator<number> {
    yield* super.values();
    for (let i = 0; i < this.#rest.keys; i++) yield this.#rest.count;
  }
}

/** Surnames and characters are asked for again and again; whole names and numbers once or twice. */
const REMEMBERED = 50_000;

class SealedCounts extends CutCounts {
  readonly #digest: (key: string) => string;
  readonly #asked = new Map<string, number | undefined>();

  constructor(list: readonly (readonly [string, number])[], rest: Rest, digest: (key: string) => string) {
    super(list, rest);
    this.#digest = digest;
  }

  override get(key: string): number | undefined {
    if (this.#asked.has(key)) return this.#asked.get(key);
    const count = super.get(this.#digest(key));
    if (this.#asked.size < REMEMBERED) this.#asked.set(key, count);
    return count;
  }
}

/** A run's own counts, whose texts nobody has read: a text is found by its facet key. */
class KeyedCounts extends CutCounts {
  readonly byKey: CountsByFacetKey;
  #numbers: NumbersByKey | null = null;

  constructor(byKey: CountsByFacetKey, rest: Rest) {
    super([], rest);
    this.byKey = byKey;
  }

  override listed(): Iterable<number> {
    return this.byKey.counts;
  }

  override get(key: string): number {
    this.#numbers ??= new NumbersByKey(this, (count) => count);
    return this.#numbers.get(facetKey(key));
  }

  override get size(): number {
    return super.size + this.byKey.keys.length;
  }

  override *values(): MapIterator<number> {
    yield* this.byKey.counts;
    yield* super.values();
  }
}

export function tableOf(stated: GatheredFrequencies | ModelFrequencies): FrequencyTable {
  const sealed = 'salt' in stated ? stated : null;
  const counts = Object.entries(stated.counts).map(([kind, list]) => {
    const rest = stated.rest?.[kind] ?? { count: 0, keys: 0 };
    if (sealed === null || kind === RECORDS) return [kind, new CutCounts(list, rest)] as const;
    return [kind, new SealedCounts(list, rest, (key) => digestOf(sealed.salt, kind, key))] as const;
  });
  if ('keyed' in stated) {
    for (const [kind, byKey] of Object.entries(stated.keyed ?? {})) {
      counts.push([kind, new KeyedCounts(byKey, stated.rest?.[kind] ?? { count: 0, keys: 0 })]);
    }
  }
  const { total, strangers } = stated;
  return {
    total,
    counts: Object.fromEntries(counts),
    ...(sealed === null ? {} : { facts: sealed.facts }),
    ...(strangers === undefined ? {} : { strangers }),
  };
}
