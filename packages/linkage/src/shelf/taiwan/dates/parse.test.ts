import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysIn, formatDate, parseDate } from './parse.ts';

interface Vector {
  readonly input: string;
  readonly parsed: { precision: string; date: string; calendar: string } | null;
}
const golden: Vector[] = JSON.parse(readFileSync(new URL('../golden/dates.json', import.meta.url), 'utf8'));

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

describe('dates', () => {
  it.each(golden)('$input', ({ input, parsed }) => {
    const date = parseDate(input);
    expect(date && { precision: date.precision, date: formatDate(date), calendar: date.calendar }).toEqual(parsed);
  });

  it('reads every layout of a day alike', () => {
    const day = fc.tuple(fc.integer({ min: 1912, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }));
    fc.assert(
      fc.property(day, ([year, month, dayOfMonth]) => {
        fc.pre(dayOfMonth <= daysIn(year, month) && !(month === 1 && dayOfMonth === 1));
        const roc = year - 1911;
        const [m, d] = [pad(month, 2), pad(dayOfMonth, 2)];
        const iso = `${year}-${m}-${d}`;
        for (const text of [
          iso,
          `${year}${m}${d}`,
          `${pad(roc, 3)}${m}${d}`,
          `民國${roc}年${month}月${dayOfMonth}日`,
          `${roc}/${month}/${dayOfMonth}`,
        ]) {
          expect(formatDate(parseDate(text)!)).toBe(iso);
        }
      }),
    );
  });

  it('reads any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => void parseDate(text)));
    expect(parseDate('9'.repeat(1_000_000))).toBeNull();
  });
});
