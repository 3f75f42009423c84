// A birth date as some source wrote it, as a day: 0790301, 民國79年3月1日, 1990-03-01. What names no day of the calendar (a year alone, a typing error) is not shown as one.

import { type PlainDate, plainDate } from '@anwang/core/time';
import { prepareReported, UNKNOWN_PERSON } from '@anwang/people';

/** The day, or null. */
export function givenDay(raw: string | null): PlainDate | null {
  if (raw === null) return null;
  const { birth } = prepareReported({ ...UNKNOWN_PERSON, birthDate: raw });
  if (birth === null || birth.precision !== 'day') return null;
  const day = plainDate(birth.year, birth.month, birth.day);
  return day.ok ? day.value : null;
}
