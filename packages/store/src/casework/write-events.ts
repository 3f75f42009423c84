// Puts new events of one or many cases into the table, with what hangs on them: sealed referrals, the reach of units to people, the message to the outside.

import type { CaseEvent } from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import { sql } from 'kysely';
import type { Tx } from '../session/index.ts';
import { eventRows } from './event-draft.ts';
import type { Projection } from './projection.ts';

/** A case whose events are written: where it belongs and under whose key its personal parts are sealed. */
export type EventHome = { readonly county: string; readonly subjectId: string };

/** Inserts events, all of the same case or with homes by case id. */
export async function insertEvents(
  tx: Tx,
  groups: readonly { readonly home: EventHome; readonly events: readonly CaseEvent[] }[],
): Promise<void> {
  await tx.keys.prepare(
    groups.filter((group) => group.events.some((event) => event.personal !== null)).map((group) => group.home.subjectId),
    'case',
  );
  const rows: Record<string, unknown>[] = [];
  for (const { home, events } of groups) rows.push(...(await eventRows(tx, events, home.county, home.subjectId)));
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  tx.send(
    sql`insert into casework.event (${columns}) select ${columns} from json_populate_recordset(null::casework.event, ${JSON.stringify(rows)}::json)`.compile(
      tx,
    ),
  );
}

/** The package that goes with a referral, by referral id: the minimum set of fields in words, as sent. */
export type ReferralPackages = Readonly<Record<string, string>>;

/** What became of a referral within the same events, as when a case is written with its history. */
function lastAnswer(events: readonly CaseEvent[], referral: string) {
  return events
    .filter((event) => event.type === 'referralAnswered' || event.type === 'referralReturned')
    .findLast((event) => event.facts.referral === referral);
}

/** Rows of network.referral for referrals sent, and the end of those taken back. */
export async function writeReferrals(
  tx: Tx,
  home: EventHome,
  fromUnit: string,
  events: readonly CaseEvent[],
  packages: ReferralPackages,
): Promise<void> {
  for (const event of events) {
    if (event.type === 'referralSent') {
      const { referral, unit, need, fields, answerBy } = event.facts;
      const answer = lastAnswer(events, referral);
      await tx
        .insertInto('network.referral')
        .values({
          id: referral,
          case_id: event.caseId,
          county: home.county,
          from_unit: fromUnit,
          to_unit: unit,
          need,
          fields: [...fields],
          subject_id: home.subjectId,
          sealed: await tx.keys.seal(home.subjectId, 'referral', packages[referral] ?? ''),
          status: answer === undefined ? 'sent' : answer.type === 'referralAnswered' ? answer.facts.answer : answer.facts.outcome,
          sent_by: event.actor,
          sent_at: event.happenedAt,
          answer_due: answerBy,
          ...(answer === undefined
            ? {}
            : {
                answered_by: answer.actor,
                answered_at: answer.happenedAt,
                outcome: answer.type === 'referralAnswered' ? answer.facts.reason : answer.facts.result,
              }),
        })
        .execute();
    }
    if (event.type === 'referralReturned' && event.facts.outcome === 'cancelled')
      await tx
        .updateTable('network.referral')
        .set({ status: 'cancelled', version: sql<number>`version + 1` })
        .where('id', '=', event.facts.referral)
        .execute();
  }
}

type Side = 'victim' | 'offender' | 'family' | 'neutral';

function sideOf(role: string, programme: Programme): Side {
  if (role === 'respondent') return 'offender';
  if (role === 'victim' || (role === 'subject' && programme.side === 'victim')) return 'victim';
  return programme.side === 'neutral' ? 'neutral' : 'family';
}

/** The units of cases reach the people of the cases, each on the side on which the case names them. */
export async function openCaseReach(
  tx: Tx,
  cases: readonly { readonly projection: Projection; readonly programme: Programme }[],
): Promise<void> {
  const rows = cases.flatMap(({ projection: { state }, programme }) =>
    state.members
      .filter((member) => member.until === null)
      .map((member) => ({
        person_id: member.person,
        unit_id: state.unit,
        case_id: state.id,
        report_id: null,
        side: sideOf(member.role, programme),
        until: null,
      })),
  );
  const one = new Map(rows.map((row) => [`${row.person_id} ${row.unit_id} ${row.side}`, row]));
  if (one.size === 0) return;
  tx.send(
    sql`insert into people.reach (person_id, unit_id, case_id, report_id, side, until)
    select person_id, unit_id, case_id, report_id, side, until from json_populate_recordset(null::people.reach, ${JSON.stringify([...one.values()])}::json)
    on conflict do nothing`.compile(tx),
  );
  // House law 8: what is hidden of a victim is hidden from whoever stands on the other side of the case.
  const apart = cases.filter(({ projection: { state } }) => state.members.some((one) => one.until === null && one.role === 'respondent'));
  if (apart.length > 0) tx.send(sql`select casework.keep_apart(${apart.map(({ projection }) => projection.state.id)}::uuid[])`.compile(tx));
}
