// The date of birth as one comparison; the locales differ only in how a written date is read.
import type { Comparison, Locale } from '../../roles/types.ts';
import { frequencyOf } from '../frequency.ts';
import { facetKeyOfUnits, hashed, hashUnits } from '../text/hash.ts';
import { compareDates, type DateNumber } from './compare.ts';
import { DATE_LEVELS, usualDates } from './levels.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** 19740128 → 1974-01-28, 19740000 → 1974. */
const formatDateNumber = (date: DateNumber): string => {
  const [year, month, day] = [Math.floor(date / 10000), Math.floor(date / 100) % 100, date % 100];
  return pad(year, 4) + (month || day ? `-${pad(month, 2)}` : '') + (day ? `-${pad(day, 2)}` : '');
};

const isFull = (date: DateNumber): boolean => date % 100 !== 0 && Math.floor(date / 100) % 100 !== 0;
/** A day that was not filled in by default. */
const isTelling = (date: DateNumber): boolean => isFull(date) && date % 10000 !== 101;

/** Digits of the normal form 1974-01-28 of a day, written in place. */
const text = new Uint16Array(10);
const PLACES = [9, 8, 6, 5, 3, 2, 1, 0];
const writeDay = (date: DateNumber): void => {
  let left = date;
  for (let i = 0; i < PLACES.length; i++) {
    text[PLACES[i]!] = 0x30 + (left % 10);
    left = (left / 10) | 0;
  }
  text[4] = 0x2d;
  text[7] = 0x2d;
};

/** `quick` reads days from code units, 0 for what is left to `read`. */
const quickly =
  (quick: (units: Uint16Array, length: number) => DateNumber): NonNullable<Comparison<DateNumber>['quick']> =>
  (units, length, out) => {
    const date = quick(units, length);
    if (date === 0) return false;
    out.row[0] = date;
    writeDay(date);
    hashUnits(text, 0, 10);
    out.high = hashed.high;
    out.low = hashed.low;
    const telling = isTelling(date);
    out.facets[0] = telling ? facetKeyOfUnits(text, 0, 10) : 0;
    out.facets[1] = facetKeyOfUnits(text, 0, 4);
    out.facets[2] = telling ? facetKeyOfUnits(text, 5, 10) : 0;
    out.facets[3] = telling ? facetKeyOfUnits(text, 0, 7) : 0;
    return true;
  };

export const birthDateComparison = (
  locale: Locale,
  read: (raw: string | null) => DateNumber | null,
  quick?: (units: Uint16Array, length: number) => DateNumber,
): Comparison<DateNumber> => ({
  id: `${locale}/birth-date`,
  locale,
  inputs: ['birth-date'],
  label: { zh: '出生日期', en: 'Date of birth' },
  levels: DATE_LEVELS,
  facets: [
    { id: 'date', label: { zh: '生日', en: 'date of birth' } },
    { id: 'year', label: { zh: '出生年', en: 'year of birth' } },
    { id: 'month-day', label: { zh: '出生月日', en: 'day and month of birth' } },
    { id: 'year-month', label: { zh: '出生年月', en: 'year and month of birth' } },
  ],
  prepare: ([raw]) => read(raw ?? null),
  compare: compareDates,
  facetsOf: (date) => {
    const text = formatDateNumber(date);
    return [
      isTelling(date) ? text : null,
      text.slice(0, 4),
      isTelling(date) ? text.slice(5) : null,
      isTelling(date) ? text.slice(0, 7) : null,
    ];
  },
  format: formatDateNumber,
  usual: usualDates,
  ...(quick === undefined ? {} : { quick: quickly(quick) }),
  frequency: frequencyOf<DateNumber>(DATE_LEVELS, {
    kinds: { date: (date) => (isTelling(date) ? formatDateNumber(date) : null) },
    facets: { date: 'date' },
    levels: { same: 'date' },
  }),
  packing: {
    width: 1,
    write(value, out, at) {
      out[at] = value;
      return true;
    },
    read: (from, at) => from[at]!,
    compare: (a, atA, b, atB) => compareDates(a[atA]!, b[atB]!),
  },
});
