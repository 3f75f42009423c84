// Which figures may be shown? Counts of 1 to 4 are hidden, and as many more that nothing hidden can be computed from the totals beside it (個資法 16-5; L28).

/** The smallest count that is shown. */
export const smallest = 5;

/** A count in a table of districts (rows) and months (columns). */
export type TableCell = { readonly row: string; readonly column: string; readonly numerator: number; readonly denominator: number };

/** Whether a pair of counts is too small to be shown. Zero is shown: it speaks of nobody. */
export function isSmall(numerator: number, denominator: number): boolean {
  return (denominator > 0 && denominator < smallest) || (numerator > 0 && numerator < smallest);
}

function key(cell: TableCell): string {
  return `${cell.row} ${cell.column}`;
}

/**
 * The keys (`row column`) of cells that must be hidden in a table whose row and column totals are shown.
 * Small cells first; then, while a row or column has exactly one hidden cell, or hidden cells that come to a small number together, its next smallest non-empty
 * cell too (complementary suppression): one hidden cell would follow from the total, and two that come to two are one each.
 */
export function suppressedCells(cells: readonly TableCell[]): Set<string> {
  const hidden = new Set(cells.filter((cell) => isSmall(cell.numerator, cell.denominator)).map(key));
  const lines = (side: 'row' | 'column') => [...Map.groupBy(cells, (cell) => cell[side]).values()];
  const all = [...lines('row'), ...lines('column')];
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of all) {
      const hiddenHere = line.filter((cell) => hidden.has(key(cell)));
      const sum = (of: 'numerator' | 'denominator') => hiddenHere.reduce((n, cell) => n + cell[of], 0);
      if (hiddenHere.length === 0 || (hiddenHere.length > 1 && !isSmall(sum('numerator'), sum('denominator')))) continue;
      const next = line
        .filter((cell) => !hidden.has(key(cell)) && cell.denominator > 0)
        .sort((a, b) => a.denominator - b.denominator || key(a).localeCompare(key(b)))[0];
      if (next === undefined) continue;
      hidden.add(key(next));
      changed = true;
    }
  }
  return hidden;
}
