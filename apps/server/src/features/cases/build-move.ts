// Commands by which a case goes on with another unit of its county: proposed with what that unit must know, decided by a second person, and taken back as long as
// nobody there has answered. The answer is not one of them: whoever gives it has nothing of the case (features/dispatch).

import { fail, ok } from '@anwang/core/lang';
import { ageOn, dateIn } from '@anwang/core/time';
import { moveReasons, moveWithdrawReasons } from '@anwang/packs';
import { personFacts, readEventsAndNames } from '@anwang/store/casework';
import { newId } from '@anwang/store/intake';
import { findSupervised } from '@anwang/store/org';
import { wordOf } from '../../casework/handed-case.ts';
import { both } from '../../casework/words.ts';
import { unitsBeside } from '../../desk/unit-choices.ts';
import { type Building, type CommandOf, type Ground, invalid, said } from './command.ts';
import { handedOf } from './handed-of.ts';
import type { Offered } from './offered.ts';

const has = (set: { readonly entries: readonly { readonly code: string }[] }, code: string): boolean =>
  set.entries.some((one) => one.code === code);

export async function proposeMove(command: CommandOf<'proposeMove'>, ground: Ground): Promise<Awaited<Building>> {
  const { tx, call, held, state } = ground;
  const { toUnitId, district, reason, summary, safety } = command;
  if (!has(moveReasons, reason)) return invalid('proposeMove', 'reason', 'notAnOption');
  if (reason === 'movedDistrict' && district === null) return invalid('proposeMove', 'district', 'required');
  if (toUnitId === state.unit) return invalid('proposeMove', 'toUnitId', 'sameUnit');
  const supervised = (await findSupervised(tx, held.county, [toUnitId])).get(toUnitId);
  if (supervised !== true) return invalid('proposeMove', 'toUnitId', supervised === undefined ? 'notAllowed' : 'noSupervisor');
  if (district !== null) {
    const query = tx.selectFrom('org.district').select('id').where('id', '=', district).where('county', '=', held.county);
    if ((await query.executeTakeFirst()) === undefined) return invalid('proposeMove', 'district', 'notAllowed');
  }
  const place = { county: held.county, programme: state.programme, unit: state.unit };
  const [proposed] = await unitsBeside(tx, place, district ?? state.district);
  const facts = {
    move: newId(Date.parse(call.now)),
    unit: toUnitId,
    district: district === state.district ? null : district,
    reason,
    proposed: proposed?.fits === true ? proposed.unitId : null,
  };
  const personal = { text: summary, ...(safety === null ? {} : { safety }) };
  return ok({ drafts: [{ type: 'moveProposed', happenedAt: call.now, facts, personal }] });
}

/** What the other unit reads before it answers: who they are, what there is to do, and whom to ask. Neither where they live nor who reported. */
async function offeredOf(ground: Ground, reason: string): Promise<Offered> {
  const { tx, call, held, state, programme, context } = ground;
  const { events } = await readEventsAndNames(tx, held.id, ['moveProposed', 'goalSet', 'planDrafted']);
  const asked = events.findLast((event) => event.type === 'moveProposed')?.personal;
  const present = state.members.filter((one) => one.until === null);
  const known = await personFacts(
    tx,
    present.map((one) => one.person),
  );
  const today = dateIn(context.zone, call.now);
  return {
    summary: asked?.text ?? '',
    handed: await handedOf(ground, events, {
      asked: { reason: wordOf(moveReasons.entries, reason), since: null, safety: asked?.safety ?? null },
      whole: true,
    }),
    persons: present.map((member) => {
      const facts = known.find((one) => one.person === member.person);
      const role = programme.memberRoles.find((one) => one.id === member.role);
      return {
        id: member.person,
        name: facts?.name ?? null,
        sex: facts?.sex ?? 'unknown',
        age: facts?.birthDate == null ? null : ageOn(facts.birthDate, today),
        role: both(role?.label ?? { zh: member.role }),
        relation: member.relation,
      };
    }),
  };
}

export async function decideMove(command: CommandOf<'decideMove'>, ground: Ground): Promise<Awaited<Building>> {
  const { tx, state, call, held } = ground;
  const { move } = state;
  if (move?.status !== 'proposed') return fail({ code: 'approvalAnswered', approvalId: move?.id ?? '' });
  const approved = command.decision === 'approved';
  if (!approved && command.reason === null) return fail({ code: 'reasonCodeNeeded', field: 'reason' });
  // Who could take it may have gone since it was proposed.
  if (approved && (await findSupervised(tx, held.county, [move.unit])).get(move.unit) !== true)
    return invalid('decideMove', 'decision', 'noSupervisor');
  const words = {
    ...said(command.reason).personal,
    ...(approved ? { offered: JSON.stringify(await offeredOf(ground, move.reason)) } : {}),
  };
  return ok({
    drafts: [{ type: 'moveDecided', happenedAt: call.now, facts: { move: move.id, approved }, personal: words }],
  });
}

/** Taken back by those who may send it, while nobody there has answered. */
export function withdrawMove(command: CommandOf<'withdrawMove'>, { state, call }: Ground): Building {
  const { move } = state;
  if (move === null) return fail({ code: 'approvalAnswered', approvalId: '' });
  const { reason, note } = command;
  if (!has(moveWithdrawReasons, reason)) return invalid('withdrawMove', 'reason', 'notAnOption');
  return ok({ drafts: [{ type: 'moveWithdrawn', happenedAt: call.now, facts: { move: move.id, reason }, ...said(note) }] });
}
