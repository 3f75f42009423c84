// How do two dates of birth agree? Decided on integers: one wrong digit, day and month swapped, ROC years read as common ones, years only, first of January by default.
import { dateLevel } from './levels.ts';

/** year × 10000 + month × 100 + day, parts that are not known 0; dates that are in no calendar (2001-02-31) are allowed. */
export type DateNumber = number;

const SAME = dateLevel('same');
const TYPO = dateLevel('typo');
const SWAPPED = dateLevel('swapped');
const ERA = dateLevel('era');
const PARTIAL = dateLevel('partial');
const MONTH_DAY = dateLevel('month-day');
const YEAR_MONTH = dateLevel('year-month');
const YEAR = dateLevel('year');
const NEAR = dateLevel('near');
const DIFFERENT = dateLevel('different');
const GENERATION = dateLevel('generation');

const GENERATION_YEARS = 12;
const NEAR_YEARS = 2;
const ROC = 1911;
/** Years by which conversions between the calendars go wrong: 民國 85 taken as 1985 (11), a year too far, a decade. */
const ERA_SLIPS = new Set([11, 10, 1, ROC]);

/** Index into DATE_LEVELS, at least 1; symmetric. */
export const compareDates = (a: DateNumber, b: DateNumber): number => {
  const yearA = (a / 10000) | 0;
  const yearB = (b / 10000) | 0;
  const restA = a % 10000;
  const restB = b % 10000;
  const apart = Math.abs(yearA - yearB);
  const loose = restA < 101 || restB < 101 || restA % 100 === 0 || restB % 100 === 0;
  if (loose) return compareLoose(restA, restB, apart);
  // Two first-of-January dates are as a rule two unknown days.
  if (a === b) return restA === 101 ? PARTIAL : SAME;
  if (apart === 0) {
    if (restA === 101 || restB === 101) return PARTIAL;
    if (isSwapped(restA, restB)) return SWAPPED;
    if (isTypo(a, b)) return TYPO;
    return Math.floor(restA / 100) === Math.floor(restB / 100) ? YEAR_MONTH : YEAR;
  }
  if (restA === restB && restA !== 101) {
    if (isTypo(a, b)) return TYPO;
    return ERA_SLIPS.has(apart) ? ERA : apart >= GENERATION_YEARS * 2 ? GENERATION : MONTH_DAY;
  }
  if (restA !== 101 && restB !== 101 && isTypo(a, b)) return TYPO;
  return byYears(apart);
};

/** Only what both dates know counts: month and day may be 0. */
const compareLoose = (restA: number, restB: number, apart: number): number => {
  if (apart > 0) return byYears(apart);
  const [monthA, monthB] = [Math.floor(restA / 100), Math.floor(restB / 100)];
  return monthA === 0 || monthB === 0 || monthA === monthB || restA === 101 || restB === 101 ? PARTIAL : YEAR;
};

const byYears = (apart: number): number => (apart >= GENERATION_YEARS ? GENERATION : apart <= NEAR_YEARS ? NEAR : DIFFERENT);

const isSwapped = (restA: number, restB: number): boolean =>
  restA % 100 === Math.floor(restB / 100) && Math.floor(restA / 100) === restB % 100;

/** One digit differs, or two neighbouring digits are exchanged, in the common year or in the ROC year. */
const isTypo = (a: DateNumber, b: DateNumber): boolean =>
  isOneSlip(a, b) || (a > 19120000 && b > 19120000 && isOneSlip(a - ROC * 10000, b - ROC * 10000));

const isOneSlip = (a: number, b: number): boolean => {
  let differing = 0;
  let first = 0;
  let place = 0;
  for (let x = a, y = b; x !== y; x = (x / 10) | 0, y = (y / 10) | 0, place++) {
    const dx = x % 10;
    const dy = y % 10;
    if (dx === dy) continue;
    differing++;
    if (differing === 1) first = place * 100 + dx * 10 + dy;
    else if (differing > 2 || place !== Math.floor(first / 100) + 1 || dx !== first % 10 || dy !== Math.floor(first / 10) % 10)
      return false;
  }
  return differing > 0;
};
