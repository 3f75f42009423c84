// Is this a day of the calendar? ISO and 民國 spellings; the year 1 of the Republic is 1912. No guess: what does not exist is null.
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const ROC_DIGITS = /^(\d{2,3})(\d{2})(\d{2})$/;
const ROC_WORDS = /^(?:民國)?\s*(\d{1,3})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?$/;
const CE_WORDS = /^(\d{4})[年/.](\d{1,2})[月/.](\d{1,2})日?$/;
const CE_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/** The ISO day, or null. Input is already folded to half width. */
export function parseDate(folded: string): string | null {
  const ce = ISO.exec(folded) ?? CE_WORDS.exec(folded) ?? CE_DIGITS.exec(folded);
  if (ce) return existing(Number(ce[1]), Number(ce[2]), Number(ce[3]));
  const roc = ROC_DIGITS.exec(folded) ?? ROC_WORDS.exec(folded);
  return roc ? existing(Number(roc[1]) + 1911, Number(roc[2]), Number(roc[3])) : null;
}

function existing(year: number, month: number, dayOfMonth: number): string | null {
  if (year < 1850 || year > 2200 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
