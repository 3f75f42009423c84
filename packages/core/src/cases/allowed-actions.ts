// What may this actor do with this case now, and if something may not be done: why not, and when will it open? One pure function for screen, API and worker.

import type { Actor } from '../access/actor.ts';
import { type DecisionReason, decide } from '../access/decide.ts';
import type { Purpose } from '../access/purposes.ts';
import type { Resource } from '../access/resource.ts';
import type { Label } from '../lang/label.ts';
import type { Programme, Requirement } from '../programs/program.ts';
import { endedStages, genericStageLabels } from '../programs/stage.ts';
import { evaluate, type RuleContext } from '../rules/evaluate.ts';
import { opensAt } from '../rules/opens-at.ts';
import type { Instant } from '../time/instant.ts';
import { type CaseAction, type CaseActionId, caseActions, isCaseActionId } from './case-actions.ts';
import { caseFacts } from './case-facts.ts';
import type { CaseNeed } from './case-needs.ts';
import type { Clock } from './clock.ts';
import type { CaseEventType } from './event-types.ts';
import { moveWaits } from './move.ts';
import { nextAsk, placementsNow } from './placements.ts';
import { stillOut } from './plans.ts';
import { classesOfParts } from './share-parts.ts';
import { stageOf } from './stage-of.ts';
import type { CaseState } from './state.ts';
import { callsToEnd, callsToTake, openCalls } from './supports.ts';
import { isTransferred, transferWaits } from './transfer.ts';

/** Why an act is closed. `id` is `access:…`, `stage`, a generic need, or the id of a requirement of the programme. */
export type Closed = { readonly id: string; readonly why: Label; readonly opensAt: Instant | null };

/** An act of the programme, open or closed for this actor now. */
export type AllowedAction = {
  readonly id: CaseActionId;
  readonly label: Label;
  readonly event: CaseEventType;
  readonly form: string | null;
  readonly allowed: boolean;
  readonly closed: readonly Closed[];
};

const refusals: Readonly<Record<DecisionReason, Label>> = {
  granted: { zh: '已授權', en: 'Granted' },
  noGrant: { zh: '您的角色不包含此動作', en: 'Your role does not include this act' },
  grantExpired: { zh: '您的授權已到期', en: 'Your grant has expired' },
  grantNotYet: { zh: '您的授權尚未生效', en: 'Your grant does not hold yet' },
  purposeNotAllowed: { zh: '目前的使用目的不允許此動作', en: 'The present purpose does not allow this act' },
  outOfReach: { zh: '此個案不在您的範圍內', en: 'This case is outside your reach' },
  ownProposal: { zh: '不得核定自己提出的建議', en: 'You may not decide your own proposal' },
  relative: { zh: '與案家有親屬關係或已聲明迴避', en: 'You are of the family or have withdrawn' },
};

const needWords: Readonly<Record<CaseNeed, Label>> = {
  notDisputedYet: { zh: '同一派案僅得退回一次', en: 'A dispatch may be returned once only' },
  leadAssigned: { zh: '尚未指派主責', en: 'No lead has been assigned yet' },
  nothingPending: { zh: '有建議待核定', en: 'A proposal is waiting for a decision' },
  openingPending: { zh: '沒有待核定的開案建議', en: 'No opening is waiting for a decision' },
  closurePending: { zh: '沒有待核定的結案', en: 'No closure is waiting for a decision' },
  transferPending: { zh: '沒有待核定的轉案', en: 'No transfer is waiting for a decision' },
  transferWaits: { zh: '沒有送出的轉案', en: 'No transfer has been sent' },
  noTransferWaits: { zh: '轉案已送出，待他縣市回覆', en: 'A transfer has been sent; the other county has not answered yet' },
  movePending: { zh: '沒有待核定的單位移轉', en: 'No move is waiting for a decision' },
  moveWaits: { zh: '沒有送出的單位移轉', en: 'No move has been sent' },
  noMoveWaits: { zh: '單位移轉已送出，待對方單位回覆', en: 'A move has been sent; the other unit has not answered yet' },
  toldOtherwise: { zh: '他縣市由本系統回覆', en: 'The other county answers in this system' },
  notTransferred: {
    zh: '本案已由他縣市受理；再有需要請另行通報',
    en: 'Another county has taken the case; if there is need again, report anew',
  },
  notOwnProposal: { zh: '須由另一人核定', en: 'Another person must decide' },
  ownProposal: { zh: '沒有您提出、待核定的建議', en: 'No proposal of yours waits for a decision' },
  hasOpenReferral: { zh: '沒有未結的轉介', en: 'There is no open referral' },
  hasGoal: { zh: '尚未訂定目標', en: 'No goal has been set yet' },
  hasPlan: { zh: '沒有排定的訪視或聯繫', en: 'No visit or contact is planned' },
  worksOnCase: { zh: '只有本案主責、協力與同行人員可以呼叫支援', en: 'Only whoever works on the case may call for support' },
  noOwnCall: { zh: '您已呼叫支援，尚未結束', en: 'You have called for support already' },
  visitToTell: { zh: '沒有排定或進行中的訪視', en: 'No visit is planned or under way' },
  goesOnOrTaken: { zh: '個案已結案', en: 'The case is closed' },
  goesOnOrOut: { zh: '個案已結束，沒有進行中的訪視', en: 'The case has ended and no visit is under way' },
  callWaits: { zh: '沒有等人接手的支援呼叫', en: 'No call for support waits' },
  ownOrTakenCall: { zh: '沒有您呼叫或接手的支援', en: 'There is no call that you made or took up' },
  hasCollaborator: { zh: '沒有協力單位', en: 'There is no collaborator' },
  hasShare: { zh: '沒有開放中的共享', en: 'Nothing is shared' },
  hasFamilyWord: { zh: '本案沒有家庭確認可撤回', en: 'This case has said nothing of the family' },
  childPlaced: { zh: '沒有安置中的兒少', en: 'No child is in placement' },
  nobodyPlaced: { zh: '仍有兒少安置中，須先結束安置', en: 'A child is still in placement: end the placement first' },
  courtToRule: { zh: '還沒有登錄聲請', en: 'It is not on record that the court was asked' },
  courtToAsk: { zh: '沒有待聲請的安置，或法院尚未裁定', en: 'Nothing is to be asked of the court, or it has not decided yet' },
  clockRunning: { zh: '沒有可暫停的時限', en: 'No clock is running that may be paused' },
  clockPaused: { zh: '沒有暫停中的時限', en: 'No clock is paused' },
};

/** Whoever leads, helps, or goes along on a plan that is open or under way. */
function worksOn(state: CaseState, account: string): boolean {
  const helps = state.collaborators.some((one) => one.account === account && one.until === null);
  return (
    state.lead === account ||
    helps ||
    state.plans.some((plan) => (plan.status === 'open' || stillOut(plan)) && plan.along.includes(account))
  );
}

/** Whether a generic need is met. `clocks` undefined = not asked (the store checks the clock by name when it is paused). */
function needMet(need: CaseNeed, state: CaseState, actor: Actor, clocks: readonly Clock[] | undefined): boolean {
  switch (need) {
    case 'notDisputedYet':
      return !state.disputed;
    case 'leadAssigned':
      return state.lead !== null;
    case 'nothingPending':
      return state.pending === null;
    case 'openingPending':
      return state.pending?.kind === 'opening';
    case 'closurePending':
      return state.pending?.kind === 'closure';
    case 'transferPending':
      return state.pending?.kind === 'transfer';
    case 'transferWaits':
      return transferWaits(state);
    case 'noTransferWaits':
      return !transferWaits(state);
    case 'movePending':
      return state.pending?.kind === 'move';
    case 'moveWaits':
      return moveWaits(state);
    case 'noMoveWaits':
      return !moveWaits(state);
    case 'toldOtherwise':
      return state.transfer !== null && state.transfer.county === null;
    case 'notTransferred':
      return !isTransferred(state);
    case 'notOwnProposal':
      return state.pending === null || state.pending.by !== actor.id;
    case 'ownProposal':
      return state.pending?.by === actor.id;
    case 'hasOpenReferral':
      return state.referrals.some((one) => one.status === 'sent' || one.status === 'accepted');
    case 'hasGoal':
      return state.goals.length > 0;
    case 'hasPlan':
      return state.plans.some((plan) => plan.status === 'open');
    case 'worksOnCase':
      return worksOn(state, actor.id);
    case 'noOwnCall':
      return !openCalls(state.supports).some((call) => call.by === actor.id);
    case 'visitToTell':
      return state.plans.some((plan) => plan.status === 'open' || stillOut(plan));
    case 'goesOnOrTaken':
      return state.stage !== 'closed' || isTransferred(state);
    case 'goesOnOrOut':
      return !endedStages.includes(state.stage) || state.plans.some(stillOut);
    case 'callWaits':
      return callsToTake(state.supports, actor.id).length > 0;
    case 'ownOrTakenCall':
      return callsToEnd(state.supports, actor.id).length > 0;
    case 'hasCollaborator':
      return state.collaborators.some((one) => one.until === null);
    case 'hasShare':
      return state.shares.some((share) => !share.ended);
    case 'hasFamilyWord':
      return state.words.length > 0;
    case 'childPlaced':
      return placementsNow(state).length > 0;
    case 'nobodyPlaced':
      return placementsNow(state).length === 0;
    case 'courtToRule':
      return placementsNow(state).some((one) => one.asked !== null || one.ruling?.outcome === 'granted');
    case 'courtToAsk':
      return placementsNow(state).some((one) => nextAsk(one) !== null);
    case 'clockRunning':
      return clocks === undefined || clocks.some((clock) => clock.pausable && clock.status === 'running');
    case 'clockPaused':
      return state.pausedClocks.length > 0;
  }
}

/** The case as a thing for `decide`. A referral's unit may answer it, so units with open referrals hold the case as a referral. */
export function caseResource(state: CaseState, extra: { relatives?: readonly string[]; now?: Instant } = {}): Resource {
  const { now } = extra;
  const current = state.collaborators.filter(
    (one) => one.until === null && (one.plannedUntil === null || now === undefined || now < one.plannedUntil),
  );
  const workers = [state.lead, ...current.map((one) => one.account)].filter((account) => account !== null);
  return {
    kind: 'case',
    id: state.id,
    county: state.county,
    districts: state.district === null ? [] : [state.district],
    units: [state.unit],
    workers,
    owner: null,
    shares: state.shares.map((share) => ({
      ...(share.unit === null ? {} : { unit: share.unit }),
      ...(share.account === null ? {} : { account: share.account }),
      classes: classesOfParts(share.parts),
      from: share.from,
      until: share.until,
    })),
    proposedBy: state.pending?.by ?? null,
    relatives: extra.relatives ?? [],
  };
}

function accessClosed(
  action: CaseAction,
  actor: Actor,
  resource: Resource,
  state: CaseState,
  now: Instant,
  purpose: Purpose | undefined,
): Closed | null {
  const asked = action.evenRelatives === true ? { ...resource, relatives: [] } : resource;
  const target =
    action.access === 'referral.answer'
      ? { ...asked, units: [...(resource.units ?? []), ...state.referrals.map((one) => one.unit)] }
      : asked;
  const purposes = action.purposes.filter((one) => purpose === undefined || one === purpose);
  const reasons = purposes.map((one) => decide(actor, action.access, one, target, now).reason);
  if (reasons.includes('granted')) return null;
  const reason = reasons.find((one) => one !== 'purposeNotAllowed') ?? 'purposeNotAllowed';
  return { id: `access:${reason}`, why: refusals[reason], opensAt: null };
}

function requirementClosed(requirement: Requirement, facts: ReturnType<typeof caseFacts>, context: RuleContext): Closed | null {
  if (evaluate(requirement.condition, facts, context) === true) return null;
  return { id: requirement.id, why: requirement.label, opensAt: opensAt(requirement.condition, facts, context) };
}

/** What else the reading may be told: relatives of the family among the accounts, clocks computed already, the one purpose of the session. */
export type AllowedExtra = { readonly relatives?: readonly string[]; readonly clocks?: readonly Clock[]; readonly purpose?: Purpose };

/** All acts of the programme for this actor now; closed ones say why, and when time alone will open them. */
export function allowedActions(
  programme: Programme,
  state: CaseState,
  actor: Actor,
  context: RuleContext,
  extra: AllowedExtra = {},
): AllowedAction[] {
  const facts = caseFacts(
    state,
    programme.instruments.map((use) => use.instrument),
  );
  const resource = caseResource(state, { ...extra, now: context.now });
  // Many acts of a case rest on the same right: it is decided once.
  const decided = new Map<string, Closed | null>();
  const accessOf = (action: CaseAction): Closed | null => {
    const key = `${action.access} ${action.purposes.join(' ')} ${action.evenRelatives ?? false}`;
    const known = decided.get(key);
    if (known !== undefined) return known;
    const made = accessClosed(action, actor, resource, state, context.now, extra.purpose);
    decided.set(key, made);
    return made;
  };
  return programme.actions.flatMap((own) => {
    if (!isCaseActionId(own.id)) return [];
    const action: CaseAction = caseActions[own.id];
    const closed: Closed[] = [];
    const access = accessOf(action);
    if (access !== null) closed.push(access);
    if (!action.stages.includes(state.stage)) {
      const { zh, en } = stageOf(programme, state, context)?.label ?? genericStageLabels[state.stage];
      closed.push({ id: 'stage', why: { zh: `目前階段為「${zh}」`, en: `The case is in the stage "${en}"` }, opensAt: null });
    } else {
      for (const need of action.needs)
        if (!needMet(need, state, actor, extra.clocks)) closed.push({ id: need, why: needWords[need], opensAt: null });
      for (const requirement of own.requires) {
        const reason = requirementClosed(requirement, facts, context);
        if (reason !== null) closed.push(reason);
      }
    }
    const { id } = own;
    return [{ id, label: own.label ?? action.label, event: action.event, form: own.form ?? null, allowed: closed.length === 0, closed }];
  });
}

/** One act, open or closed; undefined if the programme does not have it. */
export function findAllowed(actions: readonly AllowedAction[], id: CaseActionId): AllowedAction | undefined {
  return actions.find((action) => action.id === id);
}
