// Days on which offices work or rest against the week, as imported year by year; the calendar of core is built from them.

import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
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

/** The versions of a year: of the days of the nation, and of the county's own; 0 where nothing was imported since the version is kept. */
export async function readCalendarVersions(tx: Tx, year: number, county: string | null): Promise<{ nation: number; county: number }> {
  const rows = await tx.selectFrom('org.calendar_year').select(['county', 'version']).where('year', '=', year).execute();
  const at = (place: string | null) => rows.find((row) => row.county === place)?.version ?? 0;
  return { nation: at(null), county: county === null ? 0 : at(county) };
}

/** Moves the version on from the one the import was based on; undefined when somebody else was first, who is waited for. */
async function nextVersion(tx: Tx, year: number, county: string | null, based: number): Promise<number | undefined> {
  const { rows } =
    based === 0
      ? await sql<{ version: number }>`insert into org.calendar_year (year, county, version) values (${year}, ${county}, 1)
          on conflict (year, county) do nothing returning version`.execute(tx)
      : await sql<{ version: number }>`update org.calendar_year set version = version + 1
          where year = ${year} and county is not distinct from ${county} and version = ${based} returning version`.execute(tx);
  return rows[0]?.version;
}

type Import = { readonly year: number; readonly county: string | null; readonly based: number; readonly source: string };

/** Replaces what was imported for a year and place, if it still stands at the version this is based on. */
export async function replaceCalendarYear(
  tx: Tx,
  { year, county, based, source }: Import,
  days: readonly ImportedDay[],
): Promise<Result<{ readonly version: number; readonly days: number }, Problem>> {
  const version = await nextVersion(tx, year, county, based);
  if (version === undefined) {
    const { nation, county: own } = await readCalendarVersions(tx, year, county);
    const there = await listCalendarDays(tx, year, county);
    const theirs = {
      source: [...new Set(there.filter((row) => row.county === county).map((row) => row.source))].join('、'),
      days: there
        .filter((row) => row.county === county)
        .map(({ date, working, name_zh, kind }) => ({ date, working, name: name_zh, kind })),
    };
    const current = county === null ? nation : own;
    return fail({ code: 'versionConflict', kind: 'calendar', id: String(year), based, current, theirs, yours: { source, days } });
  }
  await tx
    .deleteFrom('org.calendar_day')
    .where(ofYear(year))
    .where((is) => (county === null ? is('county', 'is', null) : is('county', '=', county)))
    .execute();
  if (days.length === 0) return ok({ version, days: 0 });
  const rows = days.map((day) => ({ date: day.date, working: day.working, name_zh: day.name, source, kind: day.kind, county }));
  const made = await tx.insertInto('org.calendar_day').values(rows).returning('date').execute();
  return ok({ version, days: made.length });
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
