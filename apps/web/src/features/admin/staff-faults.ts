// The same fault on many lines is one fault with many lines: a column that is out of place names it two hundred times.
import { placeOfFault } from './staff-csv.ts';

type At = Parameters<typeof placeOfFault>[1];
/** A fault of one column, with its lines; no sheet for what lies in neither file (then the field is the path). */
export type StaffFault = {
  readonly sheet: 'units' | 'users' | null;
  readonly field: string;
  readonly why: string;
  readonly lines: readonly number[];
};

/** Faults by field path, gathered by sheet, column and reason, in the order in which they first come. */
export function gatherFaults(fields: Readonly<Record<string, string>>, at: At): StaffFault[] {
  const found = new Map<string, { sheet: StaffFault['sheet']; field: string; why: string; lines: number[] }>();
  for (const [path, why] of Object.entries(fields)) {
    const place = placeOfFault(path, at);
    const { sheet, field } = place ?? { sheet: null, field: path };
    const key = JSON.stringify([sheet, field, why]);
    const one = found.get(key) ?? { sheet, field, why, lines: [] };
    if (place && !one.lines.includes(place.line)) one.lines.push(place.line);
    found.set(key, one);
  }
  return [...found.values()];
}

/** Lines as runs: 2–51, 60. */
export function runsOf(lines: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  for (const line of lines.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs;
}
