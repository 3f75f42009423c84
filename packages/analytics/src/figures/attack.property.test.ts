// A reader with a table and time to reckon: every shown total is an equation over the cells that are not shown. No small number may follow from them, neither a cell nor a total.
import { isSmall } from '@anwang/core/measures';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountedCell, figureTable } from './index.ts';

const prime = 1_000_003;
const modulo = (n: number): number => ((n % prime) + prime) % prime;
function inverse(n: number): number {
  let [result, base, power] = [1, modulo(n), prime - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

/** Takes from a row what the rows before it say; null if nothing is left. */
function reduce(row: readonly number[], known: readonly (readonly number[])[]): number[] | null {
  const left = row.map(modulo);
  for (const one of known) {
    const lead = one.findIndex((n) => n !== 0);
    const factor = left[lead] ?? 0;
    if (factor !== 0) for (const [at, n] of one.entries()) left[at] = modulo((left[at] ?? 0) - factor * n);
  }
  const lead = left.findIndex((n) => n !== 0);
  if (lead < 0) return null;
  const scale = inverse(left[lead] ?? 1);
  return left.map((n) => (n * scale) % prime);
}

/** The small numbers that follow from what is shown. */
function found(counted: readonly CountedCell[]): string[] {
  const table = figureTable(counted);
  const hidden = table.cells.flatMap((cell, at) => (cell.suppressed ? [{ ...cell, counted: counted[at]! }] : []));
  const sumOf = (fits: (cell: (typeof hidden)[number]) => boolean): number[] => hidden.map((cell) => (fits(cell) ? 1 : 0));
  const lines = [
    { name: 'all', suppressed: table.total.suppressed, row: sumOf(() => true), of: counted },
    ...table.months.map((one) => ({
      name: one.month,
      suppressed: one.suppressed,
      row: sumOf((cell) => cell.month === one.month),
      of: counted.filter((cell) => cell.month === one.month),
    })),
    ...table.districts.map((one) => ({
      name: one.district,
      suppressed: one.suppressed,
      row: sumOf((cell) => cell.district === one.district),
      of: counted.filter((cell) => cell.district === one.district),
    })),
  ];
  const known: number[][] = [];
  for (const line of lines.filter((one) => !one.suppressed)) {
    const left = reduce(line.row, known);
    if (left !== null) known.push(left);
  }
  const small = (cells: readonly CountedCell[]) =>
    isSmall(
      cells.reduce((n, cell) => n + cell.numerator, 0),
      cells.reduce((n, cell) => n + cell.denominator, 0),
    );
  return [
    ...hidden.flatMap((cell, at) =>
      small([cell.counted]) &&
      reduce(
        hidden.map((_, other) => (other === at ? 1 : 0)),
        known,
      ) === null
        ? [`${cell.district} ${cell.month}`]
        : [],
    ),
    ...lines.flatMap((line) => (line.suppressed && small(line.of) && reduce(line.row, known) === null ? [line.name] : [])),
  ];
}

const cells = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([districts, months]) =>
    fc
      .array(fc.tuple(fc.nat(14), fc.nat(24), fc.boolean()), { minLength: districts * months, maxLength: districts * months })
      .map((drawn) =>
        drawn.flatMap(([n, more, there], at): CountedCell[] =>
          there
            ? [{ district: `d${at % districts}`, month: `2026-0${1 + Math.floor(at / districts)}`, numerator: n, denominator: n + more }]
            : [],
        ),
      ),
  );

test('no small number follows from the totals of a table', () => {
  fc.assert(
    fc.property(cells, (counted) => {
      expect(found(counted)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});
