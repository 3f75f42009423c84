// What is the value of an indicator over these rows? The reference reading: row by row, every member named.

import { byCode } from '../lang/by-code.ts';
import type { Facts } from '../rules/condition.ts';
import { holds, type RuleContext } from '../rules/evaluate.ts';
import type { Instant } from '../time/instant.ts';
import { inPeriod, monthOf, type Period } from '../time/period.ts';
import type { Measure } from './measure.ts';

/** A row of a universe: its facts and its id. */
export type MeasureRow = Facts & { readonly id: string; readonly district: string | null };

/** A figure with the rows behind it. `value` is a percentage, null without a denominator. */
export type Figure = { readonly numerator: readonly string[]; readonly denominator: readonly string[]; readonly value: number | null };

/** One cell of a table. */
export type Cell = { readonly district: string | null; readonly month: string; readonly numerator: number; readonly denominator: number };

/** The percentage of a figure; null when nothing counts. */
export function percentage(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : (100 * numerator) / denominator;
}

/** The figure over the rows whose moment falls into the period. */
export function evaluateMeasure(measure: Measure, rows: readonly MeasureRow[], period: Period, context: RuleContext): Figure {
  const counted = rows.filter((row) => {
    const at = row[measure.at];
    return typeof at === 'string' && inPeriod(period, at as Instant, context.zone) && holds(measure.denominator, row, context);
  });
  const met = counted.filter((row) => holds(measure.numerator, row, context));
  const ids = (list: readonly MeasureRow[]) => list.map((row) => row.id);
  return { numerator: ids(met), denominator: ids(counted), value: percentage(met.length, counted.length) };
}

/** The figure cut by district and month. Rows without a moment belong to no cell. */
export function measureCells(measure: Measure, rows: readonly MeasureRow[], context: RuleContext): Cell[] {
  const cells = new Map<string, { district: string | null; month: string; numerator: number; denominator: number }>();
  for (const row of rows) {
    const at = row[measure.at];
    if (typeof at !== 'string' || !holds(measure.denominator, row, context)) continue;
    const month = monthOf(at as Instant, context.zone);
    const key = `${row.district ?? ''} ${month}`;
    const cell = cells.get(key) ?? { district: row.district, month, numerator: 0, denominator: 0 };
    cell.denominator += 1;
    if (holds(measure.numerator, row, context)) cell.numerator += 1;
    cells.set(key, cell);
  }
  return [...cells.values()].sort((a, b) => byCode(a.district ?? '', b.district ?? '') || byCode(a.month, b.month));
}
