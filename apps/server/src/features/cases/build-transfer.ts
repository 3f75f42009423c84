// Commands by which a case moves to another county: proposed with what the next county must know, decided by a second person, and answered there. A county without
// a desk in this system is told by letter, and its answer is recorded here.

import { isTransferred, type Member } from '@anwang/core/cases';
import { fail, isUuid, ok } from '@anwang/core/lang';
import { dateIn } from '@anwang/core/time';
import { transferReasons, transferReturnReasons, transferWithdrawReasons } from '@anwang/packs';
import { closingOfTransfer, personFacts } from '@anwang/store/casework';
import { newId } from '@anwang/store/intake';
import { takesOver } from '../../desk/hand-on.ts';
import { type Building, type CommandOf, type Ground, invalid, said } from './command.ts';
import { handOverOf } from './hand-over.ts';

const has = (set: { readonly entries: readonly { readonly code: string }[] }, code: string | null): boolean =>
  set.entries.some((one) => one.code === code);

/** What is wrong with where they have gone. */
async function placeFault({ tx, held }: Ground, { toCounty, district }: CommandOf<'proposeTransfer'>) {
  if (toCounty !== null && !(await takesOver(tx, held.county, toCounty))) return invalid('proposeTransfer', 'toCounty', 'notAllowed');
  if (district === null) return null;
  const found = await tx
    .selectFrom('org.district')
    .select('id')
    .where('id', '=', district)
    .where('county', '=', toCounty ?? '')
    .executeTakeFirst();
  return found === undefined ? invalid('proposeTransfer', 'district', 'notAllowed') : null;
}

/** What is wrong with who moves: everybody is of the case, whom it is about is among them, and of a case of the offender's no victim (house law 8). */
function moversFault({ state, held, programme }: Ground, personIds: readonly string[]) {
  const present = new Map(state.members.flatMap((one): [string, Member][] => (one.until === null ? [[one.person, one]] : [])));
  for (const id of personIds) {
    const member = present.get(id);
    if (member === undefined) return invalid('proposeTransfer', 'personIds', 'notMember');
    if (programme.side === 'offender' && member.side === 'victim') return invalid('proposeTransfer', 'personIds', 'otherSide');
  }
  return present.has(held.subjectId) && !personIds.includes(held.subjectId)
    ? invalid('proposeTransfer', 'personIds', 'subjectStays')
    : null;
}

export async function proposeTransfer(command: CommandOf<'proposeTransfer'>, ground: Ground): Promise<Awaited<Building>> {
  const { tx, call, context } = ground;
  const { toCounty, district, since, reason, address, phone, summary, safety } = command;
  const persons = [...new Set(command.personIds)];
  if (!has(transferReasons, reason)) return invalid('proposeTransfer', 'reason', 'notAnOption');
  if (since !== null && since > dateIn(context.zone, call.now)) return invalid('proposeTransfer', 'since', 'future');
  const fault = (await placeFault(ground, command)) ?? moversFault(ground, persons);
  if (fault !== null) return fault;
  const facts = { transfer: newId(Date.parse(call.now)), county: toCounty, district, since, reason, persons };
  const personal = {
    text: summary,
    ...(safety === null ? {} : { safety }),
    ...(address === null ? {} : { place: address }),
    ...(phone === null ? {} : { phone }),
    // As the case knows them now: it goes on saying so when the index is the other county's.
    people: await personFacts(tx, persons.filter(isUuid)),
  };
  return ok({ drafts: [{ type: 'transferProposed', happenedAt: call.now, facts, personal }] });
}

export async function decideTransfer(command: CommandOf<'decideTransfer'>, ground: Ground): Promise<Awaited<Building>> {
  const { state, call } = ground;
  const { transfer } = state;
  if (transfer?.status !== 'proposed') return fail({ code: 'approvalAnswered', approvalId: transfer?.id ?? '' });
  const { id, county } = transfer;
  const words = { ...said(command.reason).personal, ...(command.letter === null ? {} : { letter: command.letter }) };
  const decided = (approved: boolean, report: { id: string; number: string } | null) => ({
    type: 'transferDecided' as const,
    happenedAt: call.now,
    facts: { transfer: id, approved, report },
    ...(Object.keys(words).length === 0 ? {} : { personal: words }),
  });
  if (command.decision === 'sentBack')
    return command.reason === null ? fail({ code: 'reasonCodeNeeded', field: 'reason' }) : ok({ drafts: [decided(false, null)] });
  if (county === null) {
    if (command.letter === null) return invalid('decideTransfer', 'letter', 'required');
    return ok({ drafts: [decided(true, null)] });
  }
  if (command.letter !== null) return invalid('decideTransfer', 'letter', 'notAllowed');
  const handOver = await handOverOf(ground, transfer, county);
  return ok({ drafts: [decided(true, handOver.report)], handOver });
}

export function answerTransfer(command: CommandOf<'answerTransfer'>, { state, call }: Ground): Building {
  const { transfer } = state;
  if (transfer === null || isTransferred(state)) return fail({ code: 'approvalAnswered', approvalId: transfer?.id ?? '' });
  const personal = { letter: command.letter };
  if (command.answer === 'returned') {
    if (!has(transferReturnReasons, command.reason)) return invalid('answerTransfer', 'reason', 'notAnOption');
    const facts = { transfer: transfer.id, reason: command.reason ?? '' };
    return ok({ drafts: [{ type: 'transferReturned', happenedAt: call.now, facts, personal }] });
  }
  if (command.reason !== null) return invalid('answerTransfer', 'reason', 'notAllowed');
  return ok({ drafts: closingOfTransfer(state, { transfer: transfer.id, county: null, unit: null }, call.now, personal) });
}

/** Taken back by those who sent it: the family did not move after all, or it went to the wrong county. */
export function withdrawTransfer(command: CommandOf<'withdrawTransfer'>, { state, held, call }: Ground): Building {
  const { transfer } = state;
  if (transfer === null) return fail({ code: 'approvalAnswered', approvalId: '' });
  const { reason, note, letter } = command;
  if (!has(transferWithdrawReasons, reason)) return invalid('withdrawTransfer', 'reason', 'notAnOption');
  if ((transfer.county === null) !== (letter !== null))
    return invalid('withdrawTransfer', 'letter', letter === null ? 'required' : 'notAllowed');
  const personal = { ...said(note).personal, ...(letter === null ? {} : { letter }) };
  const facts = { transfer: transfer.id, reason };
  const words = Object.keys(personal).length === 0 ? {} : { personal };
  const withdrawal = { transfer: transfer.id, reason, from: held.county };
  return ok({
    drafts: [{ type: 'transferWithdrawn', happenedAt: call.now, facts, ...words }],
    ...(transfer.county === null ? {} : { withdrawal }),
  });
}
