// Reads a calendar as CSV: date, name, kind, working. Headers and blank lines are passed over; wrong lines are named.
const kinds = ['holiday', 'makeUpWorkingDay', 'makeUpHoliday', 'countyClosure'] as const;
type Kind = (typeof kinds)[number];
export type CalendarDay = { date: string; working: boolean; name: string; kind: Kind };

/** The days, and the numbers of lines that could not be read. */
export function readCalendarCsv(csv: string): { days: CalendarDay[]; wrong: number[] } {
  const days: CalendarDay[] = [];
  const wrong: number[] = [];
  for (const [index, line] of csv.split(/\r?\n/).entries()) {
    const [date = '', name = '', kind = '', working = ''] = line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, ''));
    if (line.trim() === '' || (index === 0 && !/\d/.test(date))) continue;
    const known = kinds.find((each) => each === kind);
    if (!/^\d{4}-\d\d-\d\d$|^\d{6,8}$/.test(date) || name === '' || !known) wrong.push(index + 1);
    else
      days.push({ date, name, kind: known, working: working === '' ? known === 'makeUpWorkingDay' : /^(true|1|yes|是)$/i.test(working) });
  }
  return { days, wrong };
}
