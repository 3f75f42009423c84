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
  if (days.length === 0) return 0;
  const rows = days.map((day) => ({ date: day.date, working: day.working, name_zh: day.name, source, kind: day.kind, county }));
  const made = await tx.insertInto('org.calendar_day').values(rows).returning('date').execute();
  return made.length;
}

/** The calendars in force: the national one (the years of the repository, replaced by imported ones), and those of counties with closures of their own on top. */
export type BusinessCalendars = { readonly national: BusinessCalendar; readonly ofCounty: ReadonlyMap<string, BusinessCalendar> };

/** Reads them all; a county that is not in the map has the national one. */
export async function readBusinessCalendars(tx: Tx): Promise<BusinessCalendars> {
  const rows = await tx.selectFrom('org.calendar_day').select(['date', 'working', 'county']).execute();
  const counties = new Set(rows.flatMap((row) => row.county ?? []));
  return {
    national: calendarOf(rows.filter((row) => row.county === null)),
    ofCounty: new Map(
      [...counties].map((county) => [county, calendarOf(rows.filter((row) => row.county === null || row.county === county))]),
    ),
  };
}

type Day = { readonly date: PlainDate; readonly working: boolean; readonly county: string | null };

function calendarOf(rows: readonly Day[]): BusinessCalendar {
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
