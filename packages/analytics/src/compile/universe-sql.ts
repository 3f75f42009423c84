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

// Another case of somebody of this case, founded by a report received after a moment.
const laterCase = (name: string, moment: string, what: string, until = ''): string => `left join lateral (
    select min(later.received_at) as at
    from casework.case_person mine
    join casework.case_person other on other.person_id = mine.person_id and other.case_id <> c.id
    join casework.case later on later.id = other.case_id and later.county = c.county
    where mine.case_id = c.id and later.received_at > ${moment}${until} and ${what}
  ) ${name} on true`;

const caseUniverse = (zone: string): UniverseSql => {
  const threeMonths = `((c.opened_at at time zone '${zone}' + interval '3 months') at time zone '${zone}')`;
  return {
    from: 'casework.case c',
    joins: {
      opening: `left join lateral (
    select e.facts ->> 'outcome' as outcome, e.happened_at as at from casework.event e
    where e.case_id = c.id and e.type = 'openingDecided' and e.facts ->> 'approved' = 'true' order by e.seq desc limit 1
  ) opening on true`,
      served: `left join lateral (
    select case when ${threeMonths} <= least(coalesce(c.closed_at, $4::timestamptz), $4::timestamptz) then ${threeMonths} end as at
  ) served on true`,
      reported: laterCase('reported', 'c.closed_at', 'later.opened_at is not null'),
      protection: laterCase(
        'protection',
        'served.at',
        `later.programme in ('child-protection', 'intimate-partner-violence')`,
        ' and later.received_at <= $4::timestamptz',
      ),
    },
    columns: {
      id: { sql: 'c.id' },
      county: { sql: 'c.county' },
      district: { sql: 'c.district' },
      programme: { sql: 'c.programme' },
      receivedAt: { sql: 'c.received_at' },
      acceptedAt: { sql: 'c.accepted_at' },
      opening: { sql: 'opening.outcome', needs: ['opening'] },
      openingDecidedAt: { sql: 'opening.at', needs: ['opening'] },
      openedAt: { sql: 'c.opened_at' },
      closedAt: { sql: 'c.closed_at' },
      closureReason: { sql: 'c.closure_code' },
      threeMonthsAt: { sql: 'served.at', needs: ['served'] },
      reReportedAt: { sql: 'reported.at', needs: ['reported'] },
      protectionReportedAt: { sql: 'protection.at', needs: ['served', 'protection'] },
    },
  };
};

const firstVisit = (rules: readonly string[]): UniverseSql => ({
  from: `(select k.*, c.district, c.programme from casework.clock k join casework.case c on c.id = k.case_id where k.rule in (${rules.map((r) => `'${r.replaceAll("'", "''")}'`).join(', ')})) k`,
  joins: {},
  columns: {
    id: { sql: 'k.case_id' },
    county: { sql: 'k.county' },
    district: { sql: 'k.district' },
    programme: { sql: 'k.programme' },
    rule: { sql: 'k.rule' },
    startedAt: { sql: 'k.started_at' },
    dueAt: { sql: 'k.due_at' },
    stoppedAt: { sql: 'k.stopped_at' },
    cancelled: { sql: `coalesce(k.outcome = 'void', false)` },
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
