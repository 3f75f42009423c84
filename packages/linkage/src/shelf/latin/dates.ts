// Which day does a date written outside Taiwan mean? ISO and eight digits, day or month first, months in words (ISO 8601; BS 7666 habits).
import type { DateNumber } from '../calendar/compare.ts';
import { readDigits } from '../calendar/digits.ts';
import { cleanText } from '../text/index.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const FILLERS = new Set([19000101, 18991230, 99991231, 10101]);

/** Day first where both orders are possible: a file that writes month first does so throughout, and both sides are then read alike. */
export const readLatinDate = (raw: string | null): DateNumber | null => {
  if (raw === null || raw.length > 60) return null;
  const text = cleanText(raw)
    .toLowerCase()
    .replace(/[t ]\d{1,2}:\d{2}.*$/, '');
  const date = inOrder(text) ?? yearLast(text) ?? inWords(text) ?? readDigits(text, false);
  return date === null || FILLERS.has(date) ? null : date;
};

const build = (year: number, month: number, day: number): DateNumber | null =>
  year >= 1800 && year <= 2200 && month <= 12 && day <= 31 ? year * 10000 + month * 100 + day : null;

const inOrder = (text: string): DateNumber | null => {
  const found = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? /^(\d{4})$/.exec(text);
  return found && build(Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0));
};

const yearLast = (text: string): DateNumber | null => {
  const found = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (!found) return null;
  const [first, second, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return build(year, second, first) ?? build(year, first, second);
};

const inWords = (text: string): DateNumber | null => {
  const found =
    /^(\d{1,2})(?:st|nd|rd|th)?[-/., ]+([a-z]{3,9})[-/., ]+(\d{4})$/.exec(text) ??
    /^([a-z]{3,9})[-/., ]+(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4})$/.exec(text);
  if (!found) return null;
  const [day, month] = /^\d/.test(found[1]!) ? [found[1]!, found[2]!] : [found[2]!, found[1]!];
  const index = MONTHS.indexOf(month.slice(0, 3));
  return index < 0 ? null : build(Number(found[3]), index + 1, Number(day));
};
