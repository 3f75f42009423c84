// The outcomes of comparing two dates of birth, in words, strongest first (linkage.md §3.2, point 3).
import { indexOf, level, scaled } from '../level.ts';

export const DATE_LEVELS = scaled([
  level('missing', '生日缺漏', 'birth date missing', 0, 0),
  level('same', '生日相同', 'same birth date', 0.8, 0.00004, { frequency: 'value' }),
  level('typo', '生日一處誤植', 'birth date differs in one place', 0.05, 0.0006),
  level('swapped', '生日月日對調', 'day and month of birth swapped', 0.008, 0.00005, { unordered: true }),
  level('era', '生日年份換算之誤（民國／西元）', 'year of birth mistaken between calendars', 0.02, 0.0002, { unordered: true }),
  level('partial', '出生年相符（其一僅有年或年月）', 'year of birth agrees, one date is incomplete', 0.07, 0.004, { unordered: true }),
  level('month-day', '生日月日相同、年不同', 'same day and month of birth, other year', 0.012, 0.0025),
  level('year-month', '出生年月相同', 'same year and month of birth', 0.01, 0.0012),
  level('year', '出生年相同', 'same year of birth', 0.01, 0.0135),
  level('near', '出生年相近', 'years of birth close', 0.01, 0.045, { unordered: true }),
  level('different', '生日不同', 'other birth date', 0.007, 0.35291),
  level('generation', '出生年相差十二年以上', 'born twelve or more years apart', 0.003, 0.58, { conflict: true }),
]);

export type DateLevel =
  | 'same'
  | 'typo'
  | 'swapped'
  | 'era'
  | 'partial'
  | 'month-day'
  | 'year-month'
  | 'year'
  | 'near'
  | 'different'
  | 'generation';
export const dateLevel: (id: DateLevel) => number = indexOf(DATE_LEVELS);

const SAME = dateLevel('same');
const YEARS = [dateLevel('year'), dateLevel('year-month')];
const DAYS = 365;

/** Two strangers born in one year share the day one time in 365: near-certain, where most pairs that share it are matches. */
export const usualDates = (random: Float64Array): Float64Array => {
  const usual = Float64Array.from(DATE_LEVELS, ({ u }) => u);
  const day = YEARS.reduce((sum, level) => sum + random[level]!, 0) / DAYS;
  if (day > 0) usual[SAME] = day;
  return usual;
};
