// What do the tables say about a case? Everything in casework but the events is a projection: computed here from the events alone, row by row, so that
// appending writes the difference of two projections and a rebuild writes the whole.

import type { CaseEvent, CaseState, Clock, DeadlineContext } from '@anwang/core/cases';
import { deadlines, fold, hasEnded, openClocks, placementsNow, stageOf, standingMembers, statusOfStage, whoIs } from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import type { Instant } from '@anwang/core/time';
import type { Base, ProjectedRow } from './projected-row.ts';
import { approvals, moves, transfers } from './projection-decisions.ts';
import { plannedVisits, visits } from './projection-visits.ts';
import { familyWords } from './projection-words.ts';

export type { ProjectedRow } from './projected-row.ts';
/** Rows of one table by key. */
export type ProjectedTable = ReadonlyMap<string, ProjectedRow>;
/** The tables that follow from the events, in the order in which they are written, with the columns of their keys. */
export const projectedTables = {
  'casework.case_person': ['case_id', 'person_id', 'role'],
  'casework.family_word': ['id'],
  'casework.case_report': ['case_id', 'report_id'],
  'casework.assignment': ['id'],
  'casework.share': ['id'],
  'casework.clock': ['case_id', 'rule', 'instance'],
  'casework.visit': ['id'],
  'casework.planned_visit': ['id', 'account_id'],
  'casework.assessment': ['id'],
  'casework.goal': ['id'],
  'casework.approval': ['id'],
  'casework.transfer': ['id'],
  'casework.move': ['id'],
} as const;
/** Name of a projected table. */
export type ProjectedName = keyof typeof projectedTables;
/** The projection of a case. `case` holds the columns that follow from events; title, household and side are given at its beginning, the subject where the dispatch did not say it. */
export type Projection = {
  readonly state: CaseState;
  readonly case: ProjectedRow;
  readonly tables: Readonly<Record<ProjectedName, ProjectedTable>>;
};

function keyed(name: ProjectedName, rows: readonly ProjectedRow[]): ProjectedTable {
  const columns = projectedTables[name];
  return new Map(rows.map((row) => [columns.map((column) => String(row[column])).join(' '), row]));
}

function ofType<T extends CaseEvent['type']>(events: readonly CaseEvent[], type: T): Extract<CaseEvent, { type: T }>[] {
  return events.filter((event): event is Extract<CaseEvent, { type: T }> => event.type === type);
}

function persons(state: CaseState, base: Base): ProjectedRow[] {
  return standingMembers(state.members).map(({ person, role, relation, since, until }) => ({
    ...base,
    person_id: person,
    role,
    relation,
    since,
    until,
  }));
}

function reports(events: readonly CaseEvent[], base: Base): ProjectedRow[] {
  const rows = new Map<string, ProjectedRow>();
  const add = (report: string, kind: string, at: Instant, dispatch: string | null): void => {
    if (!rows.has(report)) rows.set(report, { ...base, report_id: report, dispatch_id: dispatch, kind, linked_at: at });
  };
  for (const event of events) {
    if (event.type === 'caseDispatched') add(event.facts.report, 'founding', event.happenedAt, event.facts.dispatch);
    if (event.type === 'reportLinked') add(event.facts.report, 'repeat', event.happenedAt, null);
    if (event.type === 'caseReopened' && event.facts.report !== null) add(event.facts.report, 'repeat', event.happenedAt, null);
  }
  return [...rows.values()];
}

function assignments(events: readonly CaseEvent[], base: Base): ProjectedRow[] {
  const rows: Record<string, string | null>[] = [];
  const end = (fits: (row: Record<string, string | null>) => boolean, at: Instant): void => {
    for (const row of rows) if ((row.until == null || row.until > at) && fits(row)) row.until = at;
  };
  for (const event of events) {
    const at = event.happenedAt;
    if (event.type === 'workerAssigned' || event.type === 'leadHandedOver') {
      end((row) => row.role === 'lead', at);
      const account = event.type === 'workerAssigned' ? event.facts.worker : event.facts.to;
      rows.push({
        ...base,
        id: event.id,
        account_id: account,
        unit_id: event.facts.unit,
        role: 'lead',
        duty: null,
        since: at,
        until: null,
      });
    }
    if (event.type === 'collaboratorAdded' && event.facts.account !== null)
      rows.push({
        ...base,
        id: event.id,
        account_id: event.facts.account,
        unit_id: event.facts.unit,
        role: 'collaborator',
        duty: event.facts.duty,
        since: at,
        until: event.facts.until ?? null,
      });
    if (event.type === 'collaboratorEnded')
      end((row) => row.role === 'collaborator' && row.account_id === event.facts.account && row.unit_id === event.facts.unit, at);
  }
  return rows;
}

function shares(events: readonly CaseEvent[], base: Base): ProjectedRow[] {
  const ended = new Map(ofType(events, 'shareEnded').map((event) => [event.facts.share, event.happenedAt]));
  return ofType(events, 'shareGranted').map(({ facts, happenedAt, actor }) => ({
    ...base,
    id: facts.share,
    to_unit: facts.unit,
    to_account: facts.account,
    parts: facts.parts,
    purpose: facts.purpose,
    legal_basis: facts.legalBasis,
    granted_by: actor,
    since: happenedAt,
    until: facts.until,
    ended_at: ended.get(facts.share) ?? null,
  }));
}

/** The column `instance` of a clock: the value of its key, and the round when there was more than one. */
export function clockInstance(clock: Pick<Clock, 'key' | 'round'>): string {
  return `${clock.key ?? ''}${clock.round > 1 ? `#${clock.round}` : ''}`;
}

function clockRow(clock: Clock, programme: Programme, base: Base): ProjectedRow {
  // A watch period has nothing that fulfils it: its end is known when it begins, and it never escalates.
  const watch = clock.status === 'over' || programme.clocks.find((rule) => rule.id === clock.ruleId)?.stops === null;
  const stopped = clock.stoppedAt ?? (watch ? clock.due : null);
  const outcome = clock.status === 'cancelled' ? 'void' : stopped === null ? null : watch || clock.status === 'met' ? 'met' : 'late';
  return {
    ...base,
    rule: clock.ruleId,
    instance: clockInstance(clock),
    started_at: clock.start,
    due_at: clock.due,
    paused_at: clock.status === 'paused' ? (clock.pauses.at(-1)?.from ?? null) : null,
    stopped_at: stopped,
    outcome,
  };
}

/** The rows of a programme's clocks. */
export function clockRows(programme: Programme, events: readonly CaseEvent[], base: Base, context: DeadlineContext): ProjectedRow[] {
  return deadlines(programme, events, context).map((clock) => clockRow(clock, programme, base));
}

function assessments(events: readonly CaseEvent[], { replacements }: CaseState, base: Base): ProjectedRow[] {
  return ofType(events, 'assessmentCompleted').map(({ id, seq, facts, happenedAt }) => ({
    ...base,
    id,
    instrument: facts.instrument,
    instrument_version: facts.version,
    subject_person_id: facts.person === null ? null : whoIs(replacements, facts.person, seq),
    moment: facts.moment,
    score: facts.score,
    band: facts.override ?? facts.band,
    overridden: facts.override !== null,
    happened_at: happenedAt,
  }));
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  return a === null ? b : b === null || a > b ? a : b;
}

/** Whom the case is about, by the replacements in force; the dispatch, which named the subject, is event 1. */
function subjectOf({ subject, replacements }: CaseState): string | null {
  return subject == null ? null : whoIs(replacements, subject, 1);
}

function caseRow(state: CaseState, programme: Programme, clocks: readonly Clock[], context: DeadlineContext): ProjectedRow {
  const nearest = hasEnded(state) ? undefined : openClocks(clocks).find((clock) => clock.due !== null && clock.status !== 'paused');
  return {
    id: state.id,
    number: state.number,
    county: state.county,
    district: state.district,
    unit_id: state.unit,
    programme: state.programme,
    pack_version: state.packVersion,
    stage: stageOf(programme, state, context)?.id ?? state.stage,
    status: statusOfStage(state.stage),
    risk: state.band,
    lead_id: state.lead,
    needs: state.needs,
    warnings: state.warnings,
    placed: placementsNow(state).length,
    received_at: state.receivedAt,
    accepted_at: state.acceptedAt,
    opening: state.opening?.outcome ?? null,
    opening_at: state.opening?.at ?? null,
    opened_at: state.openedAt,
    closed_at: state.closedAt,
    closure_code: hasEnded(state)
      ? state.stage === 'notOpened'
        ? (state.opening?.reasons[0] ?? null)
        : (state.closure?.reason ?? null)
      : null,
    last_contact_at: latest(state.visits.lastAt, state.contacts.lastAt),
    next_due: nearest?.due ?? null,
    next_rule: nearest?.ruleId ?? null,
    version: state.version,
    ...(state.subject === undefined ? {} : { subject_person_id: subjectOf(state) }),
  };
}

/**
 * The projection of a case from all its events.
 * @param context only zone and calendar shape the rows: a clock's row does not depend on the moment it is read, except a pause that still lasts.
 */
export function project(events: readonly CaseEvent[], programme: Programme, context: DeadlineContext): Projection {
  const state = fold(events);
  if (state === null) throw new Error('a case without events has no projection');
  const base: Base = { case_id: state.id, county: state.county };
  const clocks = deadlines(programme, events, context);
  const goals = state.goals.map((goal) => ({
    ...base,
    id: goal.id,
    need: goal.need,
    status: goal.status,
    due_on: goal.dueOn,
    reviewed_at: goal.reviewedAt,
  }));
  return {
    state,
    case: caseRow(state, programme, clocks, context),
    tables: {
      'casework.case_person': keyed('casework.case_person', persons(state, base)),
      'casework.family_word': keyed('casework.family_word', familyWords(state, base)),
      'casework.case_report': keyed('casework.case_report', reports(events, base)),
      'casework.assignment': keyed('casework.assignment', assignments(events, base)),
      'casework.share': keyed('casework.share', shares(events, base)),
      'casework.clock': keyed(
        'casework.clock',
        clocks.map((clock) => clockRow(clock, programme, base)),
      ),
      'casework.visit': keyed('casework.visit', visits(events, state, base)),
      'casework.planned_visit': keyed('casework.planned_visit', plannedVisits(state, base)),
      'casework.assessment': keyed('casework.assessment', assessments(events, state, base)),
      'casework.goal': keyed('casework.goal', goals),
      'casework.approval': keyed('casework.approval', approvals(events, base)),
      'casework.transfer': keyed('casework.transfer', transfers(events, base)),
      'casework.move': keyed('casework.move', moves(events, base)),
    },
  };
}
