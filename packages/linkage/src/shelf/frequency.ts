// How rare is what two values have in common? Counts by named part of a value (whole name, surname, road …) and Winkler's frequency weights (1990) in one form:
// log2(mean p / p), p the chance that a record of another person has the part. Copies of one person in the file must not make a value look frequent.
import type { Counts, Frequency, FrequencyTable, KeyedFrequency, Level, Shares } from '../roles/types.ts';
import { NumbersByKey } from './numbers-by-key.ts';

/** Frequency weights are kept within this many bits: a few counts cannot prove more. */
export const MOST_BITS = 20;
export const clampBits = (bits: number): number =>
  bits > MOST_BITS ? MOST_BITS : bits < -MOST_BITS ? -MOST_BITS : Number.isNaN(bits) ? 0 : bits;

export interface FrequencyParts<P> {
  /** Kind → key of a value, null where it has none. */
  readonly kinds: Readonly<Record<string, (value: P) => string | null>>;
  /** Level id → kind that agrees at this level. */
  readonly levels: Readonly<Record<string, string>>;
  /** Kind → facet with the same text, where every kind has one: rarity then follows from facet keys. */
  readonly facets?: Readonly<Record<string, string>>;
}

const MOST_COPIES = 4;
/** Columns with fewer distinct values per record (categories, surnames) repeat for other reasons than copies of a person. */
const MANY_VALUES = 0.05;
const FLOOR = 0.5;

/** The kind under which a table counts, by kind, the records that have it: a stored model keeps only the frequent keys of the others. */
export const RECORDS = 'records';

/** Visits every count with the number of keys that have it: a million keys that were cut off are one visit. */
const eachCount = (counts: Counts, visit: (count: number, keys: number) => void): void => {
  const { rest } = counts;
  for (const count of counts.listed?.() ?? counts.values()) visit(count, 1);
  if (rest !== undefined && rest.keys > 0) visit(rest.count, rest.keys);
};

/** Counts of one kind and what is known of the keys that were cut off. */
export interface KindCounts {
  readonly counts: Counts;
  /** Records that have this kind, those with a key that was cut off included. */
  readonly records: number;
  /** Records that have any value. */
  readonly total: number;
}

export const countsOf = (table: FrequencyTable, kind: string): KindCounts => {
  const counts = table.counts[kind]!;
  let counted = 0;
  eachCount(counts, (count, keys) => {
    counted += count * keys;
  });
  return { counts, records: Math.max(counted, table.counts[RECORDS]?.get(kind) ?? 0), total: table.total };
};

/** How many records of one person a value's count typically holds: the median count as a record meets it, if values are many; at least 1. */
export const copiesIn = ({ counts, records }: KindCounts): number => {
  const sizes = new Map<number, number>();
  let counted = 0;
  let least = Number.POSITIVE_INFINITY;
  eachCount(counts, (count, keys) => {
    counted += count * keys;
    least = Math.min(least, count);
    sizes.set(count, (sizes.get(count) ?? 0) + count * keys);
  });
  // Keys that were cut off are no more frequent than the rarest that was kept.
  const cut = records - counted;
  if (cut > 0) sizes.set(least, (sizes.get(least) ?? 0) + cut);
  if (counts.size + cut / least < records * MANY_VALUES) return 1;
  let passed = 0;
  for (const [size, held] of [...sizes].sort((a, b) => a[0] - b[0])) {
    passed += held;
    if (passed * 2 >= records) return Math.min(size, MOST_COPIES);
  }
  return 1;
};

/** Chance that a record of another person has a value that `count` of `total` records have. */
export const chanceOf = (count: number, copies: number, total: number): number => Math.max(count - copies, FLOOR) / Math.max(total, 1);

/** The mean of that chance over all records that have a value. */
export const meanChance = ({ counts, records, total }: KindCounts, copies: number): number => {
  let sum = 0;
  let counted = 0;
  eachCount(counts, (count, keys) => {
    sum += count * keys * chanceOf(count, copies, total);
    counted += count * keys;
  });
  return records > 0 ? (sum + (records - counted) * chanceOf(0, copies, total)) / records : 1;
};

/** The mean, over all records that have a value, of what was counted beyond `copies` of it. */
export const meanBeyond = ({ counts, records, total }: KindCounts, copies: number): number => {
  let sum = 0;
  eachCount(counts, (count, keys) => {
    sum += count * keys * Math.max(count - copies, 0);
  });
  return records > 0 ? sum / records / Math.max(total, 1) : 0;
};

/**
 * Of what was counted beyond one person's typical copies, the share that other persons have: people differ in how many records they have, and who has
 * many does not make his name frequent. As much as leaves strangers the agreement that training found; 1 where nothing is known of strangers.
 */
export const shareOfOthers = (strangers: number | undefined, expected: number, beyond: number): number =>
  strangers === undefined || beyond <= 0 ? 1 : Math.min(1, Math.max(0, (strangers - expected) / beyond));

/** Counts `by` records with a key of a kind; null is no key. */
export const bump = (table: FrequencyTable, kind: string, key: string | null, by: number): void => {
  if (key === null) return;
  const counts = table.counts[kind]!;
  counts.set(key, (counts.get(key) ?? 0) + by);
  const records = table.counts[RECORDS]!;
  records.set(kind, (records.get(kind) ?? 0) + by);
};

export const emptyTable = (kinds: readonly string[]): FrequencyTable => ({
  total: 0,
  counts: Object.fromEntries([...kinds, RECORDS].map((kind) => [kind, new Map<string, number>()])),
});

/** A summary of a table, kept until the table grows. */
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

/** One number per kind in `Shares`: log2(p / mean p); NaN where the value has no such part. */
export const frequencyOf = <P>(levels: readonly Level[], parts: FrequencyParts<P>): Frequency<P> => {
  const kinds = Object.keys(parts.kinds);
  const partOfLevel = levels.map((level) => (level.frequency ? kinds.indexOf(parts.levels[level.id] ?? '') : -1));
  const summary = remembered((table) =>
    kinds.map((kind) => {
      const counts = countsOf(table, kind);
      const copies = copiesIn(counts);
      return { copies, mean: meanChance(counts, copies) };
    }),
  );
  return {
    empty: () => emptyTable(kinds),
    add(table, value, count) {
      table.total += count;
      for (const kind of kinds) bump(table, kind, parts.kinds[kind]!(value), count);
    },
    shares(table, value) {
      const of = summary(table);
      return Float64Array.from(kinds, (kind, i) => {
        const key = parts.kinds[kind]!(value);
        return key === null ? Number.NaN : Math.log2(chanceOf(table.counts[kind]!.get(key) ?? 0, of[i]!.copies, table.total) / of[i]!.mean);
      });
    },
    bits: (a, b, level) => {
      const part = partOfLevel[level] ?? -1;
      return part < 0 ? 0 : rarity(a, b, part);
    },
    placeOf: (level) => partOfLevel[level] ?? -1,
    most: (table, level) => {
      const part = partOfLevel[level] ?? -1;
      return part < 0 ? 0 : rarest(summary(table)[part]!.mean, table.total);
    },
    ...(parts.facets === undefined ? {} : { keyed: keyedBy(kinds, parts.facets, summary) }),
  };
};

type Summaries = (table: FrequencyTable) => readonly { readonly copies: number; readonly mean: number }[];

const keyedBy = (kinds: readonly string[], facets: Readonly<Record<string, string>>, summary: Summaries): KeyedFrequency => ({
  facets: kinds.map((kind) => facets[kind]!),
  kinds,
  width: kinds.length,
  bind(table, columns) {
    const shares = summary(table).map(
      ({ copies, mean }, k) =>
        new NumbersByKey(table.counts[kinds[k]!]!, (count) => Math.log2(chanceOf(count, copies, table.total) / mean)),
    );
    return (id, place) => {
      const key = columns[place]![id]!;
      return key === 0 ? Number.NaN : shares[place]!.get(key);
    };
  },
});

/** Bits of a value that nobody else has, where the mean chance is `mean`. */
export const rarest = (mean: number, total: number): number => Math.max(0, clampBits(Math.log2(mean / chanceOf(0, 0, total))));

/** Bits for the commoner of both sides; the only side that has the part, else 0. */
export const rarity = (a: Shares, b: Shares, part: number): number => {
  const x = a[part]!;
  const y = b[part]!;
  const share = Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y);
  return Number.isNaN(share) ? 0 : clampBits(-share);
};
