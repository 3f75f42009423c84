// A row that follows from the events of a case.

/** A projected row: columns and values; `null` columns are written as null. */
export type ProjectedRow = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
/** What every row of a case has. */
export type Base = { readonly case_id: string; readonly county: string };
