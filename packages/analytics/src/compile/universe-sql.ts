// Where do the rows of a universe come from? Each column of core/measures' universes as an SQL expression, with the joins it needs; a measure's SQL
// joins only what it asks for. Months and days are cut in the legal zone, which is part of the text.

import type { UniverseId } from '@anwang/core/measures';

export interface ColumnSql {
  readonly sql: string;
  /** Names of joins. */
  readonly needs?: readonly string[];
}

export interface UniverseSql {
  readonly from: string;
  readonly joins: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, ColumnSql>>;
  /** The district at a moment, where a row may have lain in another before. */
  readonly districtAt?: (moment: string) => string;
}

const report = (): UniverseSql => ({
  from: 'intake.report r',
  joins: {
    proposal: `left join lateral (select p.outcome from intake.proposal p where p.report_id = r.id order by p.round desc limit 1) proposal on true`,
    dispatched: `left join lateral (select array_agg(distinct d.programme order by d.programme) as programmes from intake.dispatch d where d.report_id = r.id) dispatched on true`,
  },
  columns: {
    id: { sql: 'r.id' },
    county: { sql: 'r.county' },
    district: { sql: 'r.district' },
    channel: { sql: 'r.channel' },
    band: { sql: 'r.band' },
    outcome: { sql: 'proposal.outcome', needs: ['proposal'] },
    receivedAt: { sql: 'r.received_at' },
    handledAt: { sql: `coalesce(r.first_dispatched_at, case when r.status = 'closedAtDesk' then r.decided_at end)` },
    programmes: { sql: `coalesce(dispatched.programmes, '{}')`, needs: ['dispatched'] },
  },
});

// One row is one course of a case, from its report (or its reopening) to its end: a case that is reopened has ended before, and that end stays counted. The table
// has the present course; the ones before are read from the events, which are few (index event_reopened).
const approvedOpening = (what: string): string =>
  `(select e.facts ->> 'outcome' as outcome, e.happened_at as at from casework.event e
      where e.case_id = c.id and e.type = 'openingDecided' and e.facts ->> 'approved' = 'true' and ${what})`;
const reopenedBefore = (seq: string): string =>
  `coalesce((select max(a.seq) from casework.event a where a.case_id = c.id and a.type = 'caseReopened' and a.seq < ${seq}), 0)`;
const served = `in ('open', 'shortTerm')`;
const courses = `(
    select c.id, c.county, c.district, c.programme, c.received_at, c.accepted_at, c.opened_at, c.closed_at, c.closure_code,
      c.opening, c.opening_at as decided_at, null::text as reopened_for, null::timestamptz as reported_again
    from casework.case c
    union all
    select c.id, c.county, c.district, c.programme, c.received_at, c.accepted_at, case when opening.outcome ${served} then opening.at end,
      coalesce(closing.at, opening.at), closing.reason, opening.outcome, opening.at, again.facts ->> 'reason',
      case when again.facts ->> 'reason' = 'newReport' and next.at is not null then again.happened_at end
    from casework.event again
    join casework.case c on c.id = again.case_id
    left join lateral ${approvedOpening(`e.seq > ${reopenedBefore('again.seq')} and e.seq < again.seq order by e.seq desc limit 1`)} opening on true
    left join lateral (select e.facts ->> 'reason' as reason, e.happened_at as at from casework.event e
      where e.case_id = c.id and e.type = 'closureDecided' and e.facts ->> 'approved' = 'true' and e.seq < again.seq order by e.seq desc limit 1) closing on opening.outcome ${served}
    left join lateral ${approvedOpening(`e.seq > again.seq and e.facts ->> 'outcome' ${served} order by e.seq limit 1`)} next on true
    where again.type = 'caseReopened'
  ) c`;

// A case that moved to another unit is counted where it lay at the moment that is counted: what was told of the months before stays as it was told (0102).
const districtOfCase = (moment: string, of: string, now: string): string =>
  `(coalesce((select array[m.from_district] from casework.move m
      where m.case_id = ${of} and m.status = 'accepted' and m.answered_at > ${moment} order by m.answered_at limit 1), array[${now}]))[1]`;

// A case that another county hands over comes as a report, and is none: nobody has reported the family.
const handedOver = `r.channel = 'transfer'`;

// Another case of somebody of this case, in the same county.
const laterCase = (what: string): string => `from casework.case_person mine
    join casework.case_person other on other.person_id = mine.person_id and other.case_id <> c.id
    join casework.case later on later.id = other.case_id and later.county = c.county${what}
    where mine.case_id = c.id`;

/** The end of the last of so many months after a moment, counted as limits are (Civil Code 120, 121): the first day does not count. */
const endOfMonths = (months: number, after: string, zone: string): string => `(
      select (ended.day + 1)::timestamp at time zone '${zone}' - interval '1 millisecond' as at
      from (select (${after} at time zone '${zone}')::date + 1 as day) first
      cross join lateral (select (first.day + interval '${months} months')::date as day) same
      cross join lateral (select case when extract(day from same.day) < extract(day from first.day) then same.day else same.day - 1 end as day) ended
    )`;

const caseUniverse = (zone: string): UniverseSql => ({
  from: courses,
  districtAt: (moment) => districtOfCase(moment, 'c.id', 'c.district'),
  joins: {
    served: `left join lateral (
    select reached.at from ${endOfMonths(3, 'c.opened_at', zone)} reached where reached.at <= least(coalesce(c.closed_at, $4::timestamptz), $4::timestamptz)
  ) served on true`,
    watched: `left join lateral ${endOfMonths(6, 'c.closed_at', zone)} watched on true`,
    // A report that was put to a case already in service is not one that became a case (已在案).
    reported: `left join lateral (
    select min(later.received_at) as at ${laterCase('')} and later.received_at > c.closed_at and later.opened_at is not null
      and not exists (select from casework.case_report founding join intake.report r on r.id = founding.report_id
        where founding.case_id = later.id and founding.kind = 'founding' and ${handedOver})
  ) reported on true`,
    // Reported is reported: a report put to a protection case that there was counts as one that became a case.
    protection: `left join lateral (
    select min(r.received_at) as at ${laterCase(` and later.programme in ('child-protection', 'intimate-partner-violence')
    join casework.case_report taken on taken.case_id = later.id
    join intake.report r on r.id = taken.report_id`)} and not ${handedOver} and r.received_at > served.at and r.received_at <= $4::timestamptz
  ) protection on true`,
  },
  columns: {
    id: { sql: 'c.id' },
    county: { sql: 'c.county' },
    district: { sql: 'c.district' },
    programme: { sql: 'c.programme' },
    receivedAt: { sql: 'c.received_at' },
    acceptedAt: { sql: 'c.accepted_at' },
    opening: { sql: 'c.opening' },
    openingDecidedAt: { sql: 'c.decided_at' },
    openedAt: { sql: 'c.opened_at' },
    closedAt: { sql: 'c.closed_at' },
    closureReason: { sql: 'c.closure_code' },
    reopenedFor: { sql: 'c.reopened_for' },
    threeMonthsAt: { sql: 'served.at', needs: ['served'] },
    sixMonthsAt: { sql: 'watched.at', needs: ['watched'] },
    reReportedAt: { sql: 'least(reported.at, c.reported_again)', needs: ['reported'] },
    protectionReportedAt: { sql: 'protection.at', needs: ['served', 'protection'] },
  },
});

const firstVisit = (rules: readonly string[]): UniverseSql => ({
  from: `(select k.*, c.district, c.programme from casework.clock k join casework.case c on c.id = k.case_id where k.rule in (${rules.map((r) => `'${r.replaceAll("'", "''")}'`).join(', ')})) k`,
  joins: {},
  districtAt: (moment) => districtOfCase(moment, 'k.case_id', 'k.district'),
  columns: {
    id: { sql: 'k.case_id' },
    county: { sql: 'k.county' },
    district: { sql: 'k.district' },
    programme: { sql: 'k.programme' },
    rule: { sql: 'k.rule' },
    startedAt: { sql: 'k.started_at' },
    dueAt: { sql: 'k.due_at' },
    stoppedAt: { sql: 'k.stopped_at' },
    // What was already overdue when it ended has been missed.
    cancelled: { sql: `coalesce(k.outcome = 'void' and k.stopped_at <= k.due_at, false)` },
    paused: { sql: 'k.paused_at is not null' },
  },
});

/** What depends on the country and the packs. */
export interface UniverseSetting {
  /** Name of the legal zone. */
  readonly zone: string;
  /** Clock rules that are first visits. */
  readonly firstVisitRules: readonly string[];
}

/** The SQL of a universe. */
export const universeSql = (id: UniverseId, setting: UniverseSetting): UniverseSql =>
  id === 'report' ? report() : id === 'case' ? caseUniverse(setting.zone) : firstVisit(setting.firstVisitRules);
