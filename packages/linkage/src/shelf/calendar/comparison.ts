// The date of birth as one comparison; the locales differ only in how a written date is read.
import type { Comparison, Locale } from '../../roles/types.ts';
import { frequencyOf } from '../frequency.ts';
import { compareDates, type DateNumber } from './compare.ts';
import { DATE_LEVELS } from './levels.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** 19740128 → 1974-01-28, 19740000 → 1974. */
const formatDateNumber = (date: DateNumber): string => {
  const [year, month, day] = [Math.floor(date / 10000), Math.floor(date / 100) % 100, date % 100];
  return pad(year, 4) + (month || day ? `-${pad(month, 2)}` : '') + (day ? `-${pad(day, 2)}` : '');
};

const isFull = (date: DateNumber): boolean => date % 100 !== 0 && Math.floor(date / 100) % 100 !== 0;
/** A day that was not filled in by default. */
const isTelling = (date: DateNumber): boolean => isFull(date) && date % 10000 !== 101;

export const birthDateComparison = (locale: Locale, read: (raw: string | null) => DateNumber | null): Comparison<DateNumber> => ({
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
  frequency: frequencyOf<DateNumber>(DATE_LEVELS, {
    kinds: { date: (date) => (isTelling(date) ? formatDateNumber(date) : null) },
    levels: { same: 'date' },
  }),
  packing: {
    width: 1,
    write(value, out, at) {
      out[at] = value;
      return true;
    },
    compare: (a, atA, b, atB) => compareDates(a[atA]!, b[atB]!),
  },
});
