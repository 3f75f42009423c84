// A second reckoning of the plan's five indicators, written from the plan's words and from raw rows without a look at the first: it shares no code with the
// definitions, their compiler or the tables that are projected from events. Of the first it knows the indicators' names only.

import type { Client } from 'pg';
import { afterMonths, dayOf, endOf, plusDays, type RawCase, rawCases, standing } from './raw-cases.ts';

/** A row behind a figure: counted in the denominator of this month, and in the numerator too where `met`. */
export interface Counted {
  readonly id: string;
  readonly district: string | null;
  readonly month: string;
  readonly met: boolean;
}

const hours24 = 24 * 3_600_000;
const monthOf = (at: number): string => dayOf(at).slice(0, 7);
/** A report lies where it came from, a case where it lay when it was counted. */
const row = (one: { id: string; district: string | null } | Pick<RawCase, 'id' | 'lay'>, at: number, met: boolean): Counted => ({
  id: one.id,
  district: 'lay' in one ? (one.lay.findLast((place) => place.from <= at)?.district ?? null) : one.district,
  month: monthOf(at),
  met,
});

/** 24小時內派案: received at least 24 hours ago or handled; in time where dispatched, or closed at the desk with the last word spoken, within 24 hours. */
const dispatched = async (client: Client, now: number): Promise<Counted[]> => {
  const { rows } = await client.query<{
    id: string;
    district: string | null;
    got: number;
    sent: number | null;
    ended: number | null;
    taken_back: number | null;
  }>(`
    select r.id, r.district, (extract(epoch from r.received_at) * 1000)::float8 as got,
      (select min(extract(epoch from d.sent_at) * 1000)::float8 from intake.dispatch d where d.report_id = r.id) as sent,
      (select extract(epoch from coalesce((select max(v.reviewed_at) from intake.review v where v.proposal_id = p.id), p.proposed_at)) * 1000
        from intake.proposal p where p.report_id = r.id and r.status = 'closedAtDesk' and p.outcome <> 'accept' order by p.round desc limit 1)::float8 as ended,
      (extract(epoch from (r.handed_from ->> 'withdrawnAt')::timestamptz) * 1000)::float8 as taken_back
    from intake.report r`);
  return rows.flatMap((report) => {
    const handled = report.sent ?? report.ended ?? report.taken_back;
    if (handled === null && now - report.got < hours24) return [];
    return [row(report, report.got, handled !== null && handled - report.got <= hours24)];
  });
};

/** Whoever of the same county's other cases has a person in common. */
const relatives = (cases: readonly RawCase[]): ((one: RawCase) => RawCase[]) => {
  const by = new Map<string, Set<RawCase>>();
  for (const one of cases) for (const person of one.people) by.set(person, (by.get(person) ?? new Set()).add(one));
  return (one) => {
    const all = new Set([...one.people].flatMap((person) => [...(by.get(person) ?? [])]));
    return [...all].filter((other) => other !== one && other.county === one.county);
  };
};
/** Whether another county handed it over: its first report is that county's word, and nobody has reported the family. */
const takenOver = (one: RawCase): boolean => one.founded !== null && one.handedOver.has(one.founded);
const everOpened = (one: RawCase): boolean => one.courses.some((course) => standing(course)?.opened === true);

/** V2-1-3: of the cases closed, those reported again within six months and made a case (成案, not 已在案); a closing taken back as an error is none, nor is one with which another county goes on. */
const reportedAgain = (one: RawCase, family: (one: RawCase) => RawCase[]): Counted[] =>
  one.courses.flatMap((course, nth) => {
    const { closedAt, reopened } = course;
    if (closedAt === null || standing(course)?.opened !== true || course.moved || reopened?.reason === 'closedInError') return [];
    const until = endOf(afterMonths(dayOf(closedAt), 6));
    const founded = family(one).some(
      (other) => everOpened(other) && !takenOver(other) && other.reports[0]! > closedAt && other.reports[0]! <= until,
    );
    const again =
      reopened?.reason === 'newReport' &&
      reopened.at <= until &&
      one.courses.slice(nth + 1).some((next) => standing(next)?.opened === true);
    return [row(one, closedAt, founded || again)];
  });

/** V2-1-2: of the cases that were in service for three months, those reported afterwards as protection, opened or not, new or already in service. */
const reportedForProtection = (one: RawCase, family: (one: RawCase) => RawCase[], now: number): Counted[] =>
  one.courses.flatMap((course) => {
    const decision = standing(course);
    if (decision === null || !decision.opened) return [];
    const full = endOf(afterMonths(dayOf(decision.at), 3));
    if (full > now || (course.closedAt !== null && course.closedAt < full)) return [];
    const protection = family(one).filter((other) => other.programme !== 'vulnerable-family');
    return [
      row(
        one,
        full,
        protection.some((other) => other.reports.some((at, nth) => at > full && at <= now && !(nth === 0 && takenOver(other)))),
      ),
    ];
  });

/** First visits: within ten days of the report (seven where the county says so), a day (grade L1) or three working days. Owed again where the case is taken up again.
 * Freed by then or standing still: not counted. */
const visited = (one: RawCase, now: number, sooner: ReadonlySet<string>, workingDay: (day: string) => boolean): Counted[] => {
  const family = one.programme === 'vulnerable-family';
  if (!family && one.programme !== 'child-protection') return [];
  return one.courses.flatMap((course, nth) => {
    // Taken up again because it was closed by mistake: it goes on, and nothing is owed twice. Otherwise nobody grades it anew.
    if (one.courses[nth - 1]?.reopened?.reason === 'closedInError') return [];
    const urgent = !family && nth === 0 && one.grade === 'L1';
    const start = family || nth > 0 ? course.began : one.dispatchedAt;
    const until = one.courses[nth + 1]?.began ?? Number.POSITIVE_INFINITY;
    const made = one.visits.filter((visit) => visit.met && (family || visit.face) && visit.at > start && visit.at < until).map((v) => v.at);
    const done = made.length === 0 ? null : Math.min(...made);
    const freed = course.closedAt !== null && (done === null || course.closedAt < done) ? course.closedAt : null;
    const rule = family ? 'vf-visit' : 'visit-child-L2';
    const pauses = urgent ? [] : one.pauses.filter((p) => p.clock === rule && p.from > start && p.from < (done ?? freed ?? now));
    let last = family ? plusDays(dayOf(start), sooner.has(one.county) ? 7 : 10) : dayOf(start);
    for (let left = family ? 0 : 3; left > 0; left -= workingDay(last) ? 1 : 0) last = plusDays(last, 1);
    const lost = pauses.reduce((sum, p) => sum + Math.round((Date.parse(dayOf(p.to ?? now)) - Date.parse(dayOf(p.from))) / hours24), 0);
    const due = urgent ? start + hours24 : endOf(family ? plusDays(last, lost) : last);
    if (freed !== null && freed <= due) return [];
    if (done === null && freed === null && (due >= now || pauses.some((p) => p.to === null))) return [];
    return [row(one, due, done !== null && done <= due)];
  });
};

/** Every row behind the five indicators, by the indicator's name. `sooner` are the counties that visit families within seven days. */
export const reckonFigures = async (
  client: Client,
  now: number,
  sooner: ReadonlySet<string>,
): Promise<Readonly<Record<string, Counted[]>>> => {
  const cases = await rawCases(client);
  const family = relatives(cases);
  const days = await client.query<{ day: string; working: boolean }>(
    'select date::text as day, working from org.calendar_day where county is null',
  );
  const special = new Map(days.rows.map(({ day, working }) => [day, working]));
  const workingDay = (day: string) => special.get(day) ?? ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const families = cases.filter((one) => one.programme === 'vulnerable-family');
  const children = cases.filter((one) => one.programme === 'child-protection');
  return {
    'dispatch-24h': await dispatched(client, now),
    'vf-rereport-6m': families.flatMap((one) => reportedAgain(one, family)),
    'vf-protection-3m': families.flatMap((one) => reportedForProtection(one, family, now)),
    'cp-opening-rate': children.flatMap((one) =>
      one.courses.flatMap((course) => {
        const decision = standing(course);
        return decision === null ? [] : [row(one, decision.at, decision.opened)];
      }),
    ),
    'visits-on-time': cases.flatMap((one) => visited(one, now, sooner, workingDay)),
  };
};
