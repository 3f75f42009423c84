// A limit in words, and how often somebody is visited.
import { language, m } from './index.ts';

const limits: Readonly<Record<string, (given: { n: number }) => string>> = {
  minutes: m.limit_minutes,
  hours: m.limit_hours,
  sameDay: m.limit_sameDay,
  calendarDays: m.limit_calendarDays,
  workingDays: m.limit_workingDays,
  schoolDays: m.limit_schoolDays,
  months: m.limit_months,
  perMonth: m.limit_perMonth,
  perYear: m.limit_perYear,
  times: m.limit_times,
  hoursOfCourse: m.limit_hoursOfCourse,
};

/** A limit: 三個工作日. */
export const limitWord = ({ amount, kind }: { amount: number | null; kind: string }): string => {
  if (amount === null) return m.limit_open();
  const words = limits[kind]?.({ n: amount }) ?? `${amount} ${kind}`;
  // One of anything is said in English without its s.
  return amount === 1 && language() === 'en' ? words.replace(/s$/, '') : words;
};

/** How often somebody is visited: under once a month it is said in months. */
export function rhythmWord(perMonth: number): string {
  if (perMonth === 1) return m.visits_monthly();
  return perMonth < 1 ? m.visits_in_months({ n: Math.round(1 / perMonth) }) : m.visits_per_month({ n: perMonth });
}
