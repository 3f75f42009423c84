// Dates of digits, with or without dashes, dots, slashes or 年月日 between them: read from code units to a number without making a string.
// What it gives is what the date's reading gives; words, times and days that no calendar has are left to that.
import type { DateNumber } from '../../calendar/compare.ts';
import { narrow } from '../../text/fold.ts';
import { isDay } from './parse.ts';

const [DASH, DOT, SLASH, ZERO, NINE] = [0x2d, 0x2e, 0x2f, 0x30, 0x39] as const;
const ROC = 1911;
const [PEOPLE, STATE] = [0x6c11, 0x570b];
const UNITS = [...'年月日'].map((char) => char.charCodeAt(0));

const parts = new Int32Array(4);
const digits = new Int32Array(4);

/** 0 for what is read elsewhere. */
export const quickDate = (units: Uint16Array, length: number): DateNumber => {
  if (length < 6 || length > 12) return 0;
  let worded = 0;
  parts.fill(0);
  digits.fill(0);
  let part = 0;
  // 民國 before the year changes nothing: years below 1000 are counted from it anyway.
  for (let i = units[0] === PEOPLE && units[1] === STATE ? 2 : 0; i < length; i++) {
    const unit = narrow(units[i]!);
    if (unit >= ZERO && unit <= NINE) {
      if (part > 2) return 0;
      parts[part] = parts[part]! * 10 + (unit - ZERO);
      digits[part] = digits[part]! + 1;
    } else if (
      (unit === DASH || unit === DOT || unit === SLASH || unit === UNITS[part]) &&
      part < (unit === UNITS[2] ? 3 : 2) &&
      digits[part]! > 0
    ) {
      worded += unit === UNITS[part] ? 1 : 0;
      part++;
    } else return 0;
  }
  if (worded !== 0 && worded !== 3) return 0;
  let year = parts[0]!;
  let month = parts[1]!;
  let day = parts[2]!;
  if (part === 0) {
    if (digits[0] !== 7 && digits[0] !== 8) return 0;
    day = year % 100;
    month = ((year / 100) | 0) % 100;
    year = (year / 10000) | 0;
  } else if (part < 2 || digits[0]! > 4 || digits[1]! > 2 || digits[2] === 0 || digits[2]! > 2) return 0;
  if (month === 0 || day === 0) return 0;
  if (year < 1000) {
    if (year < 1 || year > 200) return 0;
    year += ROC;
  }
  return isDay(year, month, day) ? year * 10000 + month * 100 + day : 0;
};
