// What is wrong with a typed date, in words that name the wrong part.
import { taipeiDay } from '../words/dates.ts';
import { m } from '../words/index.ts';
import { readTypedDate } from '../words/roc-date.ts';

/** The sentence while somebody types: half a date is not wrong yet. `past`: the day may not lie ahead. */
export function typingFault(typed: string, past = false): string | undefined {
  const reading = readTypedDate(typed);
  if (reading.kind === 'date') return past && reading.iso > taipeiDay(new Date().toISOString()) ? m.fault_future() : undefined;
  if (reading.kind !== 'wrong') return undefined;
  if (reading.why === 'month') return m.date_wrong_month({ value: reading.value });
  if (reading.why === 'day') return m.date_wrong_day({ value: reading.value });
  return reading.why === 'year' ? m.date_wrong_year() : m.date_wrong_shape();
}

/** The sentence when the form goes on: what is half typed is wrong now. */
export function dateFault(value: string | null, past = false): string | undefined {
  if (value === null) return undefined;
  return readTypedDate(value).kind === 'incomplete' ? m.date_wrong_shape() : typingFault(value, past);
}
