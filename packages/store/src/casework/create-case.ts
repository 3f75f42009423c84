// How does a case come into the world? With its dispatch to a unit, and whatever has happened since: for a request that is accepting and perhaps assigning,
// for the seed a whole life. One call writes many cases with one statement a table.

import { type CaseEvent, caseNumber, type DeadlineContext, type MemberFact } from '@anwang/core/cases';
import { byCode } from '@anwang/core/lang';
import type { Programme } from '@anwang/core/programs';
import { type Instant, type LegalZone, monthOf } from '@anwang/core/time';
import { sql } from 'kysely';
import { tellOfEvents } from '../notices/tell-of-events.ts';
import { newId } from '../people/new-id.ts';
import type { Tx } from '../session/index.ts';
import { type EventDraft, numbered } from './event-draft.ts';
import { type ProjectedName, type Projection, project, projectedTables } from './projection.ts';
import { insertEvents, openCaseReach, type ReferralPackages, writeReferrals } from './write-events.ts';

/** A case to be written. `later` follows the dispatch in order. */
export type NewCase = {
  readonly id?: string;
  readonly programme: Programme;
  readonly county: string;
  readonly district: string | null;
  readonly unit: string;
  readonly band: 'extreme' | 'high' | 'medium' | 'low';
  readonly report: string;
  readonly receivedAt: Instant;
  readonly dispatch: string;
  readonly sentAt: Instant;
  /** Whose act the event tells of, where somebody else writes it. */
  readonly dispatchedBy?: string;
  /** In whose name the event is written: for the seed alone. */
  readonly sentBy?: string;
  readonly members: readonly MemberFact[];
  readonly needs: readonly string[];
  readonly grade: string | null;
  readonly class: string | null;
  readonly subjectPersonId: string | null;
  readonly householdId: string | null;
  /** What the case is called in lists: 蘇詩涵家庭. Personal; wiped by erasure. */
  readonly title: string | null;
  readonly supervisorId: string | null;
  readonly demo: boolean;
  readonly later: readonly EventDraft[];
  readonly packages?: ReferralPackages;
};

/** What was written. */
export type MadeCase = {
  readonly caseId: string;
  readonly events: readonly CaseEvent[];
  readonly number: string;
  readonly version: number;
  readonly projection: Projection;
};

async function numbers(tx: Tx, cases: readonly NewCase[], zone: LegalZone): Promise<string[]> {
  const groups = new Map<string, { county: string; prefix: string; month: string; at: number[] }>();
  for (const [index, one] of cases.entries()) {
    const [prefix, month] = [one.programme.prefix, monthOf(one.sentAt, zone)];
    const key = `${one.county} ${prefix} ${month}`;
    const group = groups.get(key) ?? { county: one.county, prefix, month, at: [] };
    group.at.push(index);
    groups.set(key, group);
  }
  const given = cases.map(() => '');
  // In a fixed order, so that two transactions that number cases of the same months do not wait for each other crosswise.
  for (const [, group] of [...groups].sort(([a], [b]) => byCode(a, b))) {
    const found = await sql<{
      first: number;
    }>`select casework.next_case_number(${group.county}, ${group.prefix}, ${group.month}, ${group.at.length}) as first`.execute(tx);
    const first = found.rows[0]?.first;
    if (first === undefined) throw new Error('no case number was given');
    for (const [offset, index] of group.at.entries()) {
      const one = cases[index];
      if (one !== undefined) given[index] = caseNumber(group.prefix, one.sentAt, first + offset, zone);
    }
  }
  return given;
}

async function insertAll(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    tx,
  );
}

function dispatchDraft(one: NewCase, number: string): EventDraft {
  const {
    programme,
    county,
    district,
    unit,
    band,
    report,
    dispatch,
    dispatchedBy,
    members,
    needs,
    grade,
    class: childClass,
    receivedAt,
  } = one;
  return {
    type: 'caseDispatched',
    happenedAt: one.sentAt,
    facts: {
      programme: programme.id,
      packVersion: programme.version,
      number,
      county,
      district: district === '' ? null : district,
      unit,
      band,
      report,
      dispatch,
      ...(dispatchedBy === undefined ? {} : { sentBy: dispatchedBy }),
      members,
      subject: one.subjectPersonId,
      needs,
      grade,
      class: childClass,
      receivedAt,
    },
    // Written in another's name, it was written then as well: otherwise every case of the demo is news of today.
    ...(one.sentBy === undefined ? {} : { actor: one.sentBy, at: one.sentAt }),
  };
}

/**
 * Writes new cases with their events and projections, in the order given.
 * The seed may name other authors (`actor`, `sentBy`); the database lets only system actors write events in another's name.
 */
export async function createCases(tx: Tx, cases: readonly NewCase[], context: DeadlineContext): Promise<MadeCase[]> {
  const given = await numbers(tx, cases, context.zone);
  const made = cases.map((one, index) => {
    const caseId = one.id ?? newId(Date.parse(one.sentAt));
    const drafts = [dispatchDraft(one, given[index] ?? ''), ...one.later];
    const events = numbered(tx, caseId, 0, drafts, context.now);
    return {
      one,
      caseId,
      events,
      projection: project(events, one.programme, context),
      home: { county: one.county, subjectId: one.subjectPersonId ?? caseId },
    };
  });
  await insertAll(
    tx,
    'casework.case',
    made.map(({ one, projection }) => ({
      ...projection.case,
      side: one.programme.side,
      subject_person_id: one.subjectPersonId,
      household_id: one.householdId,
      title: one.title,
      supervisor_id: one.supervisorId,
      demo: one.demo,
    })),
  );
  await insertEvents(tx, made);
  for (const name of Object.keys(projectedTables) as ProjectedName[])
    await insertAll(
      tx,
      name,
      made.flatMap(({ projection }) => [...projection.tables[name].values()]),
    );
  for (const { one, home, events, projection } of made) await writeReferrals(tx, home, projection.state.unit, events, one.packages ?? {});
  await openCaseReach(
    tx,
    made.map(({ one, projection }) => ({ projection, programme: one.programme })),
  );
  for (const { one, caseId, projection } of made)
    tx.audit({
      action: 'case.accept',
      ids: [caseId, one.report],
      personIds: projection.state.members.map((member) => member.person),
      county: one.county,
    });
  return made.map(({ caseId, events, projection }) => ({
    caseId,
    events,
    number: projection.state.number,
    version: projection.state.version,
    projection,
  }));
}

/** Writes one new case and tells its worker; see `createCases`. */
export async function createCase(tx: Tx, one: NewCase, context: DeadlineContext): Promise<MadeCase> {
  const [made] = await createCases(tx, [one], context);
  if (made === undefined) throw new Error('the case was not written');
  await tellOfEvents(tx, made.events, made.projection.state, made.projection.state);
  await tx.outbox('caseEvent', { caseId: made.caseId, seq: made.version, type: 'caseDispatched' }, { county: one.county });
  return made;
}
