// How are Minguo (ROC) dates read and written? Year + 1911 = Gregorian year; official files carry 7 digits `YYYMMDD`, some with hour and minute.
// Shapes follow the field descriptions of the national protection system (domain 02 §2.4): year 000 means "year unknown", people born before 1912 carry a flag.

import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';
import { type PlainDate, partsOf, plainDate } from './plain-date.ts';

/** A ROC date read from text: the date, or only month and day when the year was written as 000. */
export type RocDate =
  | { readonly kind: 'date'; readonly date: PlainDate }
  | { readonly kind: 'yearUnknown'; readonly month: number; readonly day: number };

const separated = /^(民國|民前)?(\d{1,3})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/;
const packed = /^(民國|民前)?(\d{2,3})(\d{2})(\d{2})$/;

/**
 * Reads a ROC date: `1130229`, `990101`, `113/2/29`, `113年2月29日`, `民國113.02.29`, `民前3年5月1日`, full-width digits included.
 * @param options.beforeRoc the source's flag "born before the ROC": year n then counts backwards from 1911.
 * @returns `dateUnreadable` for a shape we do not know, `dateImpossible` for a day that does not exist (1130230).
 */
export function parseRocDate(raw: string, options: { beforeRoc?: boolean } = {}): Result<RocDate, Problem> {
  const text = raw.normalize('NFKC').replace(/\s/g, '');
  const parts = separated.exec(text) ?? packed.exec(text);
  if (parts === null) return fail({ code: 'dateUnreadable', raw });
  const [year, month, day] = [Number(parts[2]), Number(parts[3]), Number(parts[4])];
  if (year === 0) {
    const leap = plainDate(2000, month, day, raw);
    return leap.ok ? ok({ kind: 'yearUnknown', month, day }) : leap;
  }
  const before = options.beforeRoc === true || parts[1] === '民前';
  const date = plainDate(before ? 1912 - year : 1911 + year, month, day, raw);
  return date.ok ? ok({ kind: 'date', date: date.value }) : date;
}

/** `1130229`; years before the ROC have no packed form and give `null`. */
export function formatRocPacked(date: PlainDate): string | null {
  const { year, month, day } = partsOf(date);
  if (year < 1912) return null;
  return `${String(year - 1911).padStart(3, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/** `113年2月29日`, or `民前3年5月1日` for dates before 1912. */
export function formatRoc(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return year < 1912 ? `民前${1912 - year}年${month}月${day}日` : `${year - 1911}年${month}月${day}日`;
}
