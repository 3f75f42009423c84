// How rare is what two values have in common? Counts by named part of a value (whole name, surname, road …), Winkler's frequency weights (1990/2000)
// in one form for all comparisons: log2(u / p) where p replaces a level's u, log2(mean p / p) where it only scales it.
import type { Frequency, FrequencyTable, Level, Shares } from '../roles/types.ts';

/** Frequency weights are kept within this many bits: a few counts cannot prove more. */
export const MOST_BITS = 20;
export const clampBits = (bits: number): number => (bits > MOST_BITS ? MOST_BITS : bits < -MOST_BITS ? -MOST_BITS : Number.isNaN(bits) ? 0 : bits);

export interface FrequencyParts<P> {
  /** Kind → key of a value, null where it has none. */
  readonly kinds: Readonly<Record<string, (value: P) => string | null>>;
  /** Level id → kind that agrees at this level. */
  readonly levels: Readonly<Record<string, string>>;
}

/** Chance that two random records share a key: the sum of squared shares, without a record's pair with itself. */
export const meanShare = (counts: ReadonlyMap<string, number>, total: number): number => {
  let pairs = 0;
  for (const count of counts.values()) pairs += count * (count - 1);
  return total > 1 ? Math.max(pairs, 1) / (total * (total - 1)) : 1;
};

/** Share of the other records with the same key, never below half a record: a value's only pair says nothing about its rarity. */
export const ownShare = (count: number, total: number): number => Math.max(count - 1, 0.5) / Math.max(total, 1);

export const bump = (counts: Map<string, number>, key: string | null, by: number): void => {
  if (key !== null) counts.set(key, (counts.get(key) ?? 0) + by);
};

/** Means by kind, kept until the table grows. */
export const remembered = <T>(compute: (table: FrequencyTable) => T): ((table: FrequencyTable) => T) => {
  const memory = new WeakMap<FrequencyTable, { total: number; value: T }>();
  return (table) => {
    const known = memory.get(table);
    if (known && known.total === table.total) return known.value;
    const value = compute(table);
    memory.set(table, { total: table.total, value });
    return value;
  };
};

/** Two numbers per kind in `Shares`: log2 p, and log2(p / mean p); NaN where the value has no such part. */
export const frequencyOf = <P>(levels: readonly Level[], parts: FrequencyParts<P>): Frequency<P> => {
  const kinds = Object.keys(parts.kinds);
  const partOfLevel = levels.map((level) => (level.frequency ? kinds.indexOf(parts.levels[level.id] ?? '') : -1));
  const means = remembered((table) => kinds.map((kind) => Math.log2(meanShare(table.counts[kind]!, table.total))));
  return {
    empty: () => ({ total: 0, counts: Object.fromEntries(kinds.map((kind) => [kind, new Map<string, number>()])) }),
    add(table, value, count) {
      table.total += count;
      for (const kind of kinds) bump(table.counts[kind]!, parts.kinds[kind]!(value), count);
    },
    shares(table, value) {
      const shares = new Float64Array(kinds.length * 2).fill(Number.NaN);
      const mean = means(table);
      kinds.forEach((kind, i) => {
        const key = parts.kinds[kind]!(value);
        if (key === null) return;
        shares[2 * i] = Math.log2(ownShare(table.counts[kind]!.get(key) ?? 0, table.total));
        shares[2 * i + 1] = shares[2 * i]! - mean[i]!;
      });
      return shares;
    },
    bits: (a, b, level, u) => {
      const part = partOfLevel[level] ?? -1;
      return part < 0 ? 0 : bitsOf(a, b, part, levels[level]!.frequency === 'value' ? Math.log2(u) : null);
    },
  };
};

/** The commoner of both sides counts; `logU` null means relative to the mean. */
export const bitsOf = (a: Shares, b: Shares, part: number, logU: number | null): number => {
  const at = 2 * part + (logU === null ? 1 : 0);
  const [x, y] = [a[at] ?? Number.NaN, b[at] ?? Number.NaN];
  const share = Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y);
  return Number.isNaN(share) ? 0 : clampBits((logU ?? 0) - share);
};
