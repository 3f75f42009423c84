import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TAIWAN_BIRTH_DATE } from '../taiwan/dates/comparison.ts';
import { compareDates } from './compare.ts';
import { DATE_LEVELS } from './levels.ts';

const read = (raw: string): number => TAIWAN_BIRTH_DATE.prepare([raw])!;
const levelOf = (a: string, b: string): string => DATE_LEVELS[compareDates(read(a), read(b))]!.id;

describe('two dates of birth', () => {
  it.each([
    ['1974-01-28', '民國63年1月28日', 'same'],
    ['0630128', '19740128', 'same'],
    ['1974-01-28', '1974-01-23', 'typo'],
    ['1974-01-28', '1974-11-28', 'typo'],
    ['1974-01-12', '1974-01-21', 'typo'],
    ['1974-01-28', '1947-01-28', 'typo'],
    ['民國59年1月28日', '民國69年1月28日', 'typo'],
    ['1974-03-05', '1974-05-03', 'swapped'],
    ['民國85年3月5日', '1985-03-05', 'era'],
    ['1979-03-05', '1980-03-05', 'typo'], // 民國 68 and 69
    ['1974', '1974-05-03', 'partial'],
    ['1974-05', '1974-05-03', 'partial'],
    ['1974-01-01', '1974-05-03', 'partial'],
    ['1974-01-01', '1974-01-01', 'partial'],
    ['1974-06', '1974-05-03', 'year'],
    ['1974-05-03', '1969-05-03', 'month-day'],
    ['1974-05-03', '1974-05-28', 'year-month'],
    ['1974-05-03', '1974-11-28', 'year'],
    ['1974-05-03', '1975-11-28', 'near'],
    ['1974', '1981-11-28', 'different'],
    ['1974-05-03', '1999-11-28', 'generation'],
    ['1130230', '1130220', 'typo'],
  ])('%s %s: %s', (a, b, expected) => {
    expect(levelOf(a, b)).toBe(expected);
    expect(levelOf(b, a)).toBe(expected);
  });

  it('give a level in both directions', () => {
    const date = fc
      .tuple(fc.integer({ min: 1850, max: 2100 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 31 }))
      .map(([y, m, d]) => y * 10000 + m * 100 + (m ? d : 0));
    fc.assert(
      fc.property(date, date, (a, b) => {
        const level = compareDates(a, b);
        expect(level).toBeGreaterThan(0);
        expect(level).toBeLessThan(DATE_LEVELS.length);
        expect(compareDates(b, a)).toBe(level);
      }),
    );
  });
});

describe('the u of dates in a file', () => {
  it('takes a day for one of the 365 of a year', () => {
    const random = Float64Array.from(DATE_LEVELS, ({ id }) => (id === 'year' ? 0.0143 : id === 'year-month' ? 0.0003 : 0));
    expect(TAIWAN_BIRTH_DATE.usual!(random)[1]).toBeCloseTo(0.00004);
  });

  it('is what the levels say where no year is met twice', () => {
    expect([...TAIWAN_BIRTH_DATE.usual!(new Float64Array(DATE_LEVELS.length))]).toEqual(DATE_LEVELS.map(({ u }) => u));
  });
});
