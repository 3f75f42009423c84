// Which SQL computes each indicator? Compiled once from the packs' definitions; the same text lies in sql/ for review and is compared by a test.

import { cellsSql, membersSql, type UniverseSetting } from '@anwang/analytics';
import type { Measure } from '@anwang/core/measures';
import { taipei } from '@anwang/core/time';
import { firstVisitRules, measures } from '@anwang/packs';

const universeSetting: UniverseSetting = { zone: taipei.id, firstVisitRules };

export interface Statements {
  readonly measure: Measure;
  readonly cells: string;
  readonly members: string;
}

/** By measure id. */
export const statements: ReadonlyMap<string, Statements> = new Map(
  measures.map((measure) => [
    measure.id,
    { measure, cells: cellsSql(measure, universeSetting), members: membersSql(measure, universeSetting) },
  ]),
);

/** File names and texts of the committed SQL. */
export const sqlFiles = (): readonly (readonly [name: string, text: string])[] =>
  [...statements.values()].flatMap(({ measure, cells, members }) => [
    [
      `${measure.id}.cells.sql`,
      `-- ${measure.label.en}: counts by district and month. Generated from the definition; $1 county, $2 from, $3 until, $4 now.\n${cells};\n`,
    ] as const,
    [
      `${measure.id}.members.sql`,
      `-- ${measure.label.en}: the rows behind the counts. Generated from the definition; $1 county, $2 from, $3 until, $4 now.\n${members};\n`,
    ] as const,
  ]);
