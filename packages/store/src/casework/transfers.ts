// How does a case get to the desk of another county, and how does the answer get back? The desk there has it as a report; who answers reads nothing of the case
// here, so that the database hands out its coded events and takes back the answer, only for who decides on that very report.

import { type CaseEvent, type CaseState, type DeadlineContext, type PersonalPart, transferClosure } from '@anwang/core/cases';
import type { Instant } from '@anwang/core/time';
import { sql } from 'kysely';
import { tellOfEvents } from '../notices/tell-of-events.ts';
import { tell } from '../notices/write-notice.ts';
import { newId } from '../people/new-id.ts';
import type { Tx } from '../session/index.ts';
import type { ProgrammeOf } from './append-events.ts';
import { type EventDraft, numbered } from './event-draft.ts';
import { type ProjectedName, type Projection, project } from './projection.ts';
import { eventOfRow, type StoredEvent } from './read-events.ts';
import { difference, projectedNames } from './write-projection.ts';

/** Somebody who moves, as the other county is told of them; `given` is sealed as a report's person is. */
export type HandedPerson = { readonly person: string; readonly role: string; readonly relation: string | null; readonly given: object };

/** What goes to the other county's desk. */
export type HandOver = {
  readonly transfer: string;
  readonly report: { readonly id: string; readonly number: string };
  readonly county: string;
  /** The county that hands over. */
  readonly from: string;
  readonly district: string | null;
  readonly reporterKind: string;
  readonly triageDue: Instant;
  readonly deskDue: Instant;
  readonly packVersion: string;
  /** Words by part of the report: `narrative`, `handed`. */
  readonly texts: Readonly<Record<string, string>>;
  readonly persons: readonly HandedPerson[];
};

/** Makes the report of the other county, in the transaction in which the transfer was approved, and asks for it to be matched there. */
export async function handOverCase(tx: Tx, caseId: string, over: HandOver, at: Instant): Promise<void> {
  const ms = Date.parse(at);
  const subjectId = newId(ms);
  const people = over.persons.map((person, position) => ({
    ...person,
    position,
    id: newId(ms),
    recordId: newId(ms),
    subjectId: newId(ms),
  }));
  tx.keys.begin([subjectId], 'report');
  tx.keys.begin(
    people.map((one) => one.subjectId),
    'record',
  );
  const texts: object[] = [];
  for (const [part, words] of Object.entries(over.texts))
    texts.push({ part, sealed: (await tx.keys.seal(subjectId, 'report', words)).toString('hex') });
  const persons: object[] = [];
  for (const { id, recordId, subjectId: subject, person, role, relation, position, given } of people) {
    const sealed = (await tx.keys.seal(subject, 'record', JSON.stringify(given))).toString('hex');
    persons.push({ id, record_id: recordId, subject_id: subject, person_id: person, role, relation, position, sealed });
  }
  const made = {
    subject_id: subjectId,
    district: over.district,
    reporter_kind: over.reporterKind,
    received_at: at,
    triage_due: over.triageDue,
    desk_due: over.deskDue,
    pack_version: over.packVersion,
  };
  await sql`select casework.hand_over(${over.transfer}::uuid, ${JSON.stringify(made)}::jsonb, ${JSON.stringify(texts)}::jsonb, ${JSON.stringify(persons)}::jsonb)`.execute(
    tx,
  );
  await tx.enqueue('intake.match', { reportId: over.report.id }, { key: `match:${over.report.id}` });
  await tell(tx, [
    {
      kind: 'transfer.received',
      county: over.county,
      to: { role: 'deskOfficer', county: over.county },
      once: over.report.id,
      reportId: over.report.id,
      ref: over.report.number,
      due: over.deskDue,
      other: over.from,
    },
  ]);
  tx.audit({
    action: 'case.handOver',
    ids: [caseId, over.report.id],
    personIds: over.persons.map((one) => one.person),
    detail: { county: over.county },
  });
}

/** The other county's answer: a unit of its has the case now, or its desk returns it. */
export type TransferAnswer =
  | { readonly taken: { readonly unit: string; readonly county: string } }
  /** `note`: what is wanted, in words for those who have the case. */
  | { readonly returned: string; readonly note: string | null };

type Row = Omit<StoredEvent, 'sealed'> & {
  readonly county: string;
  readonly programme: string;
  readonly pack_version: string;
  readonly subject_id: string;
};

/** Where a case goes on from. */
export type CameFrom = { readonly county: string; readonly number: string };

const answered: readonly ProjectedName[] = [
  'casework.transfer',
  'casework.clock',
  'casework.approval',
  'casework.planned_visit',
  'casework.share',
];

/** The rows that an answer makes or changes, by table; in none but these, or the database would be asked for more than it gives. */
function changedRows(before: Projection, after: Projection): Record<string, unknown> {
  const rows: Record<string, unknown> = {};
  for (const name of projectedNames) {
    const { made, changed, gone } = difference(before.tables[name], after.tables[name]);
    const written = [...made, ...changed];
    if (gone.length > 0 || (written.length > 0 && !answered.includes(name)))
      throw new Error(`an answer to a transfer does not change ${name}`);
    if (written.length > 0) rows[name] = written;
  }
  return rows;
}

function draftsOf(answer: TransferAnswer, state: CaseState, at: Instant): EventDraft[] {
  const transfer = state.transfer?.id ?? '';
  if ('returned' in answer) {
    const { returned: reason, note } = answer;
    const words = note === null || note === '' ? {} : { personal: { text: note } };
    return [{ type: 'transferReturned', happenedAt: at, facts: { transfer, reason }, ...words }];
  }
  const { unit, county } = answer.taken;
  return closingOfTransfer(state, { transfer, county, unit }, at);
}

/** The events with which a case ends that another county has taken: what somebody here was asked to do for the family, or let see of it, ends with it. */
export function closingOfTransfer(
  state: CaseState,
  facts: { transfer: string; county: string | null; unit: string | null },
  at: Instant,
  personal?: PersonalPart,
): EventDraft[] {
  const id = newId(Date.parse(at));
  const referrals = state.referrals.filter((one) => one.status === 'sent' || one.status === 'accepted');
  const shares = state.shares.filter((one) => !one.ended && one.until > at);
  return [
    { type: 'transferAccepted', id, happenedAt: at, facts, ...(personal === undefined ? {} : { personal }) },
    ...referrals.map(
      (one): EventDraft => ({
        type: 'referralReturned',
        happenedAt: at,
        facts: { referral: one.id, outcome: 'cancelled', result: transferClosure },
      }),
    ),
    ...shares.map((one): EventDraft => ({ type: 'shareEnded', happenedAt: at, facts: { share: one.id } })),
    { type: 'closureDecided', happenedAt: at, facts: { proposal: id, approved: true, reason: transferClosure } },
  ];
}

/**
 * Brings the answer into the case that waits behind a report, if one does; the report was decided on or taken in this transaction.
 * @returns where the case came from; null where the report is no transfer, or was answered already
 */
export async function answerTransfer(
  tx: Tx,
  report: string,
  answer: TransferAnswer,
  programmeOf: ProgrammeOf,
  contextOf: (county: string) => DeadlineContext,
): Promise<CameFrom | null> {
  const { rows } = await sql<Row>`select * from casework.transferred_events(${report}::uuid)`.execute(tx);
  const [first] = rows;
  if (first === undefined) return null;
  const programme = programmeOf(first.programme, first.pack_version);
  if (programme === null) throw new Error(`the case behind ${report} is pinned to an unknown programme`);
  const context = contextOf(first.county);
  const events = rows.map((row): CaseEvent => eventOfRow(row, null));
  const before = project(events, programme, context);
  const added = numbered(tx, first.case_id, events.length, draftsOf(answer, before.state, context.now), context.now);
  const after = project([...events, ...added], programme, context);
  await sql`select casework.answer_transfer(${report}::uuid, ${JSON.stringify(await withWordsSealed(tx, added, first.subject_id))}::jsonb, ${JSON.stringify(after.case)}::jsonb,
    ${JSON.stringify(changedRows(before, after))}::jsonb)`.execute(tx);
  await told(tx, added, before.state, after.state);
  return { county: first.county, number: after.state.number };
}

/** The events as the database takes them: words sealed under the key of the case. */
async function withWordsSealed(tx: Tx, events: readonly CaseEvent[], subject: string): Promise<object[]> {
  const rows: object[] = [];
  for (const { personal, ...event } of events)
    rows.push(
      personal === null ? event : { ...event, sealed: (await tx.keys.seal(subject, 'case', JSON.stringify(personal))).toString('hex') },
    );
  return rows;
}

async function told(tx: Tx, events: readonly CaseEvent[], before: CaseState, after: CaseState): Promise<void> {
  await tellOfEvents(tx, events, before, after);
  for (const { id, seq, type } of events) {
    tx.audit({ action: 'case.record', ids: [after.id, id], county: after.county, detail: { type } });
    await tx.outbox('caseEvent', { caseId: after.id, seq, type }, { county: after.county });
  }
}
