// Figures of freely chosen months could be subtracted from one another until a small number is left. So every figure is taken from fixed tables: windows of twelve whole
// months, counted back from the present month, each suppressed once with its totals. A chosen span shows cells and months as their window shows them; a total of part of a
// window is shown only where it is a sum of what is shown. Nothing that is shown for any span tells more than the windows tell.

import { byCode } from '@anwang/core/lang';
import { percentage } from '@anwang/core/measures';
import { dateIn, type Instant, type LegalZone } from '@anwang/core/time';
import type { MonthSpan } from './months.ts';
import { type FigureTable, type ShownFigure, SUPPRESSED } from './table.ts';

const length = 12;
/** Months counted from the year 0: as text, the year 999 would come after 2026, and 10000 before it. */
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthOf = (at: number): string => `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
const within = (month: string, { from, to }: MonthSpan): boolean => from <= month && month <= to;

/** The fixed windows that a span touches, earliest first. */
export const windowsOf = (span: MonthSpan, now: Instant, zone: LegalZone): MonthSpan[] => {
  const [first, last] = [numberOf(span.from), numberOf(span.to)];
  const present = numberOf(dateIn(zone, now));
  const windows: MonthSpan[] = [];
  for (let to = present + length * Math.ceil((first - present) / length); to + 1 - length <= last; to += length)
    windows.push({ from: monthOf(to + 1 - length), to: monthOf(to) });
  return windows;
};

/** A window with its table. */
export interface Window {
  readonly months: MonthSpan;
  readonly table: FigureTable;
}

const nothing: ShownFigure = { numerator: 0, denominator: 0, value: percentage(0, 0), suppressed: false };

function sum(figures: readonly ShownFigure[]): ShownFigure {
  let [numerator, denominator] = [0, 0];
  for (const one of figures) {
    if (one.numerator === null || one.denominator === null) return SUPPRESSED;
    numerator += one.numerator;
    denominator += one.denominator;
  }
  return { numerator, denominator, value: percentage(numerator, denominator), suppressed: false };
}

/** The table of a span, put together from its windows. */
export const spanTable = (windows: readonly Window[], span: MonthSpan): FigureTable => {
  const cells = windows.flatMap(({ table }) => table.cells.filter((cell) => within(cell.month, span)));
  const months = windows.flatMap(({ table }) => table.months.filter((one) => within(one.month, span)));
  /** What a line of the table comes to: the window's own total where all of it is asked for, else the sum of what stands in it. */
  const line = (
    totalOf: (table: FigureTable) => ShownFigure | undefined,
    partsOf: (table: FigureTable) => readonly (ShownFigure & { readonly month: string })[],
  ): ShownFigure =>
    sum(
      windows.map(({ months: window, table }) =>
        span.from <= window.from && window.to <= span.to
          ? (totalOf(table) ?? nothing)
          : sum(partsOf(table).filter((part) => within(part.month, span))),
      ),
    );
  const districts = [...new Set(cells.map((cell) => cell.district))].sort(byCode);
  return {
    total: line(
      (table) => table.total,
      (table) => table.months,
    ),
    months,
    districts: districts.map((district) => ({
      district,
      ...line(
        (table) => table.districts.find((one) => one.district === district),
        (table) => table.cells.filter((cell) => cell.district === district),
      ),
    })),
    cells,
  };
};
