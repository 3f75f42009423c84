import { type Instant, taipei } from '@anwang/core/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedCell, figureTable, lastMonths, momentsOf } from './index.ts';

const cell = fc.nat(30).chain((denominator) =>
  fc.record({
    district: fc.constantFrom('a', 'b', 'c', null),
    month: fc.constantFrom('2026-01', '2026-02', '2026-03'),
    denominator: fc.constant(denominator),
    numerator: fc.nat(denominator),
  }),
);
const table = fc.uniqueArray(cell, { selector: (c: CountedCell) => `${c.district} ${c.month}`, maxLength: 12 });

describe('tables of figures', () => {
  it('never shows a count from one to four, and never a single hidden cell in a line whose total is shown', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const shown = figureTable(cells);
        const figures = [shown.total, ...shown.months, ...shown.districts, ...shown.cells];
        for (const f of figures) {
          expect(f.suppressed).toBe(f.numerator === null);
          for (const n of [f.numerator ?? 0, f.denominator ?? 0]) expect(n === 0 || n >= 5).toBe(true);
        }
        for (const key of ['district', 'month'] as const)
          for (const line of Map.groupBy(shown.cells, (c) => c[key]).values()) {
            const [first] = line;
            const total =
              key === 'district'
                ? shown.districts.find((d) => d.district === first?.district)
                : shown.months.find((m) => m.month === first?.month);
            const known = line.filter((c) => !c.suppressed && (c.denominator ?? 0) > 0);
            if (line.filter((c) => c.suppressed).length === 1 && total?.suppressed === false) expect(known).toEqual([]);
          }
      }),
    );
  });

  it('cuts months in Taipei', () => {
    const now = '2026-01-31T16:30:00.000Z' as Instant;
    expect(lastMonths(now, taipei, 3)).toEqual({ from: '2025-12', to: '2026-02' });
    expect(momentsOf({ from: '2026-02', to: '2026-02' }, taipei)).toEqual({
      from: '2026-01-31T16:00:00.000Z',
      until: '2026-02-28T16:00:00.000Z',
    });
  });
});
