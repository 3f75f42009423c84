// Typed 民國 dates: what is understood, and what is named as wrong.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOrText, isDay, readTypedDate, typedDate } from './roc-date.ts';

describe('readTypedDate', () => {
  test.each([
    ['1150102', '2026-01-02'],
    ['990102', '2010-01-02'],
    ['115/1/2', '2026-01-02'],
    ['0010203', '1912-02-03'],
    ['115.01.02', '2026-01-02'],
    ['民國115年1月2日', '2026-01-02'],
    ['１１５０１０２', '2026-01-02'],
    ['20260102', '2026-01-02'],
    ['1130229', '2024-02-29'],
  ])('%s is %s', (typed, iso) => {
    expect(readTypedDate(typed)).toMatchObject({ kind: 'date', iso });
  });

  test.each([
    ['1130230', 'day', 30],
    ['1140229', 'day', 29],
    ['1151319', 'month', 13],
    ['1150001', 'month', 0],
    ['0000101', 'year', 0],
    ['abc', 'shape', 0],
  ])('%s is wrong in its %s', (typed, why, value) => {
    expect(readTypedDate(typed)).toEqual({ kind: 'wrong', why, value });
  });

  test('a date half typed is incomplete, not wrong', () => {
    expect(readTypedDate('115')).toEqual({ kind: 'incomplete' });
    expect(readTypedDate('')).toEqual({ kind: 'empty' });
  });

  test('every date typed back gives itself', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1912-01-01'), max: new Date('2150-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readTypedDate(typedDate(iso))).toMatchObject({ kind: 'date', iso });
      }),
    );
  });
});

test('what is no day stays as it was typed, and is not taken for one', () => {
  expect(['1130229', ' ', '', '1130230', '115', '後天'].map(dayOrText)).toEqual(['2024-02-29', null, null, '1130230', '115', '後天']);
  expect(['2024-02-29', '2024-02-30', '1130229', '', null].map(isDay)).toEqual([true, false, false, false, false]);
});
