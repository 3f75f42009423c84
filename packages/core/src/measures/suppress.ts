// Which figures may be shown? Counts of 1 to 4 are hidden, and as many more that nothing hidden can be computed from what is shown beside it (個資法 16-5; L28).
// A table with its totals is one system: cells, totals of rows, of columns and of all stand between a row and a column of a grid whose last line is the totals, and
// each line says one sum. With the lines as points and the hidden figures as edges, a hidden figure follows from what is shown exactly where its edge is on no ring.

import { byCode } from '../lang/by-code.ts';

/** The smallest count that is shown. */
export const smallest = 5;

/** A count in a table of districts (rows) and months (columns). */
export type TableCell = { readonly row: string; readonly column: string; readonly numerator: number; readonly denominator: number };

/** Whether a pair of counts is too small to be shown. Zero is shown: it speaks of nobody. */
export function isSmall(numerator: number, denominator: number): boolean {
  return (denominator > 0 && denominator < smallest) || (numerator > 0 && numerator < smallest);
}

/** A cell, or a total: null stands for all rows, all columns. */
type Figure = { readonly row: string | null; readonly column: string | null; numerator: number; denominator: number; hidden: boolean };
type Line = readonly Figure[];

const keyOf = (row: string | null, column: string | null): string => JSON.stringify([row, column]);

function figuresOf(cells: readonly TableCell[]): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const { row, column, numerator, denominator } of cells)
    for (const a of [row, null])
      for (const b of [column, null]) {
        const figure = figures.get(keyOf(a, b)) ?? { row: a, column: b, numerator: 0, denominator: 0, hidden: false };
        figure.numerator += numerator;
        figure.denominator += denominator;
        figures.set(keyOf(a, b), figure);
      }
  for (const figure of figures.values()) figure.hidden = isSmall(figure.numerator, figure.denominator);
  return figures;
}

const bySize = (a: Figure, b: Figure): number => a.denominator - b.denominator || byCode(keyOf(a.row, a.column), keyOf(b.row, b.column));

/** Hides one more in a line whose total is shown and whose hidden figures come to a small number together: two that come to two are one each. */
function widen(line: Line, isTotal: (figure: Figure) => boolean): boolean {
  const hidden = line.filter((figure) => figure.hidden);
  if (hidden.length === 0 || hidden.some(isTotal)) return false;
  const sum = (of: 'numerator' | 'denominator'): number => hidden.reduce((n, figure) => n + figure[of], 0);
  if (!isSmall(sum('numerator'), sum('denominator'))) return false;
  const next = line.filter((figure) => !figure.hidden && figure.denominator > 0).sort(bySize)[0];
  if (next === undefined) return false;
  next.hidden = true;
  return true;
}

/** Hides what lies on the cheapest ring through a figure: what is hidden already costs nothing, what is shown its size; nothing can be hidden behind a zero. */
function close(figure: Figure, rows: ReadonlyMap<string | null, Line>, columns: ReadonlyMap<string | null, Line>): boolean {
  const costs = new Map<Line, number>();
  const ways = new Map<Line, { readonly from: Line; readonly over: Figure }>();
  const open = new Set<Line>();
  const [start, end] = [rows.get(figure.row), columns.get(figure.column)];
  if (start === undefined || end === undefined) return false;
  costs.set(start, 0);
  open.add(start);
  const costOf = (line: Line): number => costs.get(line) ?? Number.POSITIVE_INFINITY;
  for (let line: Line | undefined = start; line !== undefined && line !== end; ) {
    open.delete(line);
    for (const over of line) {
      if (over === figure || over.denominator === 0) continue;
      const to = rows.get(over.row) === line ? columns.get(over.column) : rows.get(over.row);
      const cost = costOf(line) + (over.hidden ? 0 : over.denominator);
      if (to === undefined || cost >= costOf(to)) continue;
      costs.set(to, cost);
      ways.set(to, { from: line, over });
      open.add(to);
    }
    line = [...open].reduce<Line | undefined>((best, one) => (best === undefined || costOf(one) < costOf(best) ? one : best), undefined);
  }
  let changed = false;
  for (let way = ways.get(end); way !== undefined; way = ways.get(way.from)) {
    changed ||= !way.over.hidden;
    way.over.hidden = true;
  }
  return changed;
}

/**
 * What of a table with its totals must be hidden: a question for each cell, and with null in place of a row or a column for its totals.
 * The small ones first; then, until nothing more is asked for, one more where hidden figures come to a small number together, and a ring through
 * each hidden one: what follows from the others hides nothing beside it.
 */
export function suppressed(cells: readonly TableCell[]): (row: string | null, column: string | null) => boolean {
  const figures = figuresOf(cells);
  const all = [...figures.values()].sort(bySize);
  const rows = Map.groupBy(all, (figure) => figure.row);
  const columns = Map.groupBy(all, (figure) => figure.column);
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of rows.values()) changed = widen(line, (figure) => figure.column === null) || changed;
    for (const line of columns.values()) changed = widen(line, (figure) => figure.row === null) || changed;
    for (const figure of all) if (figure.hidden) changed = close(figure, rows, columns) || changed;
  }
  return (row, column) => figures.get(keyOf(row, column))?.hidden ?? false;
}
