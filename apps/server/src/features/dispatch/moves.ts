// A case of another unit of the county that waits for this one: what was written for it, taking it with whoever leads it, or giving it back with a reason.

import type { InputOf, OutputOf } from '@anwang/contract';
import { offered } from '@anwang/contract/shapes';
import { helpersWhoEnd, isOut, openCalls, unitMoved } from '@anwang/core/cases';
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { findProgramme } from '@anwang/packs';
import {
  appendEvents,
  assignmentConflict,
  type EventDraft,
  type HeldMove,
  type LockedCase,
  listOfferedMoves,
  lockCase,
  lockOfferedMove,
  type OfferedMove,
  returnMove,
  takeMove,
} from '@anwang/store/casework';
import { isRelative, readWorkers } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { sides } from '../../casework/sides.ts';
import { asBand } from '../../desk/words-of-rows.ts';
import type { Call } from '../../http/call.ts';

type Row = OutputOf<'dispatch', 'moves'>['rows'][number];

async function rowsOf(tx: Tx, call: Call, moves: readonly OfferedMove[]): Promise<Row[]> {
  const nameOf = await tx.names.read(tx, { unit: moves.map((one) => one.from_unit), district: moves.map((one) => one.district) });
  return moves.map((one) => ({
    id: one.id,
    number: one.number,
    title: one.title,
    programme: one.programme,
    programmeLabel: call.house.packs.programmeLabel(one.programme),
    band: asBand(one.risk ?? 'medium'),
    districtName: one.district === null ? null : (nameOf('district', one.district) ?? one.district),
    fromUnit: nameOf('unit', one.from_unit) ?? '',
    unitId: one.to_unit,
    reason: one.reason,
    sentAt: one.sent_at,
    answerDue: one.answer_due,
    version: one.version,
  }));
}

/** What waits for the own units. */
export async function listMoves(_input: unknown, tx: Tx, call: Call): Promise<Result<OutputOf<'dispatch', 'moves'>>> {
  return ok({ rows: await rowsOf(tx, call, await listOfferedMoves(tx)) });
}

/** One of them, with what was written for it. */
export async function readMove({ moveId }: InputOf<'dispatch', 'move'>, tx: Tx, call: Call): Promise<Result<OutputOf<'dispatch', 'move'>>> {
  const moves = await listOfferedMoves(tx, moveId);
  const [one] = moves;
  const [row] = await rowsOf(tx, call, moves);
  if (one === undefined || row === undefined) return fail({ code: 'notFound', kind: 'move', id: moveId });
  const personal: unknown = one.offered === '' ? {} : JSON.parse(one.offered);
  const words = typeof personal === 'object' && personal !== null && 'offered' in personal ? String(personal.offered) : null;
  return ok({
    ...row,
    offered: words === null ? null : offered.parse(JSON.parse(words)),
    workers: await readWorkers(tx, one.to_unit),
  });
}

type Answering = { readonly moveId: string; readonly version: number };

/** What is answered, behind the lock of its case; a relative of the family answers nothing. Somebody else may have been first: taken back, or answered by a colleague. */
async function answering(
  tx: Tx,
  { moveId, version }: Answering,
  yours: unknown,
): Promise<Result<{ readonly held: HeldMove; readonly offer: OfferedMove }, Problem>> {
  const held = await lockOfferedMove(tx, moveId);
  if (held === undefined) return fail({ code: 'notFound', kind: 'move', id: moveId });
  const [offer] = await listOfferedMoves(tx, moveId);
  if (offer === undefined || held.version !== version) {
    const theirs = { status: held.status, version: held.version };
    return fail({ code: 'versionConflict', kind: 'move', id: moveId, based: version, current: held.version, theirs, yours });
  }
  if (offer.report_id !== null && (await isRelative(tx, tx.actor.id, offer.report_id)))
    return fail({ code: 'conflictOfInterest', reason: 'relative' });
  return ok({ held, offer });
}

/** Nobody's way home, and nobody's call, changes hands while it lasts. */
function underWay({ projection: { state } }: LockedCase, call: Call): string | null {
  if (state.plans.some((plan) => isOut(plan, call.now))) return 'visitUnderWay';
  return openCalls(state.supports).length > 0 ? 'supportOpen' : null;
}

export async function acceptMove(
  input: InputOf<'dispatch', 'takeMove'>,
  tx: Tx,
  call: Call,
): Promise<Result<OutputOf<'dispatch', 'takeMove'>>> {
  const { moveId, version, workerId, note } = input;
  const asked = await answering(tx, { moveId, version }, { status: 'accepted', workerId });
  if (!asked.ok) return asked;
  const { held, offer } = asked.value;
  await takeMove(tx, held.id);
  const context = { now: call.now, ...call.house.time(held.county) };
  const locked = await lockCase(tx, held.case_id, findProgramme, context);
  if (!locked.ok) return locked;
  const { state } = locked.value.projection;
  const fault = underWay(locked.value, call);
  if (fault !== null) return fail({ code: 'invalidInput', fields: [{ path: 'workerId', reason: fault }] });
  const report = offer.report_id ?? state.reports[0] ?? '';
  const conflict = await assignmentConflict(tx, { account: workerId, unit: held.to_unit, report, ...sides(state) });
  if (conflict !== null) return fail(conflict);
  const happenedAt = call.now;
  const words = note === null ? {} : { personal: { text: note } };
  const { from_unit: from, to_unit: unit, to_district: district } = held;
  const drafts: EventDraft[] = [
    { type: 'moveAccepted', happenedAt, facts: { move: held.id, from, unit, district }, ...words },
    ...helpersWhoEnd(state.collaborators, from, workerId).map(
      (one): EventDraft => ({
        type: 'collaboratorEnded',
        happenedAt,
        facts: { account: one.account, unit: one.unit, reason: unitMoved },
      }),
    ),
    state.lead === null
      ? { type: 'workerAssigned', happenedAt, facts: { worker: workerId, unit } }
      : { type: 'leadHandedOver', happenedAt, facts: { from: state.lead, to: workerId, unit, reason: unitMoved } },
  ];
  const after = await appendEvents(tx, locked.value, drafts, context);
  return ok({
    moveId: held.id,
    status: 'accepted',
    version: held.version + 1,
    caseId: held.case_id,
    caseNumber: after.projection.state.number,
  });
}

export async function giveBackMove(
  input: InputOf<'dispatch', 'returnMove'>,
  tx: Tx,
  call: Call,
): Promise<Result<OutputOf<'dispatch', 'returnMove'>>> {
  const { moveId, version, reason, note } = input;
  if (!call.house.packs.has('moveReturnReason', reason))
    return fail({ code: 'invalidInput', fields: [{ path: 'reason', reason: 'notInValueSet:moveReturnReason' }] });
  const asked = await answering(tx, { moveId, version }, { status: 'returned', reason });
  if (!asked.ok) return asked;
  const { held, offer } = asked.value;
  await returnMove(tx, held, { reason, note, at: call.now, subject: offer.subject_id });
  return ok({ moveId: held.id, status: 'returned', version: held.version + 1 });
}
