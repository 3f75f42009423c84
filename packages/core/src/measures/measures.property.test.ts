import { measures } from '@anwang/packs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../time/instant.ts';
import { monthPeriod } from '../time/period.ts';
import { taipei } from '../time/zone.ts';
import { evaluateMeasure, type MeasureRow, measureCells } from './evaluate.ts';
import type { Measure } from './measure.ts';
import { standing, targetOf } from './standing.ts';
import { isSmall, smallest, suppressed, type TableCell } from './suppress.ts';

const context = { now: '2026-11-22T04:00:00.000Z' as Instant, zone: taipei };
function the(id: string): Measure {
  const found = measures.find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
}
const november = monthPeriod(2026, 11);

describe('the five indicators', () => {
  const row = (id: string, facts: Record<string, unknown>): MeasureRow => ({ id, district: 'd', ...facts }) as MeasureRow;
  const figure = (id: string, rows: MeasureRow[], period = november) => {
    const { numerator, denominator, value } = evaluateMeasure(the(id), rows, period, context);
    return [numerator.join(), denominator.join(), value];
  };
  it('24 hours: counts what is decided or a day old, by the receipt in Taipei time', () => {
    const rows = [
      row('on time', { receivedAt: '2026-11-02T00:00:00.000Z', handledAt: '2026-11-03T00:00:00.000Z' }),
      row('late', { receivedAt: '2026-11-02T00:00:00.000Z', handledAt: '2026-11-03T00:00:00.001Z' }),
      row('waiting', { receivedAt: '2026-11-22T00:00:00.000Z', handledAt: null }),
      row('forgotten', { receivedAt: '2026-11-10T00:00:00.000Z', handledAt: null }),
      row('october', { receivedAt: '2026-10-31T15:59:59.999Z', handledAt: '2026-10-31T16:00:00.000Z' }),
      row('november', { receivedAt: '2026-10-31T16:00:00.000Z', handledAt: '2026-10-31T17:00:00.000Z' }),
    ];
    expect(figure('dispatch-24h', rows)).toEqual(['on time,november', 'on time,late,forgotten,november', 50]);
  });
  it('re-report: within six months of closing, opened cases only', () => {
    const closed = {
      programme: 'vulnerable-family',
      opening: 'open',
      closedAt: '2026-11-05T00:00:00.000Z',
      closureReason: 'goalAchieved',
      sixMonthsAt: '2027-05-05T15:59:59.999Z',
    };
    const rows = [
      row('again', { ...closed, reReportedAt: '2027-05-05T15:59:59.999Z' }),
      row('later', { ...closed, reReportedAt: '2027-05-05T16:00:00.000Z' }),
      row('never', { ...closed, reReportedAt: null }),
      row('not opened', { ...closed, opening: 'notOpened', reReportedAt: '2026-11-20T00:00:00.000Z' }),
      row('other', { ...closed, programme: 'child-protection' }),
      row('in error', { ...closed, reopenedFor: 'closedInError', reReportedAt: null }),
      row('reopened', { ...closed, reopenedFor: 'needsAgain', reReportedAt: null }),
      // Another county goes on with it: nothing was closed with success.
      row('moved', { ...closed, closureReason: 'movedOut', reReportedAt: null }),
    ];
    expect(figure('vf-rereport-6m', rows)).toEqual(['again', 'again,later,never,reopened', 25]);
  });
  it('protection report after three months of service', () => {
    const served = { programme: 'vulnerable-family', opening: 'open', threeMonthsAt: '2026-11-05T00:00:00.000Z' };
    expect(
      figure('vf-protection-3m', [
        row('yes', { ...served, protectionReportedAt: '2026-11-20T00:00:00.000Z' }),
        row('no', { ...served, protectionReportedAt: null }),
        row('short', { ...served, threeMonthsAt: null }),
      ]),
    ).toEqual(['yes', 'yes,no', 50]);
  });
  it('child-protection opening rate', () => {
    const decided = { programme: 'child-protection', openingDecidedAt: '2026-11-05T00:00:00.000Z' };
    const rows = ['open', 'shortTerm', 'notOpened', null].map((opening) => row(String(opening), { ...decided, opening }));
    expect(figure('cp-opening-rate', rows)).toEqual(['open,shortTerm', 'open,shortTerm,notOpened', 200 / 3]);
  });
  it('first visits on time: a visit at the due moment is on time, one not made is late, one no longer owed is out', () => {
    const due = { dueAt: '2026-11-10T15:59:59.999Z', cancelled: false, paused: false };
    const rows = [
      row('at the moment', { ...due, stoppedAt: '2026-11-10T15:59:59.999Z' }),
      row('after', { ...due, stoppedAt: '2026-11-10T16:00:00.000Z' }),
      row('not made', { ...due, stoppedAt: null }),
      row('not due yet', { ...due, dueAt: '2026-11-29T15:59:59.999Z', stoppedAt: null }),
      row('standing still', { ...due, paused: true, stoppedAt: null }),
      row('not owed', { ...due, cancelled: true, stoppedAt: '2026-11-03T00:00:00.000Z' }),
    ];
    expect(figure('visits-on-time', rows)).toEqual(['at the moment', 'at the moment,after,not made', 100 / 3]);
  });
  it('cut by district and month give the parts of the whole', () => {
    const instant = fc.integer({ min: Date.UTC(2026, 7, 1), max: Date.UTC(2026, 10, 20) }).map((ms) => new Date(ms).toISOString());
    const rows = fc.array(
      fc.record({
        id: fc.uuid(),
        district: fc.constantFrom('a', 'b', null),
        receivedAt: instant,
        handledAt: fc.option(instant, { nil: null }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const cells = measureCells(the('dispatch-24h'), list as MeasureRow[], context);
        const whole = evaluateMeasure(
          the('dispatch-24h'),
          list as MeasureRow[],
          { from: '2026-01-01' as never, to: '2026-12-31' as never },
          context,
        );
        expect(cells.reduce((sum, cell) => sum + cell.denominator, 0)).toBe(whole.denominator.length);
        expect(cells.reduce((sum, cell) => sum + cell.numerator, 0)).toBe(whole.numerator.length);
      }),
    );
  });
});

describe('suppression', () => {
  const table: fc.Arbitrary<TableCell[]> = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: rows * columns, maxLength: rows * columns }).map((counts) =>
        counts.map(([a, b], index) => ({
          row: `r${index % rows}`,
          column: `c${Math.floor(index / rows)}`,
          numerator: Math.min(a, b),
          denominator: Math.max(a, b),
        })),
      ),
    );
  it('hides every small count, and never leaves one alone in a line whose total is shown', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const hides = suppressed(cells);
        for (const cell of cells) if (isSmall(cell.numerator, cell.denominator)) expect(hides(cell.row, cell.column)).toBe(true);
        for (const side of ['row', 'column'] as const)
          for (const line of Map.groupBy(cells, (cell) => cell[side]).values()) {
            const gone = line.filter((cell) => hides(cell.row, cell.column));
            const [one] = gone;
            const total = one && (side === 'row' ? hides(one.row, null) : hides(null, one.column));
            if (one && gone.length === 1 && isSmall(one.numerator, one.denominator)) expect(total).toBe(true);
          }
      }),
      { numRuns: 500 },
    );
  });
  it('hides nothing where nothing is small', () => {
    const hides = suppressed([{ row: 'a', column: 'b', numerator: 0, denominator: smallest }]);
    expect([hides('a', 'b'), hides('a', null), hides(null, 'b'), hides(null, null)]).toEqual([false, false, false, false]);
    expect([isSmall(0, 0), isSmall(4, 10), isSmall(0, 4), isSmall(5, 5)]).toEqual([false, true, true, false]);
  });
});

describe('targets', () => {
  it('are met by direction; a tie fails for "below"', () => {
    const below = { year: 2026, op: 'lt', value: 3 } as const;
    expect([standing(below, 2.9), standing(below, 3), standing(below, 5), standing(below, null), standing(null, 1)]).toEqual([
      'met',
      'near',
      'missed',
      'unknown',
      'noTarget',
    ]);
    expect([
      targetOf(the('vf-protection-3m'), 2027)?.value,
      targetOf(the('vf-protection-3m'), 2030)?.value,
      targetOf(the('vf-protection-3m'), 2025),
    ]).toEqual([3, 2.5, null]);
  });
});
