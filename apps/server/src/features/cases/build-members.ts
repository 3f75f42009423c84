// Commands about who belongs to a case and in which role. Nobody works for both sides, and what a report wants hidden is hidden from whoever turns out to be
// on the other side (house law 8).

import { isPlaced } from '@anwang/core/cases';
import { fail, isUuid, ok, type Problem } from '@anwang/core/lang';
import type { MemberRole } from '@anwang/core/programs';
import { assignmentConflict, type EventDraft, personVisible } from '@anwang/store/casework';
import { type Building, type CommandOf, type Ground, invalid, said } from './command.ts';
import { newMember } from './newcomer.ts';

/** Whether somebody who works on the case holds the person on the other side in another one. */
async function bothSides({ tx, state, call, held }: Ground, person: string, role: MemberRole): Promise<Problem | null> {
  const helping = state.collaborators.filter((one) => one.until === null && (one.plannedUntil === null || one.plannedUntil > call.now));
  const workers = [state.lead, ...helping.map((one) => one.account)].filter((account) => account !== null);
  const sides = role.side === 'offender' ? { subjects: [], respondents: [person] } : { subjects: [person], respondents: [] };
  for (const account of new Set(workers)) {
    const found = await assignmentConflict(tx, { account, unit: null, report: state.reports[0] ?? '', besides: held.id, ...sides });
    if (found?.code === 'assignmentConflict' && found.reason === 'bothSides') return found;
  }
  return null;
}

/** The reports of the case may say of a victim that a telephone must stay hidden: the job hides it from whoever is known to be on the other side now. */
async function hideAgain({ tx, state }: Ground, role: MemberRole): Promise<void> {
  if (role.side !== 'offender') return;
  for (const reportId of state.reports) await tx.enqueue('intake.hide', { reportId }, { key: `hide:${reportId}` });
}

export async function addMember(command: CommandOf<'addMember'>, ground: Ground): Promise<Awaited<Building>> {
  const { tx, state, programme, call } = ground;
  const role = programme.memberRoles.find((one) => one.id === command.role);
  if (role === undefined) return invalid('addMember', 'role', 'notAnOption');
  if ((command.personId === null) === (command.given === null)) return invalid('addMember', 'personId', 'oneOfPersonOrGiven');
  const draft = (person: string): EventDraft => ({
    type: 'memberAdded',
    happenedAt: call.now,
    facts: { person, role: role.id, relation: command.relation, side: role.side },
  });
  if (command.given !== null) {
    const made = await newMember(command.given, ground);
    if (made.ok) await hideAgain(ground, role);
    return made.ok ? ok({ drafts: [draft(made.value.personId)], newcomer: made.value }) : made;
  }
  const personId = command.personId ?? '';
  if (state.members.some((member) => member.person === personId && member.until === null))
    return invalid('addMember', 'personId', 'alreadyMember');
  if (!isUuid(personId) || !(await personVisible(tx, personId))) return fail({ code: 'notFound', kind: 'person', id: personId });
  const found = await bothSides(ground, personId, role);
  if (found !== null) return fail(found);
  await hideAgain(ground, role);
  return ok({ drafts: [draft(personId)] });
}

export async function changeRole(command: CommandOf<'changeRole'>, ground: Ground): Promise<Awaited<Building>> {
  const { state, programme, call, held } = ground;
  const { personId } = command;
  const member = state.members.find((one) => one.person === personId && one.until === null);
  if (member === undefined) return invalid('changeRole', 'personId', 'notMember');
  // Whom the case is about was decided with the dispatch; keys, title and clocks rest on it.
  if (personId === held.subjectId) return invalid('changeRole', 'personId', 'isSubject');
  const role = programme.memberRoles.find((one) => one.id === command.role && one.id !== 'subject');
  const relation = command.relation === undefined ? member.relation : command.relation;
  if (role === undefined) return invalid('changeRole', 'role', 'notAnOption');
  if (role.id === member.role && relation === member.relation) return invalid('changeRole', 'role', 'asBefore');
  const found = role.side === member.side ? null : await bothSides(ground, personId, role);
  if (found !== null) return fail(found);
  await hideAgain(ground, role);
  const facts = { person: personId, was: member.role, role: role.id, relation, side: role.side };
  return ok({ drafts: [{ type: 'memberRoleChanged', happenedAt: call.now, facts, ...said(command.reason) }] });
}

export function removeMember(command: CommandOf<'removeMember'>, { state, call, held }: Ground): Building {
  const member = state.members.find((one) => one.person === command.personId && one.until === null);
  if (member === undefined) return invalid('removeMember', 'personId', 'notMember');
  if (command.personId === held.subjectId || member.role === 'subject') return invalid('removeMember', 'personId', 'isSubject');
  if (isPlaced(state, command.personId)) return invalid('removeMember', 'personId', 'childPlaced');
  return ok({
    drafts: [
      { type: 'memberRemoved', happenedAt: call.now, facts: { person: command.personId, reason: 'removed' }, ...said(command.reason) },
    ],
  });
}
