// Commands about what is to come: a visit or another contact is planned, moved, cancelled. Where it leads is a known contact by its id, and only one that is
// hidden from nobody: a plan is read beside others (house law 8, docs/decisions/0031).

import { openPlans, type PlannedVisit } from '@anwang/core/cases';
import { fail, isUuid, ok, type Problem } from '@anwang/core/lang';
import { addHours, type Instant } from '@anwang/core/time';
import { contactMethods, visitMethods } from '@anwang/packs';
import { assignmentConflict, findAccount, readOpenPlaces } from '@anwang/store/casework';
import { newId } from '@anwang/store/intake';
import { cancelReasons } from '../../casework/choices.ts';
import { type Building, type CommandOf, type Ground, invalid, said } from './command.ts';
import { sides } from './sides.ts';

/** Nobody plans further ahead than a year: it is a slip of the year. */
const longestHours = 366 * 24;

/** Why a plan may not stand at this moment; null when it may. */
export function whenFault(at: Instant, now: Instant): string | null {
  if (at < addHours(now, -5 / 60)) return 'past';
  return at > addHours(now, longestHours) ? 'tooFar' : null;
}

/** Whoever goes along works in the unit or helps in the case, and holds nobody of it on the other side. */
async function alongFault(ids: readonly string[], { tx, state, call }: Ground): Promise<Problem | null> {
  const wrong = (at: number, reason: string): Problem => ({ code: 'eventInvalid', type: 'planVisit', path: `alongIds[${at}]`, reason });
  for (const [at, id] of ids.entries()) {
    if (id === call.actor.id || ids.indexOf(id) !== at) return wrong(at, 'twice');
    const account = isUuid(id) ? await findAccount(tx, id) : undefined;
    const helps = state.collaborators.some((one) => one.account === id && one.until === null);
    if (account === undefined || !(account.unit_id === state.unit || helps)) return wrong(at, 'notOfUnit');
    const unit = helps ? null : state.unit;
    const found = await assignmentConflict(tx, { account: id, unit, report: state.reports[0] ?? '', ...sides(state) });
    if (found !== null) return found;
  }
  return null;
}

async function placeFault(command: CommandOf<'planVisit'>, { tx, state }: Ground): Promise<string | null> {
  if (command.contactId === null) return null;
  const place = isUuid(command.contactId) ? (await readOpenPlaces(tx, [command.contactId])).get(command.contactId) : undefined;
  return place !== undefined && state.members.some((one) => one.until === null && one.person === place.personId) ? null : 'unknown';
}

export async function planVisit(command: CommandOf<'planVisit'>, ground: Ground): Promise<Awaited<Building>> {
  const { state, call } = ground;
  const { kind, method, minutes, personIds, contactId, alongIds, note, place, safety } = command;
  const when = whenFault(command.at, call.now);
  if (when !== null) return invalid('planVisit', 'at', when);
  const methods = kind === 'visit' ? visitMethods : contactMethods;
  if (!methods.entries.some((entry) => entry.code === method)) return invalid('planVisit', 'method', 'notAnOption');
  const stranger = personIds.findIndex((person) => !state.members.some((one) => one.person === person && one.until === null));
  if (stranger >= 0) return invalid('planVisit', `personIds[${stranger}]`, 'notMember');
  const where = await placeFault(command, ground);
  if (where !== null) return invalid('planVisit', 'contactId', where);
  const along = await alongFault(alongIds, ground);
  if (along !== null) return fail(along);
  const words = { ...(note ? { text: note } : {}), ...(place ? { place } : {}), ...(safety ? { safety } : {}) };
  return ok({
    drafts: [
      {
        type: 'visitPlanned',
        happenedAt: call.now,
        facts: {
          plan: newId(Date.parse(call.now)),
          kind,
          method,
          at: command.at,
          minutes,
          persons: personIds,
          contact: contactId,
          account: call.actor.id,
          along: alongIds,
        },
        ...(Object.keys(words).length === 0 ? {} : { personal: words }),
      },
    ],
  });
}

/** The plan of this id, if it is open. */
export const openPlan = ({ state }: Ground, id: string): PlannedVisit | undefined => openPlans(state.plans).find((plan) => plan.id === id);

export function moveVisit(command: CommandOf<'moveVisit'>, ground: Ground): Building {
  const plan = openPlan(ground, command.planId);
  if (plan === undefined) return invalid('moveVisit', 'planId', 'notOpen');
  const when = plan.at === command.at ? 'asBefore' : whenFault(command.at, ground.call.now);
  if (when !== null) return invalid('moveVisit', 'at', when);
  const facts = { plan: plan.id, at: command.at };
  return ok({ drafts: [{ type: 'visitMoved', happenedAt: ground.call.now, facts, ...said(command.note) }] });
}

export function cancelVisit(command: CommandOf<'cancelVisit'>, ground: Ground): Building {
  const plan = openPlan(ground, command.planId);
  if (plan === undefined) return invalid('cancelVisit', 'planId', 'notOpen');
  if (!cancelReasons.some((one) => one.code === command.reason)) return invalid('cancelVisit', 'reason', 'notAnOption');
  const facts = { plan: plan.id, reason: command.reason };
  return ok({ drafts: [{ type: 'visitCancelled', happenedAt: ground.call.now, facts, ...said(command.note) }] });
}
