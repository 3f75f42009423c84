import type { Instant } from '@anwang/core/time';
import { taipei } from '@anwang/core/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedCell, figureTable, spanTable, windowsOf } from './index.ts';

const now = '2026-11-27T04:00:00.000Z' as Instant;
const all = Array.from({ length: 24 }, (_, at) => `${2024 + Math.floor((at + 11) / 12)}-${String(((at + 11) % 12) + 1).padStart(2, '0')}`);
const whole = { from: all[0] ?? '', to: all.at(-1) ?? '' };
const cells = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(all.length - 1), fc.nat(12)), { maxLength: 60 })
  .map((rows) =>
    [
      ...new Map(
        rows.map(([district, month, n]) => [
          `${district} ${month}`,
          { district, month: all[month] ?? '', numerator: Math.floor(n / 2), denominator: n },
        ]),
      ).values(),
    ].filter((cell) => cell.denominator > 0),
  );
const windows = windowsOf(whole, now, taipei);
const tableOf = (counted: readonly CountedCell[], from: number, to: number) => {
  const span = { from: all[from] ?? '', to: all[to] ?? '' };
  const touched = windows.filter((one) => one.from <= span.to && span.from <= one.to);
  return spanTable(
    touched.map((months) => ({
      months,
      table: figureTable(counted.filter((cell) => months.from <= cell.month && cell.month <= months.to)),
    })),
    span,
  );
};

describe('figures of a span', () => {
  it('are those of fixed windows of twelve months, counted back from the present one', () => {
    expect(windows).toEqual([
      { from: '2024-12', to: '2025-11' },
      { from: '2025-12', to: '2026-11' },
    ]);
    expect(windowsOf({ from: '2026-03', to: '2027-02' }, now, taipei)).toEqual([windows[1], { from: '2026-12', to: '2027-11' }]);
  });

  it('are found for any months there are, each month in one window', () => {
    const month = fc.tuple(fc.integer({ min: 1, max: 9990 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(month, fc.nat(40), ([year, m], more) => {
        const text = (n: number) => `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`;
        const first = year * 12 + m - 1;
        const found = windowsOf({ from: text(first), to: text(first + more) }, now, taipei);
        for (let n = first; n <= first + more; n++) expect(found.filter((one) => one.from <= text(n) && text(n) <= one.to)).toHaveLength(1);
        expect(found.filter((one) => one.to < text(first) || text(first + more) < one.from)).toEqual([]);
      }),
    );
  });

  it('cannot be subtracted from one another until a hidden month is left, neither of the county nor of a district', () => {
    fc.assert(
      fc.property(cells, fc.nat(23), fc.nat(23), (counted, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const wide = tableOf(counted, from, to);
        for (const [first, last, left] of [
          [from, to - 1, to],
          [from + 1, to, from],
        ] as const) {
          if (first > last) continue;
          const narrow = tableOf(counted, first, last);
          const month = wide.months.find((one) => one.month === all[left]);
          if (month?.suppressed) expect(wide.total.suppressed || narrow.total.suppressed).toBe(true);
          for (const cell of wide.cells.filter((one) => one.month === all[left] && one.suppressed)) {
            const line = wide.districts.find((one) => one.district === cell.district);
            const less = narrow.districts.find((one) => one.district === cell.district);
            // A district of which nothing else is in the span is told by its absence, and by nothing more.
            if (less === undefined) expect(line?.suppressed).toBe(true);
            else expect(line?.suppressed || less.suppressed).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are whole where nothing is hidden, and where whole windows are asked for', () => {
    fc.assert(
      fc.property(cells, (counted) => {
        const table = tableOf(counted, 12, 23);
        const own = figureTable(counted.filter((cell) => cell.month >= (all[12] ?? '')));
        expect(table).toEqual(own);
        const many = counted.map((cell) => ({ ...cell, numerator: 9, denominator: 20 }));
        const part = tableOf(many, 3, 17);
        expect(part.total.denominator).toBe(
          20 * many.filter((cell) => cell.month >= (all[3] ?? '') && cell.month <= (all[17] ?? '')).length,
        );
      }),
    );
  });
});
