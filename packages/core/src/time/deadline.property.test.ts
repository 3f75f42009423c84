import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../lang/result.ts';
import { isTighterOrEqual, limitBounds } from '../programs/tighter.ts';
import { addWorkingDays, businessCalendar, isWorkingDay, knowsDate, parseOfficeCalendar, workingDaysBetween } from './business-calendar.ts';
import { dueInstant, dueWithPauses, type Limit, type LimitKind } from './deadline.ts';
import { addHours, type Instant, instantFromMs, msOf } from './instant.ts';
import { officeCalendar, officeYears } from './office-days.ts';
import { inPeriod, monthPeriod, schoolYearPeriod } from './period.ts';
import { addDays, type PlainDate, weekday } from './plain-date.ts';
import { dateIn, endOfDay, taipei } from './zone.ts';

const context = { calendar: officeCalendar, zone: taipei };
const start = fc.integer({ min: Date.UTC(2024, 0, 5), max: Date.UTC(2027, 5, 1) }).map(instantFromMs);
const day = (text: string) => text as PlainDate;
const at = (text: string) => text as Instant;

describe('the office calendar', () => {
  it('has as many days off as the published calendars of each year', () => {
    const off = (year: number) => {
      let count = 0;
      for (let date = day(`${year}-01-01`); date <= `${year}-12-31`; date = addDays(date, 1))
        if (!isWorkingDay(officeCalendar, date)) count += 1;
      return count;
    };
    // 113: 115 days and 115: 120 days as printed with the calendars; 114: 115 as first printed and three more by the act of 2025-05-28.
    expect([off(2024), off(2025), off(2026)]).toEqual([115, 118, 120]);
  });
  it.each([
    ['2024-02-17', true],
    ['2025-02-08', true],
    ['2024-02-10', false],
    ['2025-10-24', false],
    ['2026-02-20', false],
    ['2026-05-01', false],
    ['2027-12-31', false],
    ['2026-11-23', true],
  ])('%s is worked: %s', (date, worked) => expect(isWorkingDay(officeCalendar, day(date))).toBe(worked));
  it('lists only weekdays as off and only weekends as made up', () => {
    for (const year of officeYears) {
      expect(year.off.every((date) => weekday(date) % 6 !== 0 && date.startsWith(String(year.year)))).toBe(true);
      expect(year.makeUp.every((date) => weekday(date) % 6 === 0)).toBe(true);
    }
    expect(knowsDate(officeCalendar, day('2028-01-03'))).toBe(false);
  });
  it('reads the official open-data file back into the same year', () => {
    const lines: string[] = ['西元日期,星期,是否放假,備註'];
    for (let date = day('2026-01-01'); date <= '2026-12-31'; date = addDays(date, 1))
      lines.push(`${date.replaceAll('-', '')},x,${isWorkingDay(officeCalendar, date) ? 0 : 2},`);
    expect(must(parseOfficeCalendar(lines.join('\r\n')))).toEqual([officeYears.find((year) => year.year === 2026)]);
    expect(parseOfficeCalendar('20260101,x,7,')).toMatchObject({ ok: false, problem: { code: 'calendarInvalid', line: 1 } });
    expect(parseOfficeCalendar(lines.slice(0, 100).join('\n'))).toMatchObject({ ok: false, problem: { code: 'calendarInvalid' } });
  });
  it('takes an imported year in place of the one it has', () => {
    const closed = businessCalendar([...officeYears, { year: 2026, off: [day('2026-11-23')], makeUp: [] }]);
    expect([isWorkingDay(closed, day('2026-11-23')), isWorkingDay(closed, day('2026-02-17'))]).toEqual([false, true]);
  });
});

/** A second reading of the counting rules, by walking day after day. */
function oracle(from: Instant, limit: Limit): Instant | null {
  const first = dateIn(taipei, from);
  const n = limit.amount ?? 0;
  if (limit.kind === 'minutes') return instantFromMs(msOf(from) + n * 60_000);
  if (limit.kind === 'hours') return instantFromMs(msOf(from) + n * 3_600_000);
  let last = first;
  if (limit.kind === 'calendarDays') for (let i = 0; i < n; i += 1) last = addDays(last, 1);
  if (limit.kind === 'workingDays')
    for (let left = n; left > 0; ) {
      last = addDays(last, 1);
      if (isWorkingDay(officeCalendar, last)) left -= 1;
    }
  if (limit.kind === 'months') {
    // Civil Code 121-II, word for word: begin on the day after; in the last month look for the corresponding day; end on the day before it,
    // or on the last day of that month when it has none.
    const begin = addDays(first, 1);
    const [year, month, dayOf] = begin.split('-').map(Number) as [number, number, number];
    const target = new Date(Date.UTC(year, month - 1 + n, 1));
    const days = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
    const monthText = `${target.getUTCFullYear()}-${String(target.getUTCMonth() + 1).padStart(2, '0')}`;
    last = dayOf > days ? day(`${monthText}-${days}`) : addDays(day(`${monthText}-${String(dayOf).padStart(2, '0')}`), -1);
  }
  return endOfDay(taipei, last);
}

const kinds: readonly LimitKind[] = ['minutes', 'hours', 'calendarDays', 'workingDays', 'months'];
const limit = fc.record({ kind: fc.constantFrom(...kinds), amount: fc.integer({ min: 1, max: 20 }) });

describe('due instants', () => {
  it('agree with a reading that walks the days', () => {
    fc.assert(
      fc.property(start, limit, (from, one) => {
        expect(dueInstant(from, one, context)).toBe(oracle(from, one));
      }),
      { numRuns: 500 },
    );
  });
  it('never come before the start, and grow with the amount', () => {
    fc.assert(
      fc.property(start, limit, (from, one) => {
        const due = dueInstant(from, one, context) ?? '';
        const more = dueInstant(from, { ...one, amount: one.amount + 1 }, context) ?? '';
        expect(due >= from && more > due).toBe(true);
      }),
    );
  });
  it.each([
    ['2026-02-13T02:00:00.000Z', { amount: 4, kind: 'workingDays' }, '2026-02-26T15:59:59.999Z'],
    ['2026-11-20T15:59:00.000Z', { amount: 10, kind: 'calendarDays' }, '2026-11-30T15:59:59.999Z'],
    ['2026-11-20T16:00:00.000Z', { amount: 10, kind: 'calendarDays' }, '2026-12-01T15:59:59.999Z'],
    ['2026-01-30T04:00:00.000Z', { amount: 1, kind: 'months' }, '2026-02-28T15:59:59.999Z'],
    ['2026-02-28T04:00:00.000Z', { amount: 1, kind: 'months' }, '2026-03-31T15:59:59.999Z'],
    ['2024-02-14T04:00:00.000Z', { amount: 3, kind: 'workingDays' }, '2024-02-17T15:59:59.999Z'],
    ['2026-11-20T04:00:00.000Z', { amount: 1, kind: 'perMonth' }, '2026-11-30T15:59:59.999Z'],
    ['2026-11-20T04:00:00.000Z', { amount: 0, kind: 'hours' }, '2026-11-20T04:00:00.000Z'],
  ] as const)('%s + %o = %s', (from, one, due) => expect(dueInstant(at(from), one, context)).toBe(due));
  it('do not exist for counts and open duties', () => {
    expect(dueInstant(at('2026-11-20T04:00:00.000Z'), { amount: 3, kind: 'times' }, context)).toBeNull();
    expect(dueInstant(at('2026-11-20T04:00:00.000Z'), { amount: null, kind: 'hours' }, context)).toBeNull();
  });
  it('move by the time the clock stood still', () => {
    fc.assert(
      fc.property(start, limit, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (from, one, wait, length) => {
        const pause = { from: addHours(from, wait), to: addHours(from, wait + length) };
        const due = dueInstant(from, one, context) ?? '';
        const moved = dueWithPauses(from, one, [pause], pause.to, context) ?? '';
        expect(moved >= due).toBe(true);
        if (one.kind === 'hours') expect(msOf(at(moved)) - msOf(at(due))).toBe(length * 3_600_000);
        expect(dueWithPauses(from, one, [], pause.to, context)).toBe(due);
      }),
    );
  });
});

describe('working days', () => {
  it('count forth and back', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const first = dateIn(taipei, from);
        const last = addWorkingDays(officeCalendar, first, count);
        expect(isWorkingDay(officeCalendar, last)).toBe(true);
        expect(workingDaysBetween(officeCalendar, first, last)).toBe(count);
      }),
    );
  });
});

describe('tightening', () => {
  it('is never claimed of a limit that could be longer, whatever the start', () => {
    fc.assert(
      fc.property(start, limit, limit, (from, changed, original) => {
        if (!isTighterOrEqual(changed, original)) return;
        expect((dueInstant(from, changed, context) ?? '') <= (dueInstant(from, original, context) ?? '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  it('knows how long a limit may last', () => {
    fc.assert(
      fc.property(start, limit, (from, one) => {
        const bounds = limitBounds(one);
        const hours = (msOf(at(dueInstant(from, one, context) ?? '')) - msOf(from)) / 3_600_000;
        // The due instant is the last millisecond of its day; a millisecond is less than the bound's hour.
        expect(hours + 0.001 >= (bounds?.least ?? 0) && hours <= (bounds?.most ?? Number.POSITIVE_INFINITY)).toBe(true);
      }),
    );
  });
});

describe('periods', () => {
  it('are cut in the legal zone', () => {
    const november = monthPeriod(2026, 11);
    expect(november).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect([
      inPeriod(november, at('2026-10-31T16:00:00.000Z'), taipei),
      inPeriod(november, at('2026-11-30T16:00:00.000Z'), taipei),
    ]).toEqual([true, false]);
    expect(schoolYearPeriod(2026)).toEqual({ from: '2026-08-01', to: '2027-07-31' });
  });
});
