// The workspace of one case: every part under its own policy, so that a partner with a share of the summary gets the same shape with less in it.

import type { OutputOf } from '@anwang/contract';
import { decide } from '@anwang/core/access';
import { classesOfParts, fold } from '@anwang/core/cases';
import { fail, ok, type Result } from '@anwang/core/lang';
import type { Programme } from '@anwang/core/programs';
import { dateIn } from '@anwang/core/time';
import { findInstrument } from '@anwang/packs';
import { openedUntil } from '@anwang/store/access';
import {
  accountNames,
  findCase,
  isRelativeOfCase,
  readApprovals,
  readAssignments,
  readClocks,
  readEventsAndNames,
  readReferralsOfCase,
  readReportsOfCase,
  readShares,
  readSiblings,
} from '@anwang/store/casework';
import { listFiles } from '@anwang/store/files';
import { telephonesOf } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import { besideOf, choicesOf } from '../../casework/choices.ts';
import { caseClockView } from '../../casework/clock-view.ts';
import { readPackage } from '../../casework/referral-package.ts';
import { asBand, asCaseStatus, asReferral, programmeOf } from '../../casework/words.ts';
import { withoutOriginals } from '../../files/shown-files.ts';
import type { Call } from '../../http/call.ts';
import { actsNow, splitActs } from './allowed-view.ts';
import { assessmentViews, decisionReason, dutyWords, gapViews, goalViews, planView, serviceViews, wordedEvents } from './event-views.ts';
import { familyWordViews, memberViews } from './member-views.ts';
import { placementsOfCase } from './placement-views.ts';
import { lastVain, plansOfCase } from './plan-views.ts';
import { rhythmView } from './rhythm-view.ts';
import { approvalKind, rowView } from './row-view.ts';
import { supportsOfCase } from './support-views.ts';
import { handingViews, knownThen } from './transfer-view.ts';

type Workspace = OutputOf<'cases', 'one'>;
type Row = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** Whether the viewer would read what is written in the case if nothing of it were shared: all of the file, then. */
function readsWhole(row: Row, assignments: Awaited<ReturnType<typeof readAssignments>>, call: Call): boolean {
  const workers = assignments.filter((one) => one.role !== 'supervisor' && (one.until === null || one.until > call.now));
  const alone = {
    kind: 'case',
    id: row.id,
    county: row.county,
    districts: row.district === null ? [] : [row.district],
    units: [row.unit_id],
    workers: workers.map((one) => one.account_id),
  } as const;
  return decide(call.actor, 'case.read', call.purpose, alone, call.now).mask.includes('narrative');
}

/** The parts of the file the viewer may read: all of it for those who read the whole, the shared parts for others. */
function partsOf(whole: boolean, shares: Awaited<ReturnType<typeof readShares>>, call: Call): string[] {
  if (whole) return ['summary', 'members', 'contact', 'timeline', 'plan', 'services', 'assessments', 'referrals', 'files'];
  const mine = shares.filter(
    (share) =>
      share.ended_at === null && share.until > call.now && (share.to_account === call.actor.id || share.to_unit === call.actor.unit),
  );
  return [...new Set(mine.flatMap((share) => share.parts))];
}

function myRole(
  row: Row,
  assignments: Awaited<ReturnType<typeof readAssignments>>,
  shares: Awaited<ReturnType<typeof readShares>>,
  call: Call,
): Workspace['myRole'] {
  if (row.lead_id === call.actor.id) return 'lead';
  if (
    assignments.some(
      (one) => one.account_id === call.actor.id && one.role === 'collaborator' && (one.until === null || one.until > call.now),
    )
  )
    return 'collaborator';
  if (row.unit_id === call.actor.unit) return call.actor.grants.some((grant) => grant.role === 'supervisor') ? 'supervisor' : 'unit';
  return shares.some((share) => share.to_account === call.actor.id || (share.to_unit !== null && share.to_unit === call.actor.unit))
    ? 'shared'
    : 'other';
}

async function referrals(tx: Tx, caseId: string): Promise<Workspace['referrals']> {
  const rows = await readReferralsOfCase(tx, caseId);
  return rows.map((row) => ({
    id: row.id,
    toUnit: row.to_zh,
    need: row.need,
    fields: row.fields,
    message: readPackage(row.content ?? '').message,
    status: asReferral(row.status),
    sentAt: row.sent_at,
    answerDue: row.answer_due,
    answeredAt: row.answered_at,
    answer: row.answer,
    outcome: row.outcome,
    version: row.version,
  }));
}

async function files(tx: Tx, caseId: string): Promise<Workspace['files']> {
  const shown = withoutOriginals(await listFiles(tx, { kind: 'case', id: caseId }));
  const names = await accountNames(
    tx,
    shown.map((file) => file.createdBy),
  );
  return shown.map((file) => ({
    id: file.id,
    name: file.name,
    type: file.mediaType ?? '',
    bytes: file.size ?? 0,
    at: file.createdAt,
    by: names.get(file.createdBy) ?? '',
    scan: file.scan,
  }));
}

async function siblings(tx: Tx, caseId: string, zhOf: (id: string) => { zh: string; en: string }): Promise<Workspace['siblings']> {
  const rows = await readSiblings(tx, caseId);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    programme: row.programme,
    programmeLabel: zhOf(row.programme),
    status: asCaseStatus(row.status),
    unitName: row.unit_zh,
    leadName: row.lead_name,
    readable: true,
  }));
}

/** The workspace as this caller may see it. */
export async function readWorkspace(tx: Tx, call: Call, caseId: string): Promise<Result<Workspace>> {
  // Sent together: each of these statements is small, and waiting for one after the other would cost more than they do.
  const [row, { events, names }, assignments, shares, people, words, approvals, clocks, reports, sent, kept, beside] = await Promise.all([
    findCase(tx, caseId),
    readEventsAndNames(tx, caseId, wordedEvents),
    readAssignments(tx, caseId),
    readShares(tx, caseId),
    memberViews(tx, call, caseId),
    familyWordViews(tx, caseId),
    readApprovals(tx, caseId),
    readClocks(tx, caseId),
    readReportsOfCase(tx, caseId),
    referrals(tx, caseId),
    files(tx, caseId),
    siblings(tx, caseId, (id) => call.house.packs.programmeLabel(id)),
  ]);
  if (row === undefined) return fail({ code: 'notFound', kind: 'case', id: caseId });
  const programme: Programme = programmeOf(row);
  const role = myRole(row, assignments, shares, call);
  // Asked of those only who have no part in the case: for nobody else can it be an emergency.
  const helpers = assignments.filter((one) => one.role === 'collaborator');
  const [emergencyUntil, numbers] = await Promise.all([
    role === 'unit' || role === 'other' ? openedUntil(tx, { kind: 'case', id: caseId }) : null,
    telephonesOf(tx, [row.lead_id, ...helpers.map((one) => one.account_id)]),
  ]);
  const whole = events.length === row.version && (emergencyUntil !== null || readsWhole(row, assignments, call));
  const parts = partsOf(whole, shares, call);
  const sees = (part: string): boolean => parts.includes(part);
  const classes = classesOfParts(parts);
  // The rows of the projection are read as they are kept; of the events only the state is made anew.
  const state = whole ? fold(events) : null;
  const planned = state === null || !sees('timeline') ? [] : await plansOfCase(tx, state, events, people, names);
  const moved = state === null ? { transfer: null, takenOver: null, move: null } : await handingViews(tx, state, events);
  const shownPeople =
    state === null || moved.transfer === null ? people : knownThen(events, people, dateIn(call.house.time().zone, call.now));
  const acts = state === null ? { allowed: [], closed: [] } : splitActs(await actsNow(tx, call, programme, state));
  const related = await isRelativeOfCase(tx, caseId);
  const mark = related ? { detail: { related } } : {};
  tx.audit({
    action: 'case.read',
    ids: [caseId],
    personIds: people.map((member) => member.personId),
    county: row.county,
    count: 1,
    ...mark,
  });
  return ok({
    ...rowView(row),
    // What was opened in an emergency is not shared with anybody.
    shared: emergencyUntil === null && call.actor.unit !== null && row.unit_id !== call.actor.unit,
    title: classes.includes('personal') ? row.title : null,
    programmeVersion: row.pack_version,
    supervisorName: row.supervisor_name,
    leadTelephone: row.lead_id === null ? null : (numbers.get(row.lead_id) ?? null),
    unitId: row.unit_id,
    acceptedAt: row.accepted_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    closureCode: row.closure_code,
    related,
    myRole: emergencyUntil === null ? role : 'emergency',
    emergencyUntil,
    parts,
    clocks: clocks.map((clock) => caseClockView(programme, clock)),
    ...acts,
    members: shownPeople,
    familyWords: words,
    collaborators: helpers.map((one) => ({
      id: one.account_id,
      name: one.name ?? '',
      unitName: one.unit_zh,
      telephone: numbers.get(one.account_id) ?? null,
      duty: dutyWords(events, one.account_id, one.since) ?? one.duty,
      since: one.since,
      until: one.until,
    })),
    reports: reports.map(({ received_at: receivedAt, ...report }) => ({ ...report, receivedAt, band: asBand(report.band) })),
    rhythm: whole && sees('assessments') ? rhythmView(programme, events) : null,
    plan: sees('plan') ? planView(events) : null,
    assessments: sees('assessments') ? assessmentViews(events, names, (id, version) => findInstrument(id, version)) : [],
    assessmentGaps: sees('assessments') ? gapViews(events, names, (id, version) => findInstrument(id, version)) : [],
    planned,
    supports: state === null || !sees('timeline') ? [] : await supportsOfCase(tx, call, state, events, names, clocks),
    placements: state === null || !sees('timeline') ? [] : placementsOfCase(programme, state, clocks),
    lastVain: state === null || !sees('timeline') ? null : lastVain(events),
    warnings: row.warnings,
    goals: sees('plan') ? goalViews(events, state?.goals ?? []) : [],
    services: sees('services') ? serviceViews(events, names) : [],
    referrals: whole ? sent : [],
    shares: whole
      ? shares.map((share) => ({
          id: share.id,
          to: share.unit_zh ?? share.account_name ?? '',
          parts: share.parts,
          purpose: share.purpose,
          legalBasis: share.legal_basis,
          since: share.since,
          until: share.until,
          ended: share.ended_at !== null,
        }))
      : [],
    files: whole ? kept : [],
    approvals: approvals.map((one) => ({
      id: one.id,
      kind: approvalKind(one.kind),
      proposedBy: one.proposed_name ?? '',
      proposedAt: one.proposed_at,
      decision: one.decision,
      decidedBy: one.decided_name,
      decidedAt: one.decided_at,
      reason: decisionReason(events, one.id),
    })),
    ...moved,
    siblings: whole ? beside : [],
    choices: {
      ...choicesOf(programme),
      beside: besideOf(programme, whole ? beside.map((one) => one.programme) : [], row.county),
    },
  } satisfies Workspace & { title: string | null });
}
