// What of the due list is for now? What ends within two weeks, and the nearest few where there is little: what ends in three months is not to be handled today.

/** Days within which something is for now. */
export const nearDays = 14;
const atLeast = 8;
const dayMs = 86_400_000;

/** The rows for now, in the order of the list, which is by urgency. */
export function nearDue<Row extends { readonly due: string }>(rows: readonly Row[], now: number): readonly Row[] {
  return rows.filter((row, at) => at < atLeast || Date.parse(row.due) <= now + nearDays * dayMs);
}
