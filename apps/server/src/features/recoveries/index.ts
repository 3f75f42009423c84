// A lost password or device: asked by one, confirmed by another, stopped by either or by the holder. What was confirmed is done to sign-in after the commit, and again where
// a server was killed in between.

import { mayRecover, recoveryRightHours } from '@anwang/core/access';
import { fail, ok, type Result } from '@anwang/core/lang';
import {
  askRecovery,
  confirmRecovery,
  findOpenAccount,
  findRecovery,
  listRecoveries,
  ownRecoveries,
  type RecoveryRow,
  recoveryDone,
  stopRecovery,
} from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import { type Call, type KeptForm, Refused } from '../../http/call.ts';
import type { Handlers } from '../../http/handlers.ts';
import { within } from '../../http/within.ts';
import { passwordOf } from './halves.ts';
import { partOf, placeOf, type View, view } from './view.ts';

const missing = (id: string) => fail({ code: 'notFound' as const, kind: 'recovery', id });

/** The half of a password is never kept with an answer: whoever repeats the request gets it made anew. */
const keptView = (call: Call): KeptForm<View, Pick<View, 'id'>> => ({
  keep: ({ id }) => ({ id }),
  restore: async ({ id }, tx) => {
    const row = await findRecovery(tx, id);
    if (!row) throw new Refused({ code: 'notFound', kind: 'recovery', id });
    return view(call, row);
  },
});

async function viewOf(tx: Tx, call: Call, id: string): Promise<Result<View>> {
  const row = await findRecovery(tx, id);
  return row ? ok(view(call, row)) : missing(id);
}

/** What was confirmed here and is not done yet. */
async function carryOut(call: Call, id: string): Promise<void> {
  const { store, auth } = call.house;
  const session = <T>(work: (tx: Tx) => Promise<T>) => store.withActor(call.actor, call.purpose, { route: call.route }, work);
  const row = await session((tx) => findRecovery(tx, id));
  if (row?.status !== 'confirmed' || row.decided_by !== call.actor.id || row.done_at !== null) return;
  if (row.what !== 'password') await auth.endSecondFactor(row.account_id);
  if (row.what !== 'secondFactor') {
    await auth.provision({ id: row.account_id, userName: row.username, name: row.name }, null);
    await auth.givePassword(row.account_id, passwordOf(call.house.derive, id));
  }
  await session((tx) => recoveryDone(tx, id, call.now));
}

/** Nobody but those who wait: decided already, or over its time. */
const waits = (row: RecoveryRow, call: Call): boolean => row.status === 'waiting' && row.due_at > call.now;

export const recoveries: Handlers<'recoveries'> = {
  list: within(async (input, tx, call) => {
    const rows = await listRecoveries(tx, {
      waiting: input.waiting ?? false,
      limit: input.limit,
      ...(input.cursor === undefined ? {} : { after: input.cursor }),
    });
    return ok({ rows: rows.map((row) => view(call, row)), next: rows.length < input.limit ? null : (rows.at(-1)?.id ?? null) });
  }),
  ask: within(
    async (input, tx, call) => {
      const account = await findOpenAccount(tx, input.userName);
      const unknown = fail({ code: 'invalidInput' as const, fields: [{ path: 'userName', reason: 'notInReach' }] });
      if (!account) return unknown;
      const may = mayRecover(call.actor, account, call.purpose, call.now);
      if (may === 'own') return fail({ code: 'ownAccount' });
      if (may === 'outOfReach') return unknown;
      if (may === 'tooNew') return fail({ code: 'rightTooNew', hours: recoveryRightHours });
      const asked = await askRecovery(tx, account, input.what, input.recognised);
      return asked ? viewOf(tx, call, asked.id) : fail({ code: 'recoveryWaits' });
    },
    (_input, call) => keptView(call),
  ),
  confirm: async (input, call) => {
    const confirmed = await call.within(async (tx) => {
      const row = await findRecovery(tx, input.recoveryId);
      if (!row) return missing(input.recoveryId);
      if (!waits(row, call)) return fail({ code: 'recoveryDecided' });
      if (row.asked_by === call.actor.id) return fail({ code: 'conflictOfInterest', reason: 'ownProposal' });
      const may = mayRecover(call.actor, placeOf(row), call.purpose, call.now);
      if (may === 'own') return fail({ code: 'ownAccount' });
      if (may === 'outOfReach') return missing(input.recoveryId);
      if (may === 'tooNew') return fail({ code: 'rightTooNew', hours: recoveryRightHours });
      await confirmRecovery(tx, row, input.recognised, call.now);
      return viewOf(tx, call, row.id);
    }, keptView(call));
    if (confirmed.ok) await carryOut(call, input.recoveryId);
    return confirmed;
  },
  stop: within(
    async (input, tx, call) => {
      const row = await findRecovery(tx, input.recoveryId);
      if (!row || row.account_id === call.actor.id) return missing(input.recoveryId);
      if (!waits(row, call)) return fail({ code: 'recoveryDecided' });
      await stopRecovery(tx, row, call.now);
      return viewOf(tx, call, row.id);
    },
    (_input, call) => keptView(call),
  ),
  own: within(async (_input, tx) => {
    const rows = await ownRecoveries(tx);
    tx.audit({ action: 'recovery.own', ids: rows.map((row) => row.id), count: rows.length });
    return ok({
      rows: rows.map((row) => ({ id: row.id, what: partOf(row), askedBy: row.asker, askedAt: row.asked_at, due: row.due_at })),
    });
  }),
  stopOwn: within(async (input, tx, call) => {
    const row = await findRecovery(tx, input.recoveryId);
    if (!row || row.account_id !== call.actor.id) return missing(input.recoveryId);
    if (!waits(row, call)) return fail({ code: 'recoveryDecided' });
    await stopRecovery(tx, row, call.now);
    return ok({ ok: true as const });
  }),
};
