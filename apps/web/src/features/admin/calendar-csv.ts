// Reads a calendar as CSV, in one of two shapes: the office calendar as the government publishes it (西元日期,星期,是否放假,備註: every day of the year, of which only
// those against the week are kept), or our own (date, name, kind). Headers and blank lines are passed over; what is wrong is named with its line.
import type { SentOf } from '@anwang/contract';
import { readTypedDate, typedDate } from '../../words/roc-date.ts';

export type CalendarDay = SentOf<'admin', 'importCalendar'>['days'][number];
type Kind = CalendarDay['kind'];
export type LineFault = { line: number; why: 'date' | 'otherYear' | 'twice' | 'name' | 'kind' | 'worksAnyway' };

const kinds: Readonly<Record<string, Kind>> = {
  holiday: 'holiday',
  放假: 'holiday',
  makeUpWorkingDay: 'makeUpWorkingDay',
  補班: 'makeUpWorkingDay',
  補行上班: 'makeUpWorkingDay',
  makeUpHoliday: 'makeUpHoliday',
  補假: 'makeUpHoliday',
  countyClosure: 'countyClosure',
  停班: 'countyClosure',
};

const cellsOf = (line: string): string[] => line.split(/[,\t]/).map((cell) => cell.trim().replace(/^"|"$/g, '').trim());

/** Name and kind of a line; null for a day of the published calendar that says what the week says. */
function meaning([, second = '', third = '', fourth = '']: string[], rests: boolean): [name: string, kind: Kind | undefined] | null {
  const published = /^[日一二三四五六]$/.test(second) && /^[02]$/.test(third);
  if (!published) return [second, kinds[third]];
  if ((third === '2') === rests) return null;
  return third === '2' ? [fourth || '放假日', 'holiday'] : [fourth || '補行上班日', 'makeUpWorkingDay'];
}

/** The days against the week, in ISO dates, and what is wrong line by line. */
export function readCalendarCsv(csv: string, year: number): { days: CalendarDay[]; wrong: LineFault[] } {
  const days: CalendarDay[] = [];
  const wrong: LineFault[] = [];
  const seen = new Set<string>();
  for (const [index, text] of csv
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const cells = cellsOf(text);
    if (text.trim() === '' || (index === 0 && !/\d/.test(cells[0] ?? ''))) continue;
    const line = index + 1;
    const reading = readTypedDate(cells[0] ?? '');
    if (reading.kind !== 'date') {
      wrong.push({ line, why: 'date' });
      continue;
    }
    const date = reading.iso;
    const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    const said = meaning(cells, weekend);
    if (said === null) continue;
    const [name, kind] = said;
    const fault = faultOf({ date, name, kind, weekend, year, seen });
    seen.add(date);
    if (fault) wrong.push({ line, why: fault });
    else if (kind) days.push({ date, name, kind, working: kind === 'makeUpWorkingDay' });
  }
  return { days, wrong };
}

type Line = { date: string; name: string; kind: Kind | undefined; weekend: boolean; year: number; seen: ReadonlySet<string> };

function faultOf({ date, name, kind, weekend, year, seen }: Line): LineFault['why'] | undefined {
  if (Number(date.slice(0, 4)) !== year) return 'otherYear';
  if (seen.has(date)) return 'twice';
  if (name === '') return 'name';
  if (kind === undefined) return 'kind';
  return kind === 'makeUpWorkingDay' && !weekend ? 'worksAnyway' : undefined;
}

const kindWords: Readonly<Record<string, string>> = {
  holiday: '放假',
  makeUpWorkingDay: '補班',
  makeUpHoliday: '補假',
  countyClosure: '停班',
};

/** Days as lines, to be added to: in the words and dates of the language that is read. */
export function calendarLines(days: readonly { date: string; name: string; kind: string }[], english: boolean): string {
  return days
    .map(({ date, name, kind }) => (english ? `${date},${name},${kind}` : `${typedDate(date)},${name},${kindWords[kind] ?? kind}`))
    .join('\n');
}
