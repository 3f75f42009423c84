// Commands of somebody on the way to a family: set out, there, left. By when they mean to have left is theirs to say; where they are is followed by nobody.

import { ok } from '@anwang/core/lang';
import { addHours } from '@anwang/core/time';
import { planUnderWay } from './build-visits.ts';
import { type Building, type CommandOf, type Ground, invalid } from './command.ts';

/** Of a visit whose length nobody said: a stand-in (docs/decisions/0075). */
const usualMinutes = 60;

export function tellVisit({ planId, step, minutes }: CommandOf<'tellVisit'>, ground: Ground): Building {
  const plan = planUnderWay(ground, planId);
  if (plan === undefined || plan.kind !== 'visit') return invalid('tellVisit', 'planId', 'notOpen');
  const { actor, now } = ground.call;
  if (plan.account !== actor.id && !plan.along.includes(actor.id)) return invalid('tellVisit', 'planId', 'notYours');
  if (plan.underWay.leftAt !== null) return invalid('tellVisit', 'step', 'alreadyLeft');
  const until = step === 'left' ? null : addHours(now, (minutes ?? plan.minutes ?? usualMinutes) / 60);
  return ok({ drafts: [{ type: 'visitUnderWay', happenedAt: now, facts: { plan: planId, step, until } }] });
}
