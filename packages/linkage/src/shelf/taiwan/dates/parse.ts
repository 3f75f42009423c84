// Which day, month or year does a written date of birth mean, in the ROC (民國, year + 1911) or the common calendar? Taiwanese layouts as met in registers.
import { cleanText } from '../../text/index.ts';
import { isEmptyWord } from '../data/placeholders.ts';
import { NUMERALS, parseNumeral } from '../numerals.ts';

export interface ParsedDate {
  readonly precision: 'day' | 'month' | 'year';
  /** Year of the common calendar; `month` and `day` are 0 where not given. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly calendar: 'ce' | 'roc';
}

const EARLIEST = 1850;
const LATEST = 2100;
/** Dates that systems write when they have none, as year, month and day in one number: no string is made for every date. */
const FILLERS = new Set([19000101, 10101, 99991231, 18991230, 18991231, 19110101, 19120101, 19010101, 17530101, 20991231]);
const WORDED = new RegExp(
  `^(?:中華)?(民國前|民前|民國|西元|公元)?\\s*([\\d${NUMERALS}]{1,7})\\s*年(?:次|生)?(?:\\s*([\\d${NUMERALS}]{1,3})\\s*月)?(?:份|生)?(?:\\s*([\\d${NUMERALS}]{1,3})\\s*[日號])?生?$`,
  'u',
);

/** A date as written → its parts; null if it says nothing or is no day of the calendar (1130230). */
export const parseDate = (raw: string | null): ParsedDate | null => {
  if (raw === null) return null;
  const text = cleanText(raw);
  if (isEmptyWord(text) || text.length > 40) return null;
  return parseWorded(text) ?? parseSeparated(text) ?? parseDigits(text);
};

const parseWorded = (text: string): ParsedDate | null => {
  const found = WORDED.exec(text);
  if (!found) return null;
  const [, era, yearText, monthText, dayText] = found;
  const year = parseNumeral(yearText!);
  const month = monthText === undefined ? 0 : parseNumeral(monthText);
  const day = dayText === undefined ? 0 : parseNumeral(dayText);
  if (year === null || month === null || day === null) return null;
  if (era?.endsWith('前')) return year >= 1 && year <= 62 ? build(1912 - year, month, day, 'roc') : null;
  if (era === '西元' || era === '公元') return build(year, month, day, 'ce');
  return fromYear(year, month, day, 4);
};

/** Years of up to three digits are ROC years, of four digits common ones; `民國` before a four-digit year is taken for a slip. */
const fromYear = (year: number, month: number, day: number, digits: number): ParsedDate | null =>
  year >= 1000 || digits > 4 ? build(year, month, day, 'ce') : year >= 1 && year <= 200 ? build(year + 1911, month, day, 'roc') : null;

const parseSeparated = (text: string): ParsedDate | null => {
  const day =
    /^(?:民國)?(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,4})日?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/u.exec(
      text,
    );
  if (day) {
    const [a, b, c] = [day[1]!, day[2]!, day[3]!];
    if (c.length <= 2) return fromYear(Number(a), Number(b), Number(c), a.length);
    if (a.length > 2 || c.length !== 4) return null;
    // The year stands last: day first, unless only month first makes a date (01/28/1974).
    return build(Number(c), Number(b), Number(a), 'ce') ?? build(Number(c), Number(a), Number(b), 'ce');
  }
  const month = /^(\d{2,4})\s*[-/.]\s*(\d{1,2})$/.exec(text);
  return month ? fromYear(Number(month[1]), Number(month[2]), 0, month[1]!.length) : null;
};

const parseDigits = (text: string): ParsedDate | null => {
  const digits = /^(?:民國)?(\d{3,8})$/.exec(text)?.[1];
  if (digits === undefined) return null;
  const cut = (yearDigits: number): [number, number, number] => [
    Number(digits.slice(0, yearDigits)),
    Number(digits.slice(yearDigits, yearDigits + 2) || '0'),
    Number(digits.slice(yearDigits + 2, yearDigits + 4) || '0'),
  ];
  switch (digits.length) {
    case 8:
      return fromYear(...cut(4), 4);
    case 7:
      return fromYear(...cut(3), 3);
    case 6:
      return fromYear(...cut(2), 2) ?? build(...cut(4), 'ce');
    case 5:
      return fromYear(...cut(1), 1);
    case 4:
      return fromYear(Number(digits), 0, 0, 4);
    default:
      return fromYear(Number(digits), 0, 0, digits.length);
  }
};

/** A date of the calendar, whole or in part; null if there is none such or it is a filler. */
const build = (year: number, month: number, day: number, calendar: 'ce' | 'roc'): ParsedDate | null => {
  if (year < EARLIEST || year > LATEST || month > 12 || isFiller(year, month, day)) return null;
  if (month === 0) return day === 0 ? { precision: 'year', year, month: 0, day: 0, calendar } : null;
  if (day === 0) return { precision: 'month', year, month, day: 0, calendar };
  return isDay(year, month, day) ? { precision: 'day', year, month, day, calendar } : null;
};

const isFiller = (year: number, month: number, day: number): boolean => FILLERS.has(year * 10000 + month * 100 + day);

/** Is a day, all of which is given, one of the calendar and no filler? */
export const isDay = (year: number, month: number, day: number): boolean =>
  year >= EARLIEST && year <= LATEST && month <= 12 && day <= daysIn(year, month) && !isFiller(year, month, day);

export const daysIn = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** ISO 8601 with the precision that is known: 1974-01-28, 1974-01 or 1974. */
export const formatDate = (date: ParsedDate): string =>
  [String(date.year), date.month, date.day]
    .filter((part) => part !== 0)
    .map((part) => (typeof part === 'string' ? part : String(part).padStart(2, '0')))
    .join('-');
