// Commands about who works on the case and who may look at it.

import { isOut, shareParts } from '@anwang/core/cases';
import { fail, ok } from '@anwang/core/lang';
import { endOfDay } from '@anwang/core/time';
import { duties } from '@anwang/packs';
import { assignmentConflict, findAccount, findUnit } from '@anwang/store/casework';
import { newId } from '@anwang/store/intake';
import { handOverReasons, sharePurposes } from '../../casework/choices.ts';
import { sides } from '../../casework/sides.ts';
import { type Building, type CommandOf, type Ground, invalid, said } from './command.ts';

async function conflict(ground: Ground, account: string, unit: string | null) {
  return assignmentConflict(ground.tx, { account, unit, report: ground.state.reports[0] ?? '', ...sides(ground.state) });
}

export async function assignWorker(command: CommandOf<'assignWorker'>, ground: Ground): Promise<Awaited<Building>> {
  const { unit } = ground.state;
  const found = await conflict(ground, command.workerId, unit);
  if (found !== null) return fail(found);
  return ok({
    drafts: [{ type: 'workerAssigned', happenedAt: ground.call.now, facts: { worker: command.workerId, unit }, ...said(command.note) }],
  });
}

export async function handOverLead(command: CommandOf<'handOverLead'>, ground: Ground): Promise<Awaited<Building>> {
  const { unit, lead, plans } = ground.state;
  if (command.workerId === lead) return invalid('handOverLead', 'workerId', 'alreadyLead');
  if (!handOverReasons.some((reason) => reason.code === command.reason)) return invalid('handOverLead', 'reason', 'notAnOption');
  // Whoever is in a home says by this case that they left, and calls for support by it.
  if (plans.some((plan) => isOut(plan, ground.call.now) && [plan.account, ...plan.along].some((account) => account === lead)))
    return invalid('handOverLead', 'workerId', 'isOut');
  const found = await conflict(ground, command.workerId, unit);
  if (found !== null) return fail(found);
  const facts = { from: lead, to: command.workerId, unit, reason: command.reason };
  return ok({ drafts: [{ type: 'leadHandedOver', happenedAt: ground.call.now, facts, ...said(command.note) }] });
}

export async function addCollaborator(command: CommandOf<'addCollaborator'>, ground: Ground): Promise<Awaited<Building>> {
  const account = await findAccount(ground.tx, command.accountId);
  if (account?.unit_id == null) return invalid('addCollaborator', 'accountId', 'unknown');
  // The duty in words may say anything; in the coded facts stands its kind.
  const duty = duties.entries.some((entry) => entry.code === command.duty) ? command.duty : 'other';
  const until = command.until === null ? null : endOfDay(ground.context.zone, command.until);
  if (until !== null && until <= ground.call.now) return invalid('addCollaborator', 'until', 'past');
  const present = ground.state.collaborators.some(
    (one) => one.account === command.accountId && one.until === null && (one.plannedUntil === null || one.plannedUntil > ground.call.now),
  );
  if (present || command.accountId === ground.state.lead) return invalid('addCollaborator', 'accountId', 'alreadyOnCase');
  const found = await conflict(ground, command.accountId, null);
  if (found !== null) return fail(found);
  return ok({
    drafts: [
      {
        type: 'collaboratorAdded',
        happenedAt: ground.call.now,
        facts: { account: command.accountId, unit: account.unit_id, duty, until },
        personal: { text: command.duty },
      },
    ],
  });
}

export function endCollaborator(command: CommandOf<'endCollaborator'>, { state, call }: Ground): Building {
  const present = state.collaborators.find((one) => one.account === command.accountId && one.until === null);
  if (present === undefined) return invalid('endCollaborator', 'accountId', 'notOnCase');
  return ok({
    drafts: [
      {
        type: 'collaboratorEnded',
        happenedAt: call.now,
        facts: { account: command.accountId, unit: present.unit, reason: 'ended' },
        ...said(command.reason),
      },
    ],
  });
}

export async function grantShare(command: CommandOf<'grantShare'>, { tx, call, context }: Ground): Promise<Awaited<Building>> {
  const { toUnitId, toAccountId, parts, purpose, legalBasis } = command;
  if ((toUnitId === null) === (toAccountId === null)) return invalid('grantShare', 'toUnitId', 'oneOfUnitOrAccount');
  if (!sharePurposes.some((one) => one.code === purpose)) return invalid('grantShare', 'purpose', 'notAnOption');
  const unknown = parts.findIndex((part) => !Object.hasOwn(shareParts, part));
  if (unknown >= 0) return invalid('grantShare', `parts[${unknown}]`, 'notAnOption');
  if (toUnitId !== null && (await findUnit(tx, toUnitId)) === undefined) return invalid('grantShare', 'toUnitId', 'unknown');
  if (toAccountId !== null && (await findAccount(tx, toAccountId)) === undefined) return invalid('grantShare', 'toAccountId', 'unknown');
  const until = endOfDay(context.zone, command.until);
  if (until <= call.now) return invalid('grantShare', 'until', 'past');
  const facts = { share: newId(Date.parse(call.now)), unit: toUnitId, account: toAccountId, parts, purpose, legalBasis, until };
  return ok({ drafts: [{ type: 'shareGranted', happenedAt: call.now, facts }] });
}

export function endShare(command: CommandOf<'endShare'>, { state, call }: Ground): Building {
  if (!state.shares.some((share) => share.id === command.shareId && !share.ended)) return invalid('endShare', 'shareId', 'notShared');
  return ok({ drafts: [{ type: 'shareEnded', happenedAt: call.now, facts: { share: command.shareId }, ...said(command.reason) }] });
}
