// A day some months after a moment, in Taipei; the last of the month where the day does not exist there.
import { taipeiDay } from '../words/dates.ts';

/** ISO date. */
export function monthsFrom(moment: Date, months: number): string {
  const [year = 0, month = 1, day = 1] = taipeiDay(moment.toISOString()).split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
