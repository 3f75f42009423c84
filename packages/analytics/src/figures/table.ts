// How are cells put together for people? A table of districts and months with totals, small numbers suppressed with their complements:
// the same table for every viewer (house.md, Figures).

import { byCode } from '@anwang/core/lang';
import { percentage, suppressed } from '@anwang/core/measures';

export interface CountedCell {
  /** District id; null = the district is not known. */
  readonly district: string | null;
  /** YYYY-MM */
  readonly month: string;
  readonly numerator: number;
  readonly denominator: number;
}

export interface ShownFigure {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly suppressed: boolean;
}

export interface FigureTable {
  readonly total: ShownFigure;
  readonly months: readonly (ShownFigure & { readonly month: string })[];
  readonly districts: readonly (ShownFigure & { readonly district: string })[];
  readonly cells: readonly (ShownFigure & { readonly district: string; readonly month: string })[];
}

const UNKNOWN_DISTRICT = '';
/** What stands in the place of a figure that is held back. */
export const SUPPRESSED: ShownFigure = { numerator: null, denominator: null, value: null, suppressed: true };
const shown = (numerator: number, denominator: number, hide: boolean): ShownFigure =>
  hide ? SUPPRESSED : { numerator, denominator, value: percentage(numerator, denominator), suppressed: false };

interface Line {
  key: string;
  numerator: number;
  denominator: number;
}

const linesBy = (cells: readonly CountedCell[], key: (cell: CountedCell) => string): Line[] => {
  const lines = new Map<string, Line>();
  for (const cell of cells) {
    const line = lines.get(key(cell)) ?? { key: key(cell), numerator: 0, denominator: 0 };
    line.numerator += cell.numerator;
    line.denominator += cell.denominator;
    lines.set(line.key, line);
  }
  return [...lines.values()].sort((a, b) => byCode(a.key, b.key));
};

/** The table of a measure from its counted cells. */
export const figureTable = (cells: readonly CountedCell[]): FigureTable => {
  const months = linesBy(cells, (c) => c.month);
  const districts = linesBy(cells, (c) => c.district ?? UNKNOWN_DISTRICT);
  const hides = suppressed(
    cells.map((c) => ({ row: c.district ?? UNKNOWN_DISTRICT, column: c.month, numerator: c.numerator, denominator: c.denominator })),
  );
  const sum = (of: 'numerator' | 'denominator') => cells.reduce((n, c) => n + c[of], 0);
  return {
    total: shown(sum('numerator'), sum('denominator'), hides(null, null)),
    months: months.map((l) => ({ month: l.key, ...shown(l.numerator, l.denominator, hides(null, l.key)) })),
    districts: districts.map((l) => ({ district: l.key, ...shown(l.numerator, l.denominator, hides(l.key, null)) })),
    cells: cells.map((c) => {
      const district = c.district ?? UNKNOWN_DISTRICT;
      return { district, month: c.month, ...shown(c.numerator, c.denominator, hides(district, c.month)) };
    }),
  };
};
