// My day: clocks of my cases that are due, proposals that wait for me, what others changed in my families, referrals that are not answered.

import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';

/** Assignments that hold now: not ended, and no planned end that has passed. */
const stillHolds = sql<boolean>`(s.until is null or s.until > now())`;

const nameOf = ['c.id as case_id', 'c.number', 'c.title', 'c.programme', 'c.pack_version'] as const;

/** When somebody is to be visited or called next, of the cases listed; by an index of the case. */
const nextPlan = sql<Instant | null>`(select min(v.planned_at) from casework.planned_visit v where v.case_id = c.id and v.status = 'open' and v.planned_at > now())`;

/** Running clocks of cases the actor leads or helps in, nearest first. */
export async function dueClocks(tx: Tx, limit: number) {
  return tx
    .selectFrom('casework.assignment as s')
    .innerJoin('casework.case as c', 'c.id', 's.case_id')
    .innerJoin('casework.clock as k', 'k.case_id', 'c.id')
    .select([...nameOf, 'k.rule', 'k.instance', 'k.started_at', 'k.due_at', 'k.escalated', nextPlan.as('planned_at')])
    .where('s.account_id', '=', tx.actor.id)
    .where(stillHolds)
    .where('c.closed_at', 'is', null)
    .where('k.stopped_at', 'is', null)
    .where('k.paused_at', 'is', null)
    .where('k.due_at', 'is not', null)
    .orderBy('k.due_at')
    .orderBy('c.id')
    .limit(limit)
    .execute();
}

/** Clocks of the cases of some units that run out first, for who leads them. The first cases are found by the index of their unit, and only theirs are looked at. */
export async function dueClocksOfUnits(tx: Tx, units: readonly string[], limit: number) {
  if (units.length === 0) return [];
  const first = tx
    .selectFrom('casework.case')
    .select(['id', 'number', 'title', 'programme', 'pack_version', 'next_rule', 'next_due'])
    .where('unit_id', 'in', [...units])
    .where('closed_at', 'is', null)
    .where('next_due', 'is not', null)
    .orderBy('next_due')
    .orderBy('id')
    .limit(limit);
  return tx
    .selectFrom(first.as('c'))
    .innerJoin('casework.clock as k', (on) =>
      on.onRef('k.case_id', '=', 'c.id').onRef('k.rule', '=', 'c.next_rule').onRef('k.due_at', '=', 'c.next_due'),
    )
    .select([...nameOf, 'k.rule', 'k.instance', 'k.started_at', 'k.due_at', 'k.escalated', nextPlan.as('planned_at')])
    .where('k.stopped_at', 'is', null)
    .orderBy('c.next_due')
    .orderBy('c.id')
    .execute();
}

/** What was tried in some cases and did not come to it, latest last: assessments that could not be done and are still owed, visits and contacts at which nobody was met. */
export async function vainAttempts(tx: Tx, cases: readonly string[]) {
  if (cases.length === 0) return [];
  return tx
    .selectFrom('casework.event as e')
    .select([
      'e.case_id',
      'e.type',
      'e.happened_at',
      sql<string>`e.facts ->> 'instrument'`.as('instrument'),
      sql<string>`e.facts ->> 'version'`.as('version'),
    ])
    .select([
      sql<string>`e.facts ->> 'notDone'`.as('reason'),
      sql<string>`e.facts ->> 'outcome'`.as('outcome'),
      sql<string>`e.facts ->> 'method'`.as('method'),
    ])
    .where('e.case_id', 'in', [...cases])
    .where('e.type', 'in', ['assessmentNotDone', 'visitRecorded', 'contactRecorded'])
    .where(
      sql<boolean>`case e.type when 'assessmentNotDone' then (e.facts ->> 'applies')::boolean when 'visitRecorded' then e.facts ->> 'outcome' <> 'met' or e.facts ->> 'subjectMet' = 'false'
        when 'contactRecorded' then e.facts ->> 'outcome' <> 'met' or e.facts ->> 'subjectMet' = 'false' else false end`,
    )
    .orderBy('e.happened_at')
    .execute();
}

/** Cases by id that have not ended, as far as they are reached. */
export async function openCasesOf(tx: Tx, cases: readonly string[]) {
  if (cases.length === 0) return [];
  return tx
    .selectFrom('casework.case as c')
    .select(nameOf)
    .where('c.id', 'in', [...cases])
    .where('c.closed_at', 'is', null)
    .execute();
}

/** Calls for support that nobody has taken up, as their clocks of this rule run: in the actor's cases, and in those of some units. */
export async function waitingCalls(tx: Tx, rule: string, units: readonly string[]) {
  return tx
    .with(
      // Few wait in a whole country: read first, they are not looked for among all clocks that are due.
      (cte) => cte('waiting').materialized(),
      (db) =>
        db
          .selectFrom('casework.clock')
          .select(['case_id', 'instance', 'started_at', 'due_at'])
          .where('rule', '=', rule)
          .where('stopped_at', 'is', null)
          .where('paused_at', 'is', null),
    )
    .selectFrom('waiting as k')
    .innerJoin('casework.case as c', 'c.id', 'k.case_id')
    .innerJoin('casework.event as e', (on) =>
      on.onRef('e.case_id', '=', 'k.case_id').on('e.type', '=', 'supportCalled').on(sql<boolean>`e.facts ->> 'call' = k.instance`),
    )
    .leftJoin('org.account as a', 'a.id', 'e.actor_id')
    .select([...nameOf, 'k.instance', 'k.started_at', 'k.due_at', 'e.actor_id as by', 'a.name as by_name'])
    .where((on) =>
      on.or([
        ...(units.length === 0 ? [] : [on('c.unit_id', 'in', [...units])]),
        on.exists(
          on
            .selectFrom('casework.assignment as s')
            .select('s.id')
            .whereRef('s.case_id', '=', 'c.id')
            .where('s.account_id', '=', tx.actor.id)
            .where(stillHolds),
        ),
      ]),
    )
    .orderBy('k.due_at')
    .limit(20)
    .execute();
}

/** Proposals of the units that wait for a decision by somebody else than the actor. */
export async function pendingApprovals(tx: Tx, units: readonly string[], limit: number) {
  if (units.length === 0) return [];
  return (
    tx
      .selectFrom('casework.approval as a')
      .innerJoin('casework.case as c', 'c.id', 'a.case_id')
      .leftJoin('org.account as by', 'by.id', 'a.proposed_by')
      .select([...nameOf, 'a.kind', 'a.proposed_at', 'by.name as proposed_by'])
      // Whether the family is to be opened, or not: who decides must not open the case to learn it.
      .select((eb) =>
        eb
          .selectFrom('casework.event as e')
          .select(sql<string | null>`e.facts ->> 'outcome'`.as('outcome'))
          .whereRef('e.case_id', '=', 'c.id')
          .where('e.type', '=', 'openingProposed')
          .where('a.kind', '=', 'opening')
          .orderBy('e.seq', 'desc')
          .limit(1)
          .as('outcome'),
      )
      .where('a.unit_id', 'in', [...units])
      .where('a.decided_at', 'is', null)
      .where('a.proposed_by', '!=', tx.actor.id)
      .orderBy('a.proposed_at')
      .limit(limit)
      .execute()
  );
}

/** What others recorded in the actor's cases since a moment, latest first. */
export async function recentChanges(tx: Tx, since: Instant, limit: number) {
  return tx
    .selectFrom('casework.assignment as s')
    .innerJoin('casework.case as c', 'c.id', 's.case_id')
    .innerJoin('casework.event as e', 'e.case_id', 'c.id')
    .leftJoin('org.account as by', 'by.id', 'e.actor_id')
    .select([
      ...nameOf,
      'e.type',
      'e.recorded_at',
      'by.name as by_name',
      sql<boolean | null>`(e.facts ->> 'approved')::boolean`.as('approved'),
    ])
    .where('s.account_id', '=', tx.actor.id)
    .where(stillHolds)
    .where('e.actor_id', '!=', tx.actor.id)
    .where('e.recorded_at', '>', since)
    .orderBy('e.recorded_at', 'desc')
    .limit(limit)
    .execute();
}

/** Referrals out of the actor's cases that wait for an answer. */
export async function waitingReferrals(tx: Tx, limit: number) {
  return tx
    .selectFrom('casework.assignment as s')
    .innerJoin('casework.case as c', 'c.id', 's.case_id')
    .innerJoin('network.referral as r', 'r.case_id', 'c.id')
    .innerJoin('org.unit as u', 'u.id', 'r.to_unit')
    .select(['c.id as case_id', 'c.number', 'c.title', 'r.need', 'r.id as referral_id', 'u.name_zh as to_zh', 'r.sent_at', 'r.answer_due'])
    .where('s.account_id', '=', tx.actor.id)
    .where(stillHolds)
    .where('r.status', '=', 'sent')
    .orderBy('r.answer_due')
    .limit(limit)
    .execute();
}

/** How many open cases some units carry, by band, and how many they may; without units those the actor leads, who has no stated limit. */
export async function loadOf(
  tx: Tx,
  units: readonly string[],
  monthBegan: Instant,
): Promise<{ readonly bands: Readonly<Record<string, number>>; readonly capacity: number | null; readonly visited: number | null }> {
  // Of how many of the own families somebody was seen at a visit this month: asked in the same statement, by the index of the case.
  const seen = sql<number>`(count(*) filter (where exists (select from casework.visit v where v.case_id = "case".id and v.kind = 'visit' and v.outcome = 'met'
    and v.happened_at >= ${monthBegan}::timestamptz)))::int`;
  const rows = await tx
    .selectFrom('casework.case')
    .select(['risk', (on) => on.fn.countAll<string>().as('n')])
    .$if(units.length === 0, (query) => query.select(seen.as('seen')))
    .where((on) => (units.length === 0 ? on('lead_id', '=', tx.actor.id) : on('unit_id', 'in', [...units])))
    .where('closed_at', 'is', null)
    .groupBy('risk')
    .execute();
  const bands = Object.fromEntries(rows.map((row) => [row.risk ?? 'none', Number(row.n)]));
  if (units.length === 0) return { bands, capacity: null, visited: rows.reduce((sum, row) => sum + (row.seen ?? 0), 0) };
  const stated = await tx
    .selectFrom('org.unit')
    .select('capacity')
    .where('id', 'in', [...units])
    .execute();
  // One unit without a limit has room for anything: the sum would be a limit nobody set.
  const capacity = stated.reduce<number | null>((sum, row) => (sum === null || row.capacity === null ? null : sum + row.capacity), 0);
  return { bands, capacity, visited: null };
}

/** Who leads how many open cases of some units: how many of them are of the two upper bands, how many are past a clock. Without a lead first, then the most. */
export async function teamLoad(tx: Tx, units: readonly string[]) {
  if (units.length === 0) return [];
  return tx
    .selectFrom('casework.case as c')
    .leftJoin('org.account as a', 'a.id', 'c.lead_id')
    .select([
      'c.lead_id',
      'a.name',
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where c.risk in ('extreme', 'high')))::int`.as('pressing'),
      sql<number>`(count(*) filter (where c.next_due <= now()))::int`.as('overdue'),
    ])
    .where('c.unit_id', 'in', [...units])
    .where('c.closed_at', 'is', null)
    .groupBy(['c.lead_id', 'a.name'])
    .orderBy(sql`c.lead_id is null`, 'desc')
    .orderBy('open', 'desc')
    .orderBy('c.lead_id')
    .execute();
}

/** Kinds of units whose people lead cases or help in them. */
const serving = ['familyServiceCentre', 'dvsaCentre', 'policePrecinct', 'school', 'healthBureau', 'ngo', 'labour'];

/** Accounts of the county's serving units, the own unit's first, with how many open cases each leads as far as the session sees them. */
export async function workersWithLoad(tx: Tx, county: string, unit: string) {
  return tx
    .selectFrom('org.account as a')
    .innerJoin('org.unit as u', 'u.id', 'a.unit_id')
    .select([
      'a.id',
      'a.name',
      'a.title',
      'a.unit_id',
      'u.name_zh as unit_zh',
      sql<boolean>`a.unit_id = ${unit}::uuid and org.may_lead(a.id, a.unit_id)`.as('may_lead'),
      sql<number>`(select count(*)::int from casework."case" c where c.lead_id = a.id and c.closed_at is null)`.as('open_cases'),
    ])
    .where('a.county', '=', county)
    .where('a.active', '=', true)
    .where('a.system', '=', false)
    .where('u.kind', 'in', serving)
    .orderBy(sql`(a.unit_id = ${unit}::uuid)`, 'desc')
    .orderBy('a.name')
    .limit(500)
    .execute();
}
