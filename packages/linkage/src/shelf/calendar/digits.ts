// What can be saved of a date that no calendar has, such as 19934128 or 113/02/30? Its digits, which agree with those of the right date in most places.
import { cleanText } from '../text/index.ts';
import type { DateNumber } from './compare.ts';

const ROC = 1911;

/** Year, month and day as written in that order, in eight digits (or seven in the ROC calendar) or separated; null if that is not their shape. */
export const readDigits = (raw: string | null, roc: boolean): DateNumber | null => {
  if (raw === null || raw.length > 60) return null;
  const text = cleanText(raw);
  const found =
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ??
    /^(\d{2,4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ??
    (roc ? /^(\d{3})(\d\d)(\d\d)$/.exec(text) : null);
  if (!found) return null;
  const written = Number(found[1]);
  const year = written >= 1000 ? written : roc && written > 0 && written <= 200 ? written + ROC : 0;
  const [month, day] = [Number(found[2]), Number(found[3])];
  return year < 1850 || year > 2100 || (month <= 12 && day <= 1) ? null : year * 10000 + month * 100 + day;
};
