// Days on which offices work or rest against the week, as imported year by year; the calendar of core is built from them.

import { type BusinessCalendar, businessCalendar, type OfficeYear, officeYears, type PlainDate } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

export type ImportedDay = { readonly date: PlainDate; readonly working: boolean; readonly name: string; readonly kind: string };

const ofYear = (year: number) => sql<boolean>`extract(year from date) = ${year}`;

/** Imported days of a year that hold for the county: national ones and its own. */
export async function listCalendarDays(tx: Tx, year: number, county: string | null) {
  return tx
    .selectFrom('org.calendar_day')
    .selectAll()
    .where(ofYear(year))
    .where((is) => is.or([is('county', 'is', null), is('county', '=', county ?? '')]))
    .orderBy('date')
    .execute();
}

/** Replaces what was imported for a year and place. Returns how many days are kept now. */
export async function replaceCalendarYear(
  tx: Tx,
  year: number,
  county: string | null,
  source: string,
  days: readonly ImportedDay[],
): Promise<number> {
  await tx
    .deleteFrom('org.calendar_day')
    .where(ofYear(year))
    .where((is) => (county === null ? is('county', 'is', null) : is('county', '=', county)))
    .execute();
  const rows = days.map((day) => ({ date: day.date, working: day.working, name_zh: day.name, source, kind: day.kind, county }));
  const made = await tx.insertInto('org.calendar_day').values(rows).returning('date').execute();
  return made.length;
}

/** The calendar that holds for a county: the years of the repository, replaced by imported ones, closures of the county on top. */
export async function readBusinessCalendar(tx: Tx, county: string | null): Promise<BusinessCalendar> {
  const rows = await tx
    .selectFrom('org.calendar_day')
    .select(['date', 'working', 'county'])
    .where((is) => is.or([is('county', 'is', null), is('county', '=', county ?? '')]))
    .execute();
  const national = new Set(rows.filter((row) => row.county === null).map((row) => Number(row.date.slice(0, 4))));
  const known = new Map(officeYears.map((year) => [year.year, year]));
  const years = new Set([...known.keys(), ...rows.map((row) => Number(row.date.slice(0, 4)))]);
  return businessCalendar(
    [...years].map((year): OfficeYear => {
      const own = rows.filter((row) => row.date.startsWith(`${year}-`));
      const base = national.has(year) ? undefined : known.get(year);
      return {
        year,
        off: [...(base?.off ?? []), ...own.filter((row) => !row.working).map((row) => row.date)],
        makeUp: [...(base?.makeUp ?? []), ...own.filter((row) => row.working).map((row) => row.date)],
      };
    }),
  );
}
