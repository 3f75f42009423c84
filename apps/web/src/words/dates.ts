// How are dates and moments written? ROC years with dots in tables (115.11.19), in full in sentences (115 年 11 月 19 日（四）),
// always in Taipei time whatever the device thinks; English uses western dates.
import { language } from './locale.ts';

const ZONE = 'Asia/Taipei';
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const englishDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

type Civil = { date: string; time: string };

function civil(instant: string): Civil {
  const found = Object.fromEntries(parts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  return { date: `${found.year}-${found.month}-${found.day}`, time: `${found.hour}:${found.minute}` };
}

/** A plain date (YYYY-MM-DD) or the Taipei day of an instant, short: 115.11.19 or 19 Nov 2026. */
export function formatDate(value: string): string {
  const date = value.length > 10 ? civil(value).date : value;
  if (language() === 'en') return englishDate.format(new Date(`${date}T00:00:00Z`));
  const [year, month, day] = date.split('-');
  return `${Number(year) - 1911}.${month}.${day}`;
}

/** The same in full, for sentences: 115 年 11 月 19 日（四）; without the year where there is little room and it is this one. */
export function formatDateLong(value: string, withYear = true): string {
  const date = value.length > 10 ? civil(value).date : value;
  const day = new Date(`${date}T00:00:00Z`);
  const english: Intl.DateTimeFormatOptions = withYear ? { dateStyle: 'full' } : { weekday: 'short', day: 'numeric', month: 'short' };
  if (language() === 'en') return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...english }).format(day);
  const weekday = weekdays[day.getUTCDay()];
  return `${withYear ? `${day.getUTCFullYear() - 1911} 年 ` : ''}${day.getUTCMonth() + 1} 月 ${day.getUTCDate()} 日（${weekday}）`;
}

/** The Taipei time of day of an instant: 17:30. */
export function formatTime(instant: string): string {
  return civil(instant).time;
}

/** Day and time of an instant: 115.11.18 17:30. */
export function formatMoment(instant: string): string {
  const { time } = civil(instant);
  return `${formatDate(instant)} ${time}`;
}

/** The month of a date, a YYYY-MM value or the Taipei day of an instant: 115 年 11 月 or Nov 2026. */
export function formatMonth(value: string): string {
  const [year, month] = (value.length > 10 ? civil(value).date : value).slice(0, 7).split('-').map(Number) as [number, number];
  if (language() === 'en')
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(Date.UTC(year, month - 1, 1));
  return `${year - 1911} 年 ${month} 月`;
}

/** A month on an axis: 11月 or Nov. */
export function formatMonthShort(month: Date): string {
  if (language() === 'en') return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' }).format(month);
  return `${month.getUTCMonth() + 1}月`;
}

/** The Taipei day of an instant as YYYY-MM-DD. */
export function taipeiDay(instant: string): string {
  return civil(instant).date;
}

/** The present day in Taipei, whatever day the device has. */
export function today(): string {
  return taipeiDay(new Date().toISOString());
}

/** The instant of a day and a time of day (HH:mm) in Taipei; 24:00 is the end of the day. */
export function taipeiInstant(day: string, time: string): string {
  return new Date(`${day}T${time}:00+08:00`).toISOString();
}

/** The last second of a day in Taipei. */
export function taipeiDayEnd(day: string): string {
  return taipeiInstant(day, '23:59').replace(':00.000Z', ':59.000Z');
}

/** The day without its year, for rows of one year: 11.19 or 19 Nov. */
export function formatDay(value: string): string {
  const date = value.length > 10 ? civil(value).date : value;
  if (language() === 'en')
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(new Date(`${date}T00:00:00Z`));
  return date.slice(5).replace('-', '.');
}

/** Days from a moment to now as a calendar in Taipei counts them: yesterday evening is one day ago. @param now epoch milliseconds */
export function daysSince(at: string, now: number): number {
  return Math.round((Date.parse(taipeiDay(new Date(now).toISOString())) - Date.parse(taipeiDay(at))) / 86_400_000);
}
