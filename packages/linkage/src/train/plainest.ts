// Which levels does a rule leave possible? Not only those that its pairs reach: of two names that share the given name some per cent differ plainly, but of
// strangers nearly all do. Taken for possible, the plainest level makes every other level of the group look like evidence for one person, and pairs that
// agree on nothing else are believed (measured: 11,000 of 12,000 pairs that share a given name only, and with them that matches differ in their dates).
import type { PatternTable } from './patterns.ts';

/** It stays where so many of a group's pairs reach it. */
const OFTEN = 0.3;

/** The table with the plainest level of `slots` (by slot) no longer possible in groups whose rules force the slot. Texts of several words are left as they
 * are: these share their beginning or a word by chance. */
export function withoutPlainest(table: PatternTable, slots: readonly boolean[]): PatternTable {
  const pairs = new Float64Array(table.possible.length);
  const plain = table.possible.map((rows) => new Float64Array(rows.length));
  // By group, what the slots' plainest level is where a rule forces them: 0 elsewhere, which is looked at no further.
  const plainest = table.possible.map((rows) =>
    Int32Array.from(rows, (row, s) => (row === null || slots[s] !== true ? 0 : row.length - 1)),
  );
  for (let p = 0; p < table.size; p++) {
    const g = table.group[p]!;
    const count = table.counts[p]!;
    const last = plainest[g]!;
    pairs[g] = pairs[g]! + count;
    for (let s = 0; s < table.slots; s++) {
      if (last[s] !== 0 && table.levels[p * table.slots + s] === last[s]) plain[g]![s] = plain[g]![s]! + count;
    }
  }
  const possible = table.possible.map((rows, g) =>
    rows.map((row, s) => {
      const last = (row?.length ?? 0) - 1;
      return row === null || slots[s] !== true || plain[g]![s]! >= OFTEN * pairs[g]!
        ? row
        : row.map((reached, level) => reached && level < last);
    }),
  );
  return { ...table, possible };
}
