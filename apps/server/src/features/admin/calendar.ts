// The calendar of office days: shown to everybody, imported by the administrator when the official one of a year is published.

import type { InputOf } from '@anwang/contract';
import { decide } from '@anwang/core/access';
import { fail, ok } from '@anwang/core/lang';
import { addHours, officeDayName, officeYears, type PlainDate, weekday } from '@anwang/core/time';
import { listCalendarDays, readCalendarVersions, replaceCalendarYear } from '@anwang/store/org';
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

/** First and last day on which the calendar says something else than before; null when it says the same. A nation's year may replace the one of the repository, so all of it counts. */
function changedDays(
  before: readonly { readonly date: PlainDate; readonly working: boolean }[],
  after: readonly { readonly date: PlainDate; readonly working: boolean }[],
  wholeYear: number | null,
): { from: string; to: string } | null {
  if (wholeYear !== null) return { from: `${wholeYear}-01-01`, to: `${wholeYear}-12-31` };
  const said = (days: typeof before) => new Set(days.map((day) => `${day.date} ${day.working}`));
  const [old, now] = [said(before), said(after)];
  const dates = [
    ...before.filter((day) => !now.has(`${day.date} ${day.working}`)),
    ...after.filter((day) => !old.has(`${day.date} ${day.working}`)),
  ]
    .map((day) => day.date)
    .sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

const dayOf = (date: PlainDate, working: boolean, source: string) => ({
  date,
  working,
  name: officeDayName(date)?.zh ?? (working ? '補行上班' : '放假'),
  nameEn: officeDayName(date)?.en ?? null,
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
      // The nation's days are known by name also where they were imported.
      nameEn: row.county === null ? (officeDayName(row.date)?.en ?? null) : null,
      kind: row.kind,
      source: row.source,
      county: row.county,
    }));
    const days = [...kept, ...own].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const versions = await readCalendarVersions(tx, year, call.actor.county);
    return ok({ year, known: national || known !== undefined, days, versions });
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
    const before = await listCalendarDays(tx, input.year, input.county);
    const changed = changedDays(
      before.filter((row) => row.county === input.county),
      input.days,
      input.county === null ? input.year : null,
    );
    const { year, county, source, version: based } = input;
    const replaced = await replaceCalendarYear(tx, { year, county, based, source }, input.days);
    if (!replaced.ok) return replaced;
    const { days, version } = replaced.value;
    // After every server has read the new calendar, so that no clock begun meanwhile keeps the old one.
    if (changed)
      await tx.enqueue(
        'clocks.reckon',
        { county: input.county, ...changed },
        { at: addHours(call.now, 0.025), key: `reckon:${input.county ?? ''}:${changed.from}:${changed.to}` },
      );
    tx.audit({ action: 'admin.calendarImported', count: days, detail: { year, county, version } });
    return ok({ year, days, version });
  }),
};
