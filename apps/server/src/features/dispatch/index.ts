// What was sent to a unit: its inbox, accepting, one dispute, and the arbiter.
import type { dispatchStatus, inboxView } from '@anwang/contract/shapes';
import { fail, ok } from '@anwang/core/lang';
import { deskDueInstant } from '@anwang/core/screening';
import { arbitrateDispatch, disputeDispatch, isRelative, listDispatches } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import type { z } from 'zod';
import { acceptDueOf } from '../../desk/accept-due.ts';
import { asBand, asDispatchStatus } from '../../desk/words-of-rows.ts';
import { momentCursor } from '../../http/cursor.ts';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { titled } from './about-whom.ts';
import { accept } from './accept.ts';
import { canAccept, dispatchView, waitsForUnit } from './dispatch-view.ts';
import { acceptMove, giveBackMove, listMoves, readMove } from './moves.ts';
import { findRow, readDispatch, readDisputed } from './read-dispatch.ts';

type InboxView = z.infer<typeof inboxView>;
/** The states of a dispatch that a part of the inbox holds. */
const statesOf = {
  open: [...waitsForUnit, 'disputed'],
  toAccept: waitsForUnit,
  disputed: ['disputed'],
  accepted: ['accepted'],
  redirected: ['redirected'],
  withdrawn: ['withdrawn'],
} as const satisfies Record<InboxView, readonly z.infer<typeof dispatchStatus>[]>;
/** What is done is read from the latest back, what waits by its time. */
const done: readonly InboxView[] = ['accepted', 'redirected', 'withdrawn'];

/** Why the actor may not speak on this dispatch: the own family, or (for the arbiter) what the actor sent or disputed. */
async function ownInterest(tx: Tx, dispatchId: string, deciding: boolean): Promise<'relative' | 'ownProposal' | null> {
  const row = await tx
    .selectFrom('intake.dispatch')
    .select(['report_id', 'sent_by', 'disputed_by'])
    .where('id', '=', dispatchId)
    .executeTakeFirst();
  if (!row) return null;
  if (deciding && (row.sent_by === tx.actor.id || row.disputed_by === tx.actor.id)) return 'ownProposal';
  return (await isRelative(tx, tx.actor.id, row.report_id)) ? 'relative' : null;
}

export const dispatch: Handlers<'dispatch'> = {
  inbox: within(async (input, tx, call) => {
    const { rows, next } = await listDispatches(
      tx,
      {
        states: statesOf[input.view],
        order: 'accept_due',
        latestFirst: done.includes(input.view),
        limit: input.limit,
        ...momentCursor(input.cursor),
        ...(call.actor.unit === null ? {} : { unitId: call.actor.unit }),
      },
      titled,
    );
    return ok({ rows: rows.map((row) => dispatchView(call.house, row)), next });
  }),
  moves: within(listMoves),
  move: within(readMove),
  takeMove: within(acceptMove),
  returnMove: within(giveBackMove),
  one: within(readDispatch),
  accept: within(accept),
  dispute: within(async (input, tx, call) => {
    const { house } = call;
    if (!house.packs.has('disputeReason', input.reason))
      return fail({ code: 'invalidInput', fields: [{ path: 'reason', reason: 'notInValueSet:disputeReason' }] });
    if (input.betterUnitId !== null && !(await canAccept(tx, call.actor.county, input.betterUnitId)))
      return fail({ code: 'invalidInput', fields: [{ path: 'betterUnitId', reason: 'notAllowed' }] });
    const interest = await ownInterest(tx, input.dispatchId, false);
    if (interest !== null) return fail({ code: 'conflictOfInterest', reason: interest });
    const arbiterDue = deskDueInstant(house.packs.desk(call.actor.county ?? ''), 'arbitration', call.now, house.time(call.actor.county));
    const disputed = await disputeDispatch(tx, { ...input, at: call.now, arbiterDue });
    return disputed.ok ? ok({ dispatchId: input.dispatchId, status: 'disputed', version: disputed.value.version, arbiterDue }) : disputed;
  }),
  disputes: within(async (input, tx, call) => {
    const { rows, next } = await listDispatches(
      tx,
      {
        states: ['disputed'],
        order: 'arbiter_due',
        limit: input.limit,
        ...momentCursor(input.cursor),
      },
      titled,
    );
    return ok({
      next,
      rows: rows.map((row) => ({ ...dispatchView(call.house, row), disputedBy: row.disputedBy ?? '' })),
    });
  }),
  disputed: within(readDisputed),
  arbitrate: within(async (input, tx, call) => {
    const { house } = call;
    if (input.outcome === 'redirected' && (input.unitId === null || !(await canAccept(tx, call.actor.county, input.unitId))))
      return fail({ code: 'invalidInput', fields: [{ path: 'unitId', reason: input.unitId === null ? 'missing' : 'notAllowed' }] });
    const interest = await ownInterest(tx, input.dispatchId, true);
    if (interest !== null) return fail({ code: 'conflictOfInterest', reason: interest });
    const row = await findRow(tx, input.dispatchId, ['disputed']);
    if (!row) return fail({ code: 'notFound', kind: 'dispatch', id: input.dispatchId });
    const sentAt = input.outcome === 'upheld' ? row.sentAt : call.now;
    const acceptDue = acceptDueOf(house, { ...row, band: asBand(row.band), sentAt }, call.now);
    const decided = await arbitrateDispatch(tx, { ...input, at: call.now, acceptDue });
    return decided.ok
      ? ok({
          dispatchId: input.dispatchId,
          status: asDispatchStatus(decided.value.status),
          version: decided.value.version,
          redirectedTo: decided.value.redirectedTo,
        })
      : decided;
  }),
};
