// Commands about what the family is: who lives with whom, and what two people are to each other. Whoever works on the case found it out and says by what.

import { randomUUID } from 'node:crypto';
import { fail, isUuid, ok, type Problem } from '@anwang/core/lang';
import { dateIn } from '@anwang/core/time';
import { personVisible } from '@anwang/store/casework';
import { type Building, type CommandOf, type Ground, invalid, said } from './command.ts';

/** Whether the session may know of somebody: a member, or whoever the index shows it. */
async function unseen({ tx, state }: Ground, person: string): Promise<Problem | null> {
  if (state.members.some((member) => member.person === person)) return null;
  return isUuid(person) && (await personVisible(tx, person)) ? null : { code: 'notFound', kind: 'person', id: person };
}

export function tellHome(command: CommandOf<'tellHome'>, { state, call, held }: Ground): Building {
  const { personId, lives, since, until, basis } = command;
  const today = dateIn(call.house.time().zone, call.now);
  if (held.subjectId === null || personId === held.subjectId) return invalid('tellHome', 'personId', 'isSubject');
  if (!state.members.some((member) => member.person === personId && member.until === null))
    return invalid('tellHome', 'personId', 'notMember');
  if (since !== null && since > today) return invalid('tellHome', 'since', 'inFuture');
  if (until !== null && (until > today || lives === 'yes' || (since !== null && until < since)))
    return invalid('tellHome', 'until', 'notAnOption');
  const facts = {
    word: randomUUID(),
    about: 'home' as const,
    person: personId,
    other: held.subjectId,
    relation: null,
    // Whoever lived there until a day did live there.
    lives: lives === 'yes' || until !== null,
    since,
    until,
    basis,
  };
  return ok({ drafts: [{ type: 'familyStated', happenedAt: call.now, facts, ...said(command.note) }] });
}

export async function tellKin(command: CommandOf<'tellKin'>, ground: Ground): Promise<Awaited<Building>> {
  const { personId, otherId, basis } = command;
  if (personId === otherId) return invalid('tellKin', 'otherId', 'notAnOption');
  for (const person of [personId, otherId]) {
    const found = await unseen(ground, person);
    if (found !== null) return fail(found);
  }
  const relation = command.relation === 'notKin' ? null : command.relation;
  if (relation !== null && !ground.call.house.packs.entries('relation').some(({ code }) => code === relation))
    return invalid('tellKin', 'relation', 'notAnOption');
  const facts = {
    word: randomUUID(),
    about: 'kin' as const,
    person: personId,
    other: otherId,
    relation,
    lives: null,
    since: null,
    until: null,
    basis,
  };
  return ok({ drafts: [{ type: 'familyStated', happenedAt: ground.call.now, facts, ...said(command.reason) }] });
}

export function takeBackFamily(command: CommandOf<'takeBackFamily'>, { state, call }: Ground): Building {
  if (!state.words.some(({ word }) => word === command.wordId)) return invalid('takeBackFamily', 'wordId', 'notAnOption');
  return ok({ drafts: [{ type: 'familyWithdrawn', happenedAt: call.now, facts: { word: command.wordId }, ...said(command.reason) }] });
}
