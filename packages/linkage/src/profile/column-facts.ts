// What can be seen of a column from a sample of its values, without understanding them?

export interface ColumnFacts {
  readonly column: string;
  readonly values: number;
  /** Share of rows that have a value. */
  readonly filled: number;
  /** Distinct values / values, in the sample. */
  readonly distinct: number;
  readonly distinctCount: number;
  readonly meanLength: number;
  readonly examples: readonly string[];
  /** Share of values that satisfy each pattern. */
  share(pattern: RegExp): number;
}

/** Full-width forms folded and blanks taken off, as patterns expect. */
const folded = (value: string): string =>
  value
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .trim();

export const factsOf = (column: string, sample: readonly (string | null)[]): ColumnFacts => {
  const values = sample.flatMap((v) => (v === null || v.trim() === '' ? [] : [folded(v)]));
  const distinct = new Set(values);
  return {
    column,
    values: values.length,
    filled: sample.length === 0 ? 0 : values.length / sample.length,
    distinct: values.length === 0 ? 0 : distinct.size / values.length,
    distinctCount: distinct.size,
    meanLength: values.length === 0 ? 0 : values.reduce((sum, v) => sum + [...v].length, 0) / values.length,
    examples: [...distinct].slice(0, 3).map((v) => (v.length > 30 ? `${v.slice(0, 30)}…` : v)),
    share: (pattern) => (values.length === 0 ? 0 : values.reduce((sum, v) => sum + (pattern.test(v) ? 1 : 0), 0) / values.length),
  };
};
