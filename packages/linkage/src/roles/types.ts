// What a role promises the engine: how a raw value is prepared, which ordered levels two prepared values can reach,
// how rare an agreement is, and which facets of a value may serve as blocking keys (Fellegi-Sunter, linkage.md §3.1-3.2).

export const ROLES = [
  'identifier',
  'full-name',
  'given-name',
  'surname',
  'birth-date',
  'sex',
  'phone',
  'email',
  'address',
  'postcode',
  'place',
  'category',
  'number',
  'free-text',
] as const;
export type Role = (typeof ROLES)[number];

export const LOCALES = ['zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in both languages of the house. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/**
 * One outcome of a comparison. `levels[0]` is always `missing` (weight 0); `levels[1..]` are ordered from the strongest
 * agreement to the plainest difference, which is always the last one.
 */
export interface Level {
  readonly id: string;
  readonly label: Words;
  /** Prior expectation of P(level | match) among non-missing levels; sums to 1 over levels[1..]. */
  readonly m: number;
  /** Prior expectation of P(level | non-match), same scale. */
  readonly u: number;
  /** How rare values change the weight at this level: see `Frequency.bits`. */
  readonly frequency?: 'value' | 'part';
  /** Reaching this level is evidence that the two cannot be one person (different valid IDs, birth years far apart, …). */
  readonly conflict?: boolean;
  /** Not ordered against its neighbours: the trainer leaves it out of the monotone regression (for example "borrowed ID"). */
  readonly unordered?: boolean;
  /** What agrees at this level is the family's and not the person's (the surname): relatives reach it as a matter of course. */
  readonly kin?: boolean;
  /**
   * Two relatives share a part of what is their own: brothers and sisters a character of their given names, branches the street. How often they reach it is
   * learned, and it counts as a difference between two persons.
   */
  readonly siblings?: boolean;
}

/** A named projection of a value, used alone or with others as a blocking key; equal facets mean "same block". */
export interface Facet {
  readonly id: string;
  readonly label: Words;
}

/** Relative frequencies that a frequency-adjusted level needs, one record per distinct value, opaque to the engine. */
export type Shares = Float64Array;

/** Counts of one kind by facet key instead of text, the most frequent first. */
export interface CountsByFacetKey {
  readonly keys: Int32Array;
  readonly counts: Int32Array;
}

/** Counts of one kind. A table of a model lists some keys, and knows of the others how many they are and how often each is met. */
export interface Counts extends ReadonlyMap<string, number> {
  readonly rest?: { readonly count: number; readonly keys: number };
  /** Counts of the keys that are listed; absent: all are. */
  listed?(): Iterable<number>;
  /** Present in a run, whose texts nobody has read; the map itself is then empty. */
  readonly byKey?: CountsByFacetKey;
}

/** Counts behind the frequencies: plain, serialisable after `[...map]`, mergeable by adding. */
export interface FrequencyTable {
  /** Number of records with a value. */
  total: number;
  /** Counts by kind ("name", "surname", "given", …) and key. */
  readonly counts: Record<string, Map<string, number>>;
  /** What `summarise` told of all keys; stands for it where the keys are no longer readable. */
  readonly facts?: Readonly<Record<string, number>>;
  /** How often two strangers reach the first level, as training found it; absent before that. */
  readonly strangers?: number;
}

/** How `shares` follows from facet keys alone, for comparisons whose frequency kinds are facets. */
export interface KeyedFrequency {
  /** Ids of the facets that it reads, and the kinds that count the same texts. */
  readonly facets: readonly string[];
  readonly kinds: readonly string[];
  /** A kind that only values without this facet have. */
  readonly hidden?: { readonly kind: string; readonly facet: string };
  /** Length of `Shares`. */
  readonly width: number;
  /**
   * For one table: what `shares` would give at a place for a value. `columns` hold the keys of all values in the order of `facets` (0: none); only those are
   * read that the place needs. `UNREAD`: ask `shares`.
   */
  bind(table: FrequencyTable, columns: readonly Int32Array[]): (id: number, place: number) => number;
}

/** No share: these are finite or NaN. */
export const UNREAD = Number.POSITIVE_INFINITY;

export interface Frequency<P> {
  /** An empty table with this comparison's kinds. */
  empty(): FrequencyTable;
  /** Adds one distinct value that `count` records hold. */
  add(table: FrequencyTable, value: P, count: number): void;
  /** What must be summed over the keys themselves, before a model keeps only their digests. */
  summarise?(table: FrequencyTable): Readonly<Record<string, number>>;
  /** What `bits` needs to know of one value; call once per distinct value after all were added. */
  shares(table: FrequencyTable, value: P): Shares;
  /**
   * Bits to add to log2(m/u) of `level` because of how rare the agreeing values are; `u` is the level's own u.
   * `value` levels: log2(u / p) with p the chance that a random record agrees; `part` levels: log2(mean p / p). Bounded to ±20; 0 where not adjusted.
   */
  bits(a: Shares, b: Shares, level: number, u: number): number;
  /** The only place of both `Shares` that `bits` reads at a level; −1 where it reads none. */
  placeOf(level: number): number;
  /** The most that `bits` can be at a level, whatever the values: what cannot reach the floor even so need not be looked at. */
  most(table: FrequencyTable, level: number, u: number): number;
  readonly keyed?: KeyedFrequency;
}

/**
 * Fixed-width form of prepared values for large jobs: rows of one shared Int32Array instead of objects.
 * `compare` on rows gives exactly the level of `Comparison.compare` on the values.
 */
export interface Packing<P> {
  readonly width: number;
  /** False if this value does not fit (for example a very long name): keep the object and use `Comparison.compare`. */
  write(value: P, out: Int32Array, at: number): boolean;
  /** A row of zeros for a value that `write` leaves out, to be compared with rows of `write` only; false if that does not go either. */
  writeBeside?(value: P, out: Int32Array, at: number): boolean;
  /** From a row that `write` wrote, a value with the same facets and frequency keys, for whoever asks for these only: reading the text again costs more. */
  read?(from: Int32Array, at: number): P;
  /** `at` are offsets in ints (row × width), not row numbers. */
  compare(a: Int32Array, atA: number, b: Int32Array, atB: number): number;
}

/** What the engine keeps of a value, for a quick reading to write. */
export interface Imprint {
  /** The packed row, all of it. */
  readonly row: Int32Array;
  /** `facetKey` of every facet, 0 where the value has none. */
  readonly facets: Int32Array;
  /** `hashText` of the normal form. */
  high: number;
  low: number;
}

/**
 * One comparison over one or more columns (given name and surname are compared jointly). Everything is pure, synchronous and deterministic.
 * `P` is opaque to the engine. `compare` is symmetric. Equal raw values need NOT reach the top level (陳○明 with 陳○明): call `compare(p, p)`.
 */
export interface Comparison<P = unknown> {
  /** Stable id within a locale, for example "zh-TW/full-name". */
  readonly id: string;
  readonly locale: Locale;
  /** Roles of the input columns, in the order in which `prepare` takes them. */
  readonly inputs: readonly Role[];
  readonly label: Words;
  readonly levels: readonly Level[];
  readonly facets: readonly Facet[];
  /** Raw strings of the inputs → prepared value; null means missing (empty, placeholder, unreadable). Never throws, any string is allowed. */
  prepare(raw: readonly (string | null)[]): P | null;
  /** Level index ≥ 1 (never `missing`). */
  compare(a: P, b: P): number;
  /** Facet values in the order of `facets`; null where the value has none. */
  facetsOf(value: P): (string | null)[];
  /** The value in normal form, for reports and for equality of meaning. */
  format(value: P): string;
  readonly frequency?: Frequency<P>;
  readonly packing?: Packing<P>;
  /**
   * Reads common ways of writing without making strings: code units 0 to `length` of one input, to the imprint of what `prepare` gives.
   * False: not read, ask `prepare`. A property test holds both together.
   */
  readonly quick?: (units: Uint16Array, length: number, out: Imprint) => boolean;
  /** As `quick` for values that `writeBeside` packs; gives the level of the value against itself, 0 if it is not read. */
  readonly quickBeside?: (units: Uint16Array, length: number, out: Imprint) => number;
  /** Facet whose equality is as good as a label (a checksum-valid, non-placeholder ID): semi-supervision and deterministic pre-pass. */
  readonly truthFacet?: string;
  /** The levels' u in a file whose random pairs agree like this (by level), where one follows from another; absent: as the levels state it. */
  readonly usual?: (random: Float64Array) => Float64Array;
}

/**
 * A level that depends on another comparison's level, decided on level indices only (so it is a CASE over ints in SQL):
 * the same ID with birth years a generation apart is a borrowed ID, twins share date and address but not the given name.
 */
export interface Refinement {
  readonly target: string; // comparison id
  readonly from: readonly string[]; // level ids of the target that are replaced …
  readonly when: readonly { readonly comparison: string; readonly levels: readonly string[] }[]; // … if all of these hold (levels before refinement)
  readonly to: string; // level id of the target
}

/** A blocking rule: two records are a candidate pair if all parts are non-null and equal. */
export interface BlockingRule {
  readonly id: string;
  readonly label: Words;
  readonly parts: readonly { readonly comparison: string; readonly facet: string }[];
  /** Rough expectation of pairs per record per million records, for planning before counts exist. */
  readonly looseness: number;
}

/** A column of the user's table with its role. */
export interface ColumnRole {
  readonly column: string;
  readonly role: Role;
}

/** A comparison bound to columns of a table; `id` is unique in the assembly (a second phone column gets "zh-TW/phone#2"). */
export interface BoundComparison {
  readonly id: string;
  readonly columns: readonly string[];
  readonly comparison: Comparison;
}

/** What `assemble(locale, columns)` gives: everything the engine needs to plan, train and score. Ids in rules and refinements are bound ids. */
export interface Assembly {
  readonly locale: Locale;
  readonly comparisons: readonly BoundComparison[];
  readonly refinements: readonly Refinement[];
  readonly rules: readonly BlockingRule[];
}
