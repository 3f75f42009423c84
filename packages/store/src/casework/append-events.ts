// How does a case go on? Locked and read, an act checked by the caller on its state, then events, projections, referrals, audit and message in one transaction.
// A write names the version it was based on; if somebody was first, both sides are given back and nothing is written.

import { type CaseEvent, type CaseEventType, type DeadlineContext, factsTold } from '@anwang/core/cases';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import type { Programme } from '@anwang/core/programs';
import { tellOfEvents } from '../notices/tell-of-events.ts';
import { type Placing, prepared, type Tx } from '../session/index.ts';
import { type EventDraft, numbered } from './event-draft.ts';
import { type Projection, project } from './projection.ts';
import { readEvents } from './read-events.ts';
import { insertEvents, openCaseReach, type ReferralPackages, writeReferrals } from './write-events.ts';
import { updateCaseRow, writeTables } from './write-projection.ts';

/** A case locked for writing, with its events and what they come to. */
export type LockedCase = {
  readonly id: string;
  readonly county: string;
  readonly subjectId: string;
  readonly title: string | null;
  readonly programme: Programme;
  readonly events: readonly CaseEvent[];
  readonly projection: Projection;
};

/** Finds the programme a case is pinned to; the server hands in the catalogue of packs, which the store does not know. */
export type ProgrammeOf = (id: string, version: string) => Programme | null;

const lockedRow = prepared((db, place: Placing<{ caseId: string }>) =>
  db
    .selectFrom('casework.case')
    .select(['id', 'county', 'subject_person_id', 'programme', 'pack_version', 'title', 'version'])
    .where('id', '=', place('caseId'))
    .forNoKeyUpdate(),
);

/**
 * Locks a case until the end of the transaction and reads it. `notFound` when it is not there for this session to write on.
 */
export async function lockCase(
  tx: Tx,
  caseId: string,
  programmeOf: ProgrammeOf,
  context: DeadlineContext,
): Promise<Result<LockedCase, Problem>> {
  // The events are read by a statement of its own behind the lock, and so as they stand once it is held.
  const [[row], events] = await Promise.all([lockedRow(tx, { caseId }), readEvents(tx, caseId, false)]);
  if (row === undefined) return fail({ code: 'notFound', kind: 'case', id: caseId });
  const programme = programmeOf(row.programme, row.pack_version);
  if (programme === null) return fail({ code: 'programmeUnknown', programme: row.programme, version: row.pack_version });
  // Whoever may write on a case reads its events; a session that sees fewer would compute a false projection.
  if (events.length !== row.version) return fail({ code: 'notFound', kind: 'case', id: caseId });
  const projection = project(events, programme, context);
  return ok({
    id: row.id,
    county: row.county,
    subjectId: row.subject_person_id ?? row.id,
    title: row.title,
    programme,
    events,
    projection,
  });
}

/** The conflict of a write based on an older version: what happened since, and what was meant; null if the version is the present one. */
export function staleVersion(locked: LockedCase, based: number, yours: unknown): Problem | null {
  const current = locked.projection.state.version;
  if (current === based) return null;
  const since = locked.events.filter((event) => event.seq > based);
  // The case went over to newer rules meanwhile, which nobody did to it: the act is held against them below.
  if (current > based && since.every((event) => event.type === 'statementAdopted')) return null;
  const theirs = since.map((event) => ({ seq: event.seq, type: event.type, by: event.actor, at: event.at, facts: factsTold(event) }));
  return { code: 'versionConflict', kind: 'case', id: locked.id, based, current, theirs, yours };
}

/** What belongs to a write beside the events. */
export type AppendOptions = { readonly packages?: ReferralPackages; readonly action?: string };

/** After these events the unit reaches somebody whom it did not reach before, or on another side. */
const opens: readonly CaseEventType[] = ['memberAdded', 'memberRoleChanged', 'workerAssigned', 'leadHandedOver'];

/** Appends events to a locked case and brings the projections after them. */
export async function appendEvents(
  tx: Tx,
  locked: LockedCase,
  drafts: readonly EventDraft[],
  context: DeadlineContext,
  options: AppendOptions = {},
): Promise<LockedCase> {
  const home = { county: locked.county, subjectId: locked.subjectId };
  const events = numbered(tx, locked.id, locked.events.length, drafts, context.now);
  const all = [...locked.events, ...events];
  const projection = project(all, locked.programme, context);
  await insertEvents(tx, [{ home, events }]);
  writeTables(tx, locked.projection, projection);
  updateCaseRow(tx, projection);
  await writeReferrals(tx, home, projection.state.unit, events, options.packages ?? {});
  if (events.some((event) => opens.includes(event.type))) await openCaseReach(tx, [{ projection, programme: locked.programme }]);
  await tellOfEvents(tx, events, locked.projection.state, projection.state);
  for (const event of events) {
    tx.audit({
      action: options.action ?? 'case.record',
      ids: [locked.id, event.id],
      personIds: personsOf(event),
      county: locked.county,
      detail: { type: event.type },
    });
    await tx.outbox('caseEvent', { caseId: locked.id, seq: event.seq, type: event.type }, { county: locked.county });
  }
  return { ...locked, events: all, projection };
}

/** The persons an event speaks of, for the audit. */
function personsOf(event: CaseEvent): string[] {
  const facts: Readonly<Record<string, unknown>> = event.facts;
  const others = event.type === 'visitRecorded' ? (event.facts.others ?? []).map(({ person }) => person) : [];
  const one = [...(typeof facts.person === 'string' ? [facts.person] : []), ...others];
  return Array.isArray(facts.persons) ? [...one, ...facts.persons.filter((id) => typeof id === 'string')] : one;
}
