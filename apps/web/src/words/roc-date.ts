// What date did somebody type? 民國 years first (1150102, 990102, 115/1/2), western eight-digit dates too. Whether a day exists is core's rule;
// this adds what a field needs while somebody types: half-typed is not yet wrong, and a wrong part is named with its value.
import { parseRocDate, plainDate } from '@anwang/core/time';

export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'wrong'; readonly why: 'shape' | 'month' | 'day' | 'year'; readonly value: number };

const western = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** Full-width digits and invisible characters of Chinese input methods, made plain. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200d\ufeff]/g, '');
}

function wrongPart(year: number, month: number, day: number): TypedDate {
  if (month < 1 || month > 12) return { kind: 'wrong', why: 'month', value: month };
  return { kind: 'wrong', why: year > 0 ? 'day' : 'year', value: year > 0 ? day : year };
}

/**
 * Reads a typed date.
 * @param typed what stands in the field
 * @returns the ISO date, or which part is wrong and its value, so that the sentence can name it
 */
export function readTypedDate(typed: string): TypedDate {
  const text = plain(typed);
  if (text === '') return { kind: 'empty' };
  const ce = western.exec(text);
  if (ce && Number(ce[1]) >= 1850 && Number(ce[1]) <= 2200) {
    const [year, month, day] = [Number(ce[1]), Number(ce[2] ?? ce[4]), Number(ce[3] ?? ce[5])];
    const found = plainDate(year, month, day, text);
    return found.ok ? { kind: 'date', iso: found.value } : wrongPart(year, month, day);
  }
  const roc = parseRocDate(text);
  if (roc.ok) return roc.value.kind === 'date' ? { kind: 'date', iso: roc.value.date } : { kind: 'wrong', why: 'year', value: 0 };
  if (roc.problem.code === 'dateImpossible') return wrongPart(roc.problem.year, roc.problem.month, roc.problem.day);
  return /^[\d/.年月]{1,5}$/.test(text) ? { kind: 'incomplete' } : { kind: 'wrong', why: 'shape', value: 0 };
}

/** An ISO date as it is typed: 2026-01-02 becomes 1150102; years before 民國 1 stay western. */
export function typedDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const roc = year - 1911;
  const head = roc >= 1 ? String(roc).padStart(2, '0') : String(year);
  return `${head}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/** Does this hold a day (YYYY-MM-DD), or what somebody typed that is none? */
export function isDay(value: string | null | undefined): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && readTypedDate(value).kind === 'date';
}

/** What a typed text stands for in a form: the day, nothing, or the text itself, so that it is neither lost nor taken for unknown. */
export function dayOrText(typed: string): string | null {
  const reading = readTypedDate(typed);
  return reading.kind === 'date' ? reading.iso : reading.kind === 'empty' ? null : typed;
}
