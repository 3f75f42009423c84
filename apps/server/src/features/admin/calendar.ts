// The calendar of office days: shown to everybody, imported by the administrator when the official one of a year is published.

import type { InputOf } from '@anwang/contract';
import { decide } from '@anwang/core/access';
import { fail, ok } from '@anwang/core/lang';
import { officeYears, type PlainDate, weekday } from '@anwang/core/time';
import { listCalendarDays, replaceCalendarYear } from '@anwang/store/org';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';

type Imported = InputOf<'admin', 'importCalendar'>['days'][number];

/** What is wrong with line `line` (from 1) of an import, if anything: outside its year, twice, saying what the week says already, or of another kind than its place has. */
function fault(
  day: Imported,
  line: number,
  { year, county }: { year: number; county: string | null },
  seen: Set<string>,
): { line: number; reason: string } | null {
  if (Number(day.date.slice(0, 4)) !== year) return { line, reason: 'otherYear' };
  if (seen.has(day.date)) return { line, reason: 'twice' };
  seen.add(day.date);
  if ((day.kind === 'countyClosure') !== (county !== null)) return { line, reason: 'kindDoesNotFit' };
  const weekend = weekday(day.date) === 0 || weekday(day.date) === 6;
  if (day.working && !weekend) return { line, reason: 'worksAnyway' };
  return day.working !== (day.kind === 'makeUpWorkingDay') ? { line, reason: 'kindDoesNotFit' } : null;
}

const dayOf = (date: PlainDate, working: boolean, source: string) => ({
  date,
  working,
  name: working ? '補行上班' : '放假',
  kind: working ? 'makeUpWorkingDay' : 'holiday',
  source,
  county: null,
});

export const calendar: Pick<Handlers<'admin'>, 'calendar' | 'importCalendar'> = {
  calendar: within(async ({ year }, tx, call) => {
    const imported = await listCalendarDays(tx, year, call.actor.county);
    const national = imported.some((row) => row.county === null);
    const known = officeYears.find((one) => one.year === year);
    const kept =
      national || !known
        ? []
        : [...known.off.map((date) => dayOf(date, false, 'repository')), ...known.makeUp.map((date) => dayOf(date, true, 'repository'))];
    const own = imported.map((row) => ({
      date: row.date,
      working: row.working,
      name: row.name_zh,
      kind: row.kind,
      source: row.source,
      county: row.county,
    }));
    const days = [...kept, ...own].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    return ok({ year, known: national || known !== undefined, days });
  }),
  importCalendar: within(async (input, tx, call) => {
    const nation = decide(call.actor, 'calendar.nation', call.purpose, null, call.now);
    if (input.county === null && !nation.allow) return fail({ code: 'accessDenied', action: 'calendar.nation', reason: 'noGrant' });
    if (input.county !== null && input.county !== call.actor.county) return fail({ code: 'notFound', kind: 'county', id: input.county });
    // A county may take back its last closure; a nation without a calendar is a mistake.
    if (input.county === null && input.days.length === 0)
      return fail({ code: 'invalidInput', fields: [{ path: 'days', reason: 'missing' }] });
    const seen = new Set<string>();
    for (const [index, day] of input.days.entries()) {
      const found = fault(day, index + 1, input, seen);
      if (found) return fail({ code: 'calendarInvalid', ...found });
    }
    const days = await replaceCalendarYear(tx, input.year, input.county, input.source, input.days);
    tx.audit({ action: 'admin.calendarImported', count: days, detail: { year: input.year, county: input.county } });
    return ok({ year: input.year, days });
  }),
};
