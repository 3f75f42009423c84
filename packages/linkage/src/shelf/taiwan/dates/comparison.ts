// The date of birth as Taiwanese systems write it.

import type { DateNumber } from '../../calendar/compare.ts';
import { birthDateComparison } from '../../calendar/comparison.ts';
import { readDigits } from '../../calendar/digits.ts';
import { parseDate } from './parse.ts';
import { quickDate } from './quick.ts';

/** A calendar date, else the digits of one that no calendar has (1130230): wrong, and still evidence. */
const readTaiwan = (raw: string | null): DateNumber | null => {
  const date = parseDate(raw);
  return date ? date.year * 10000 + date.month * 100 + date.day : readDigits(raw, true);
};

export const TAIWAN_BIRTH_DATE = birthDateComparison('zh-TW', readTaiwan, quickDate);
