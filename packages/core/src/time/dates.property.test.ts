import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../lang/result.ts';
import { instantFromMs, msOf, parseInstant } from './instant.ts';
import { addDays, addMonths, ageOn, dayNumber, daysBetween, type PlainDate, parsePlainDate, partsOf, weekday } from './plain-date.ts';
import { formatRoc, formatRocPacked, parseRocDate } from './roc-date.ts';
import { dateIn, endOfDay, startOfDay, taipei, wallTime } from './zone.ts';

const ms = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2100, 0, 1) });
const date = fc.integer({ min: -20_000, max: 60_000 }).map((days) => addDays('1970-01-01' as PlainDate, days));

describe('the legal zone', () => {
  const platform = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Taipei', year: 'numeric', month: '2-digit', day: '2-digit' });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Taipei', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  it('agrees with the platform’s zone tables from 1980 on', () => {
    fc.assert(
      fc.property(ms, (at) => {
        const instant = instantFromMs(at);
        expect(dateIn(taipei, instant)).toBe(platform.format(new Date(at)));
        expect(wallTime(taipei, instant)).toBe(clock.format(new Date(at)));
      }),
    );
  });
  it('cuts days at its own midnight', () => {
    fc.assert(
      fc.property(ms, (at) => {
        const day = dateIn(taipei, instantFromMs(at));
        expect(msOf(startOfDay(taipei, day)) <= at && at <= msOf(endOfDay(taipei, day))).toBe(true);
        expect(dateIn(taipei, instantFromMs(msOf(endOfDay(taipei, day)) + 1))).toBe(addDays(day, 1));
      }),
    );
  });
});

describe('plain dates', () => {
  it('count days like the proleptic Gregorian calendar of the platform', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(weekday(to)).toBe(new Date(dayNumber(to) * 86_400_000).getUTCDay());
        expect(must(parsePlainDate(to))).toBe(to);
      }),
    );
  });
  it('add months without leaving the month they arrive in', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const [a, b] = [partsOf(from), partsOf(addMonths(from, months))];
        expect((b.year - a.year) * 12 + b.month - a.month).toBe(months);
        expect(b.day <= a.day).toBe(true);
      }),
    );
  });
  it('reach an age on the birthday, on 1 March for those born on 29 February in common years', () => {
    expect(ageOn('2000-02-29' as PlainDate, '2018-02-28' as PlainDate)).toBe(17);
    expect(ageOn('2000-02-29' as PlainDate, '2018-03-01' as PlainDate)).toBe(18);
    expect(ageOn('2008-11-22' as PlainDate, '2026-11-22' as PlainDate)).toBe(18);
  });
  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '24-1-1', ''])('refuse %s', (raw) =>
    expect(parsePlainDate(raw).ok).toBe(false),
  );
});

describe('ROC dates', () => {
  it('are read back from every form they are written in', () => {
    fc.assert(
      fc.property(
        date.filter((day) => day >= '1912-01-01'),
        (day) => {
          expect(must(parseRocDate(formatRocPacked(day) ?? ''))).toEqual({ kind: 'date', date: day });
          expect(must(parseRocDate(formatRoc(day)))).toEqual({ kind: 'date', date: day });
        },
      ),
    );
  });
  it.each([
    ['1130229', '2024-02-29'],
    ['990101', '2010-01-01'],
    ['１１３０２２９', '2024-02-29'],
    ['113/2/29', '2024-02-29'],
    ['民國113年2月29日', '2024-02-29'],
    ['民前3年5月1日', '1909-05-01'],
    ['113 02 29', '2024-02-29'],
  ])('%s is %s', (raw, expected) => expect(parseRocDate(raw)).toEqual({ ok: true, value: { kind: 'date', date: expected } }));
  it('name the day that does not exist', () => {
    expect(parseRocDate('1130230')).toEqual({
      ok: false,
      problem: { code: 'dateImpossible', raw: '1130230', year: 2024, month: 2, day: 30 },
    });
    expect(parseRocDate('1120229')).toMatchObject({ ok: false, problem: { code: 'dateImpossible' } });
    expect(parseRocDate('hello')).toMatchObject({ ok: false, problem: { code: 'dateUnreadable' } });
  });
  it('know an unknown year and births before the republic', () => {
    expect(parseRocDate('0000704')).toEqual({ ok: true, value: { kind: 'yearUnknown', month: 7, day: 4 } });
    expect(parseRocDate('0030501', { beforeRoc: true })).toEqual({ ok: true, value: { kind: 'date', date: '1909-05-01' } });
    expect(formatRoc('1909-05-01' as PlainDate)).toBe('民前3年5月1日');
  });
});

describe('instants', () => {
  it.each(['2026-11-22T08:00:00Z', '2026-11-22T16:00+08:00', '2026-11-22T08:00:00.000Z'])('read %s', (raw) =>
    expect(parseInstant(raw)).toEqual({ ok: true, value: '2026-11-22T08:00:00.000Z' }),
  );
  it.each(['2026-11-22T08:00', '2026-02-30T00:00:00Z', '2026-11-22', 'now', '2026-11-22T24:30:00Z'])('refuse %s', (raw) =>
    expect(parseInstant(raw).ok).toBe(false),
  );
});
