// How is a birth date written, and how does it go wrong?
// Seven layouts of the two calendars (the Republic's year is the common year minus 1911); slips of digit, order, calendar, and stand-ins.

import type { Chance } from '../chance.ts';
import type { Rates } from '../rates.ts';
import { fullWidth } from './width.ts';

export type DateStyle = 'iso' | 'compact' | 'roc-compact' | 'roc-slash' | 'roc-words' | 'iso-wide' | 'year';
type Day = { year: number; month: number; day: number };

/** The date as someone wrote it down. */
export const damageDate = (truth: Day, rates: Rates, dice: Chance): Day => {
  let { year, month, day } = truth;
  if (dice.hit(rates.dayMonthSwap) && day <= 12) [month, day] = [day, month];
  if (dice.hit(rates.dateDigit)) {
    const which = dice.below(4);
    if (which === 0) year += dice.hit(0.5) ? 1 : -1;
    else if (which === 1) year += dice.hit(0.5) ? 10 : -10;
    else if (which === 2) month = 1 + ((month + dice.below(11)) % 12);
    else day = 1 + ((day + dice.below(27)) % 28);
  }
  if (dice.hit(rates.rocYearSlip)) year += dice.pick([11, -11, 1, -1]);
  if (dice.hit(rates.firstOfJanuary)) {
    month = 1;
    day = 1;
  }
  return { year, month, day };
};

const two = (n: number): string => String(n).padStart(2, '0');

/** The date in a source's own layout. */
export const writeDate = ({ year, month, day }: Day, style: DateStyle, dice: Chance): string => {
  const roc = year - 1911;
  switch (style) {
    case 'iso':
      return `${year}-${two(month)}-${two(day)}`;
    case 'iso-wide':
      return fullWidth(`${year}-${two(month)}-${two(day)}`);
    case 'compact':
      return `${year}${two(month)}${two(day)}`;
    case 'roc-compact':
      return roc > 0 ? String(roc).padStart(3, '0') + two(month) + two(day) : `${year}${two(month)}${two(day)}`;
    case 'roc-slash':
      return roc > 0 ? `${roc}/${month}/${day}` : `${year}/${month}/${day}`;
    case 'roc-words': {
      const text = roc > 0 ? `民國${roc}年${month}月${day}日` : `西元${year}年${month}月${day}日`;
      return dice.hit(0.1) ? fullWidth(text) : text;
    }
    case 'year':
      return String(year);
  }
};
