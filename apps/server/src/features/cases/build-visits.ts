// Commands about what is to come: a visit or another contact is planned, changed, cancelled. Where it leads is a known contact by its id, and only one that is
// hidden from nobody: a plan is read beside others (house law 8, docs/decisions/0031).

import type { CaseCommand } from '@anwang/contract/shapes';
import {
  hasEnded,
  isOut,
  openPlans,
  type PersonalPart,
  type PlannedVisit,
  type PlanPart,
  planParts,
  stillOut,
  whoIs,
} from '@anwang/core/cases';
import { fail, isUuid, ok, type Problem, type Result } from '@anwang/core/lang';
import { addHours, type Instant } from '@anwang/core/time';
import { contactMethods, visitMethods, visitWarnings } from '@anwang/packs';
import { assignmentConflict, type EventDraft, findAccount, readEventsAndNames, readOpenPlaces } from '@anwang/store/casework';
import { newId } from '@anwang/store/intake';
import type { Tx } from '@anwang/store/session';
import { cancelReasons } from '../../casework/choices.ts';
import { sides } from '../../casework/sides.ts';
import { type Building, type CommandOf, type Ground, invalid, said } from './command.ts';

/** Nobody plans further ahead than a year: it is a slip of the year. */
const longestHours = 366 * 24;

/** Why a plan may not stand at this moment; null when it may. */
function whenFault(at: Instant, now: Instant): string | null {
  if (at < addHours(now, -5 / 60)) return 'past';
  return at > addHours(now, longestHours) ? 'tooFar' : null;
}

/** What stands in a plan, however it came to be: by the form of a plan, by a change of one, or with the record of the visit before. */
type Meant = Pick<CommandOf<'planVisit'>, 'method' | 'personIds' | 'alongIds' | 'warnings'> & {
  readonly kind: PlannedVisit['kind'];
  /** undefined: as it stands. */
  readonly contactId?: string | null | undefined;
  /** Who goes. */
  readonly account: string;
};

/** The fields as the command calls them. */
type Named = { readonly type: CaseCommand['type']; readonly alongIds: string; readonly contactId: string };
const namesOf = (type: CaseCommand['type']): Named => ({ type, alongIds: 'alongIds', contactId: 'contactId' });

/** Whoever goes along works in the unit or helps in the case, and holds nobody of it on the other side. */
async function alongFault({ alongIds: ids, account: goes }: Meant, named: Named, { tx, state }: Ground): Promise<Problem | null> {
  const wrong = (at: number, reason: string): Problem => ({
    code: 'eventInvalid',
    type: named.type,
    path: `${named.alongIds}[${at}]`,
    reason,
  });
  for (const [at, id] of ids.entries()) {
    if (id === goes || ids.indexOf(id) !== at) return wrong(at, 'twice');
    const account = isUuid(id) ? await findAccount(tx, id) : undefined;
    const helps = state.collaborators.some((one) => one.account === id && one.until === null);
    if (account === undefined || !(account.unit_id === state.unit || helps)) return wrong(at, 'notOfUnit');
    const unit = helps ? null : state.unit;
    const found = await assignmentConflict(tx, { account: id, unit, report: state.reports[0] ?? '', ...sides(state) });
    if (found !== null) return found;
  }
  return null;
}

/** Whether somebody can go: the lead, whoever helps, or whoever says so themselves. Anybody else would find a plan of a case that they may not open. */
const mayGo = ({ state, call }: Ground, account: string): boolean =>
  account === state.lead || account === call.actor.id || state.collaborators.some((one) => one.account === account && one.until === null);

async function placeFault({ contactId }: Meant, { tx, state }: Ground): Promise<string | null> {
  if (contactId == null) return null;
  const place = isUuid(contactId) ? (await readOpenPlaces(tx, [contactId])).get(contactId) : undefined;
  return place !== undefined && state.members.some((one) => one.until === null && one.person === place.personId) ? null : 'unknown';
}

/** Why a plan may not say this; null when it may. */
async function planFault(meant: Meant, named: Named, ground: Ground): Promise<Problem | null> {
  const wrong = (path: string, reason: string): Problem => ({ code: 'eventInvalid', type: named.type, path, reason });
  const methods = meant.kind === 'visit' ? visitMethods : contactMethods;
  if (!methods.entries.some((entry) => entry.code === meant.method)) return wrong('method', 'notAnOption');
  const { members } = ground.state;
  const stranger = meant.personIds.findIndex((person) => !members.some((one) => one.person === person && one.until === null));
  if (stranger >= 0) return wrong(`personIds[${stranger}]`, 'notMember');
  const warning = warningFault(meant.warnings);
  if (warning !== null) return wrong(warning, 'notAnOption');
  const where = await placeFault(meant, ground);
  return where === null ? alongFault(meant, named, ground) : wrong(named.contactId, where);
}

/** The field of a warning that is none; null when all are. */
export function warningFault(warnings: readonly string[]): string | null {
  const known = new Set<string>(visitWarnings.entries.map((entry) => entry.code));
  const at = warnings.findIndex((code) => !known.has(code));
  return at < 0 ? null : `warnings[${at}]`;
}

const worded = (words: PersonalPart): { personal?: PersonalPart } => {
  const said = Object.fromEntries(Object.entries(words).filter(([, text]) => text));
  return Object.keys(said).length === 0 ? {} : { personal: said };
};

export async function planVisit(command: CommandOf<'planVisit'>, ground: Ground): Promise<Awaited<Building>> {
  const { call } = ground;
  const { at, kind, method, minutes, personIds, contactId, alongIds, warnings, note, place, safety } = command;
  const when = whenFault(at, call.now);
  if (when !== null) return invalid('planVisit', 'at', when);
  const account = command.accountId ?? call.actor.id;
  if (!mayGo(ground, account)) return invalid('planVisit', 'accountId', 'notOnCase');
  const fault = await planFault({ ...command, account }, namesOf('planVisit'), ground);
  if (fault !== null) return fail(fault);
  const plan = newId(Date.parse(call.now));
  const goes = { account, along: alongIds };
  const facts = { plan, kind, method, at, minutes, persons: personIds, contact: contactId, ...goes, warnings };
  return ok({
    drafts: [
      { type: 'visitPlanned', happenedAt: call.now, facts, ...worded({ text: note ?? '', place: place ?? '', safety: safety ?? '' }) },
    ],
  });
}

/** The next one, planned together with the record of this one: of the same kind, by whoever records, with what there is to heed. */
export async function nextPlan(
  command: CommandOf<'recordVisit'> | CommandOf<'recordContact'>,
  warnings: readonly string[],
  ground: Ground,
): Promise<Result<EventDraft[]>> {
  const { nextAt: at, nextContactId: contact, nextPlace, nextAlongIds: along, method, personIds: persons } = command;
  if (at === null) return ok([]);
  const { now, actor } = ground.call;
  const kind = command.type === 'recordVisit' ? 'visit' : 'contact';
  const when = whenFault(at, now);
  if (when !== null) return invalid(command.type, 'nextAt', when);
  const meant: Meant = {
    kind,
    method,
    personIds: persons,
    contactId: contact,
    alongIds: along,
    warnings: [...warnings],
    account: actor.id,
  };
  const fault = await planFault(meant, { type: command.type, alongIds: 'nextAlongIds', contactId: 'nextContactId' }, ground);
  if (fault !== null) return fail(fault);
  const facts = {
    plan: newId(Date.parse(now)),
    kind,
    method,
    at,
    minutes: null,
    persons,
    contact,
    account: actor.id,
    along,
    warnings,
  } as const;
  return ok([{ type: 'visitPlanned', happenedAt: now, facts, ...worded({ place: nextPlace ?? '' }) }]);
}

/** The plan of this id, if it is open. */
const openPlan = ({ state }: Ground, id: string): PlannedVisit | undefined => openPlans(state.plans).find((plan) => plan.id === id);

/** The plan of this id, if it is open or somebody is out for it. */
export const planUnderWay = ({ state }: Ground, id: string): PlannedVisit | undefined =>
  state.plans.find((plan) => plan.id === id && (plan.status === 'open' || stillOut(plan)));

/** The plan of this id, if a record may meet it: open, or lapsed because the case ended before its visit was recorded. */
export const planToMeet = ({ state }: Ground, id: string): PlannedVisit | undefined =>
  state.plans.find((plan) => plan.id === id && (plan.status === 'open' || (plan.status === 'lapsed' && hasEnded(state))));

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

/** Which parts of a plan a command says otherwise than it stands. */
function partsChanged(plan: PlannedVisit, words: PersonalPart, next: PlannedVisit, nextWords: PersonalPart): PlanPart[] {
  const differs: Readonly<Record<PlanPart, boolean>> = {
    at: Date.parse(plan.at) !== Date.parse(next.at),
    method: plan.method !== next.method,
    account: plan.account !== next.account,
    persons: !same(plan.persons, next.persons),
    along: !same(plan.along, next.along),
    contact: plan.contact !== next.contact,
    place: (words.place ?? '') !== (nextWords.place ?? ''),
    minutes: plan.minutes !== next.minutes,
    warnings: !same(plan.warnings, next.warnings),
    safety: (words.safety ?? '') !== (nextWords.safety ?? ''),
    note: (words.text ?? '') !== (nextWords.text ?? ''),
  };
  return planParts.filter((part) => differs[part]);
}

/** Which contact a changed plan names: the one before where it says the same, as of a number that several share. */
async function contactAfter(next: string | null | undefined, { contact: was }: PlannedVisit, tx: Tx): Promise<string | null> {
  if (next == null || was === null) return next === undefined ? was : next;
  const places = await readOpenPlaces(tx, [was, next]);
  const [before, after] = [places.get(was), places.get(next)];
  return before !== undefined && before.kind === after?.kind && before.value === after.value ? was : next;
}

export async function changeVisit(command: CommandOf<'changeVisit'>, ground: Ground): Promise<Awaited<Building>> {
  const { tx, call, state } = ground;
  const plan = openPlan(ground, command.planId);
  if (plan === undefined) return invalid('changeVisit', 'planId', 'notOpen');
  const kind = command.kind ?? plan.kind;
  const account = command.accountId ?? plan.account;
  if (account !== plan.account && !mayGo(ground, account)) return invalid('changeVisit', 'accountId', 'notOnCase');
  if (account !== plan.account && isOut(plan, call.now)) return invalid('changeVisit', 'accountId', 'isOut');
  const fault = await planFault({ ...command, kind, account }, namesOf('changeVisit'), ground);
  if (fault !== null) return fail(fault);
  const { events } = await readEventsAndNames(tx, state.id, ['visitPlanned', 'visitChanged']);
  const words = events.find((event) => event.id === plan.event)?.personal ?? {};
  const { at, method, minutes, personIds, alongIds, warnings, note, place, safety, reason } = command;
  const contactId = await contactAfter(command.contactId, plan, tx);
  const persons = plan.persons.map((person) => whoIs(state.replacements, person, plan.seq));
  const next = { ...plan, at, method, minutes, account, persons: personIds, along: alongIds, warnings, contact: contactId };
  const nextWords = { text: note ?? '', place: place ?? '', safety: safety ?? '' };
  const changed = partsChanged({ ...plan, persons }, words, next, nextWords);
  if (changed.length === 0) return invalid('changeVisit', 'planId', 'asBefore');
  const moved = changed.includes('at');
  // The place of a visit that is under way may be put right; a moment that is over may not be chosen.
  const when = moved ? whenFault(at, call.now) : null;
  if (when !== null) return invalid('changeVisit', 'at', when);
  const whole = { plan: plan.id, kind, method, at, minutes, persons: personIds, contact: contactId, account, along: alongIds, warnings };
  const facts = { ...whole, changed, wasAt: moved ? plan.at : null };
  return ok({ drafts: [{ type: 'visitChanged', happenedAt: call.now, facts, ...worded({ ...nextWords, why: reason ?? '' }) }] });
}

export function cancelVisit(command: CommandOf<'cancelVisit'>, ground: Ground): Building {
  const plan = openPlan(ground, command.planId);
  if (plan === undefined) return invalid('cancelVisit', 'planId', 'notOpen');
  if (isOut(plan, ground.call.now)) return invalid('cancelVisit', 'planId', 'isOut');
  if (!cancelReasons.some((one) => one.code === command.reason)) return invalid('cancelVisit', 'reason', 'notAnOption');
  const facts = { plan: plan.id, reason: command.reason };
  return ok({ drafts: [{ type: 'visitCancelled', happenedAt: ground.call.now, facts, ...said(command.note) }] });
}
