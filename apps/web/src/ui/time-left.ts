// How much time is left, in words? "剩 3 時 20 分", "逾期 2 日": days from a day up, minutes under an hour (design kit, 時鐘).
// The meaning follows the length of the clock: a triage clock of hours is urgent in its last two, a statutory one of days in its last six.
import { m } from '../words/index.ts';
import type { Meaning } from './Shape.tsx';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type TimeLeft = { readonly meaning: Meaning; readonly words: string; readonly usedPercent: number };

/** A length of time in the words of the field. @param length milliseconds, not negative */
function lengthWords(length: number): string {
  if (length < MINUTE) return m.clock_under_minute();
  if (length < HOUR) return m.clock_minutes({ n: Math.floor(length / MINUTE) });
  if (length < DAY) {
    const h = Math.floor(length / HOUR);
    const min = Math.floor((length % HOUR) / MINUTE);
    return min === 0 ? m.clock_hours({ n: h }) : m.clock_hours_minutes({ h, min });
  }
  const d = Math.floor(length / DAY);
  const h = Math.floor((length % DAY) / HOUR);
  return d >= 3 || h === 0 ? m.clock_days({ n: d }) : m.clock_days_hours({ d, h });
}

function meaningOf(left: number, whole: number): Meaning {
  if (left <= 0) return 'overdue';
  const long = whole > 2 * DAY;
  if (left < (long ? 6 : 2) * HOUR) return 'urgent';
  return left < (long ? 3 * DAY : 6 * HOUR) ? 'attention' : 'normal';
}

/**
 * Says a clock.
 * @param start when it began, epoch milliseconds
 * @param due when it ends
 * @param now the moment of reading
 * @returns meaning, words and the share used, 0–100
 */
export function timeLeft(start: number, due: number, now: number): TimeLeft {
  const left = due - now;
  const whole = Math.max(due - start, 1);
  const usedPercent = Math.round(Math.min(100, Math.max(0, ((now - start) / whole) * 100)));
  const meaning = meaningOf(left, whole);
  const time = lengthWords(Math.abs(left));
  return { meaning, words: meaning === 'overdue' ? m.clock_overdue({ time }) : m.clock_left({ time }), usedPercent };
}
