// Commands about calls for support: made, taken up, over. Each speaks of a call by its id and of nothing else of the case.

import { callsToEnd, callsToTake } from '@anwang/core/cases';
import { ok } from '@anwang/core/lang';
import { newId } from '@anwang/store/intake';
import { planUnderWay } from './build-visits.ts';
import { type Building, type CommandOf, type Ground, invalid, said } from './command.ts';

export function callSupport({ planId, note }: CommandOf<'callSupport'>, ground: Ground): Building {
  const { now } = ground.call;
  // A plan that was changed meanwhile is no reason to refuse: then the call names none.
  const plan = planId !== null && planUnderWay(ground, planId) ? planId : null;
  return ok({ drafts: [{ type: 'supportCalled', happenedAt: now, facts: { call: newId(Date.parse(now)), plan }, ...said(note) }] });
}

export function takeSupport({ callId, note }: CommandOf<'takeSupport'>, { call, state }: Ground): Building {
  if (!callsToTake(state.supports, call.actor.id).some((one) => one.id === callId)) return invalid('takeSupport', 'callId', 'notOpen');
  return ok({ drafts: [{ type: 'supportTaken', happenedAt: call.now, facts: { call: callId }, ...said(note) }] });
}

export function endSupport({ callId, how, note }: CommandOf<'endSupport'>, { call, state }: Ground): Building {
  if (!callsToEnd(state.supports, call.actor.id).some((one) => one.id === callId)) return invalid('endSupport', 'callId', 'notOpen');
  return ok({ drafts: [{ type: 'supportEnded', happenedAt: call.now, facts: { call: callId, how }, ...said(note) }] });
}
