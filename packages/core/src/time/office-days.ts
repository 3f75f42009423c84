// The published office calendars 113–116 (2024–2027): weekdays off with what they are for, and make-up working Saturdays.
// Source: 行政院人事行政總處 辦公日曆表 of each year; 114 as revised after 紀念日及節日實施條例 (2025-05-28). Later years are imported as data.

import type { Label } from '../lang/label.ts';
import { type BusinessCalendar, businessCalendar, type OfficeYear } from './business-calendar.ts';
import type { PlainDate } from './plain-date.ts';

const holidays: Readonly<Record<string, Label & { readonly en: string }>> = {
  founding: { zh: '開國紀念日', en: 'Founding Day' },
  little: { zh: '小年夜', en: "Day before Lunar New Year's Eve" },
  eve: { zh: '農曆除夕', en: "Lunar New Year's Eve" },
  spring: { zh: '春節', en: 'Lunar New Year' },
  peace: { zh: '和平紀念日', en: 'Peace Memorial Day' },
  children: { zh: '兒童節', en: "Children's Day" },
  tombs: { zh: '民族掃墓節', en: 'Tomb Sweeping Day' },
  both: { zh: '兒童節及民族掃墓節', en: "Children's Day and Tomb Sweeping Day" },
  labour: { zh: '勞動節', en: 'Labour Day' },
  dragon: { zh: '端午節', en: 'Dragon Boat Festival' },
  moon: { zh: '中秋節', en: 'Mid-Autumn Festival' },
  teacher: { zh: '孔子誕辰紀念日（教師節）', en: "Confucius' Birthday (Teachers' Day)" },
  national: { zh: '國慶日', en: 'National Day' },
  restoration: { zh: '臺灣光復暨古寧頭大捷紀念日', en: 'Taiwan Restoration and Guningtou Victory Day' },
  constitution: { zh: '行憲紀念日', en: 'Constitution Day' },
  /** Off for a working Saturday. */
  bridge: { zh: '調整放假', en: 'Adjusted day off' },
};

/** `02-08 eve` is a holiday; `02-08 =eve` is a day off in its stead. */
const stated: Readonly<Record<number, { off: string; makeUp: string }>> = {
  2024: {
    off: '01-01 founding, 02-08 bridge, 02-09 eve, 02-12 spring, 02-13 =spring, 02-14 =spring, 02-28 peace, 04-04 both, 04-05 =children, 06-10 dragon, 09-17 moon, 10-10 national',
    makeUp: '02-17',
  },
  2025: {
    off: '01-01 founding, 01-27 bridge, 01-28 eve, 01-29 spring, 01-30 spring, 01-31 spring, 02-28 peace, 04-03 =children, 04-04 both, 05-30 =dragon, 09-29 =teacher, 10-06 moon, 10-10 national, 10-24 =restoration, 12-25 constitution',
    makeUp: '02-08',
  },
  2026: {
    off: '01-01 founding, 02-16 eve, 02-17 spring, 02-18 spring, 02-19 spring, 02-20 =little, 02-27 =peace, 04-03 =children, 04-06 =tombs, 05-01 labour, 06-19 dragon, 09-25 moon, 09-28 teacher, 10-09 =national, 10-26 =restoration, 12-25 constitution',
    makeUp: '',
  },
  2027: {
    off: '01-01 founding, 02-04 little, 02-05 eve, 02-08 spring, 02-09 =spring, 02-10 =spring, 03-01 =peace, 04-05 tombs, 04-06 =children, 04-30 =labour, 06-09 dragon, 09-15 moon, 09-28 teacher, 10-11 =national, 10-25 restoration, 12-24 =constitution, 12-31 =founding',
    makeUp: '',
  },
};

const dayOf = (year: string, day: string): PlainDate => `${year}-${day}` as PlainDate;
const listed = (text: string, mark: string): string[] => text.split(mark).filter((each) => each !== '');

const names = new Map<PlainDate, Label>();
/** The years that are part of the repository. */
export const officeYears: readonly OfficeYear[] = Object.entries(stated).map(([year, { off, makeUp }]) => ({
  year: Number(year),
  off: listed(off, ', ').map((each) => {
    const [day = '', said = ''] = each.split(' ');
    const instead = said.startsWith('=');
    const label = holidays[instead ? said.slice(1) : said];
    if (label === undefined) throw new Error(`no holiday ${said}`);
    names.set(dayOf(year, day), instead ? { zh: `${label.zh}補假`, en: `${label.en}, day off in lieu` } : label);
    return dayOf(year, day);
  }),
  makeUp: listed(makeUp, ' ').map((day) => {
    names.set(dayOf(year, day), { zh: '補行上班', en: 'Make-up working day' });
    return dayOf(year, day);
  }),
}));

/** What a day of the repository's calendars is called; null for a day that says what the week says. */
export const officeDayName = (date: PlainDate): Label | null => names.get(date) ?? null;

/** The office calendar of the repository's years. */
export const officeCalendar: BusinessCalendar = businessCalendar(officeYears);
