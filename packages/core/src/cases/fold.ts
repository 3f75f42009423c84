// What state do the events lead to? `fold` reduces them in order; `step` is one of them. No clock, no pack: the same events give the same state for ever.

import { endedStages, type GenericStage, servedStages } from '../programs/stage.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseEvent, CaseEventOf } from './event.ts';
import { stepWords } from './family-words.ts';
import { beginning } from './fold-begin.ts';
import { stepHelp } from './fold-help.ts';
import { stepService } from './fold-service.ts';
import { endedHanding } from './handing.ts';
import { type MoveEvent, stepMove } from './move.ts';
import { stepPlacements } from './placements.ts';
import { stepPlans } from './plans.ts';
import type { CaseState } from './state.ts';
import { stepSupports } from './supports.ts';
import { toStage } from './to-stage.ts';
import { stepTransfer, type TransferEvent } from './transfer.ts';

function openingDecided(state: CaseState, event: CaseEventOf<'openingDecided'>): CaseState {
  const { approved, outcome, reasons } = event.facts;
  if (!approved) return toStage({ ...state, pending: null }, 'assessing', event.happenedAt);
  const decided: CaseState = { ...state, pending: null, opening: { outcome, at: event.happenedAt, by: event.actor, reasons } };
  if (outcome === 'notOpened') return toStage({ ...decided, closedAt: event.happenedAt }, 'notOpened', event.happenedAt);
  return toStage({ ...decided, openedAt: event.happenedAt }, outcome === 'open' ? 'planning' : 'shortTerm', event.happenedAt);
}

/** Where a case stands that goes on after all. */
function beforeClosing(state: CaseState): GenericStage {
  return state.opening?.outcome === 'shortTerm' ? 'shortTerm' : state.plan === null ? 'planning' : 'serving';
}

function closureDecided(state: CaseState, event: CaseEventOf<'closureDecided'>): CaseState {
  if (!event.facts.approved) return toStage({ ...state, pending: null }, beforeClosing(state), event.happenedAt);
  const closure = { reason: event.facts.reason, at: event.happenedAt, by: event.actor, residualRisk: state.closure?.residualRisk ?? null };
  return toStage({ ...state, pending: null, closure, closedAt: event.happenedAt }, 'closed', event.happenedAt);
}

function begun(state: CaseState, event: CaseEvent): CaseState {
  // The first contact or visit or assessment turns waiting into assessing.
  return state.stage === 'assigned' ? toStage(state, 'assessing', event.happenedAt) : state;
}

/** Whoever decides on a case that changes hands decides beside its work, which goes on. */
function decidedBeside(state: CaseState, kind: 'transfer' | 'move'): CaseState {
  return { ...state, pending: state.pending?.kind === kind ? null : state.pending };
}

/** As if it had been sent back, without anybody's word. */
function withdrawn(state: CaseState, { facts, happenedAt: at }: CaseEventOf<'proposalWithdrawn'>): CaseState {
  if (state.pending?.id !== facts.proposal) return state;
  const free = { ...state, pending: null };
  switch (facts.kind) {
    case 'opening':
      return toStage(free, 'assessing', at);
    case 'closure':
      return toStage({ ...free, closure: null }, beforeClosing(state), at);
    case 'transfer':
      return { ...free, transfer: free.transfer === null ? null : endedHanding(free.transfer, 'withdrawn', at, null) };
    case 'move':
      return { ...free, move: free.move === null ? null : endedHanding(free.move, 'withdrawn', at, null) };
  }
}

function transferring(state: CaseState, event: TransferEvent): CaseState {
  const next = { ...state, transfer: stepTransfer(state.transfer, event) };
  if (event.type === 'transferDecided') return decidedBeside(next, 'transfer');
  if (event.type !== 'transferProposed') return next;
  const { transfer: id, reason } = event.facts;
  return { ...next, pending: { id, kind: 'transfer', by: event.actor, at: event.happenedAt, outcome: null, reasons: [reason] } };
}

function moving(state: CaseState, event: MoveEvent): CaseState {
  const next = { ...state, move: stepMove(state.move, event, state.unit) };
  if (event.type === 'moveDecided') return decidedBeside(next, 'move');
  if (event.type === 'moveAccepted') return { ...next, unit: event.facts.unit, district: event.facts.district ?? state.district };
  if (event.type !== 'moveProposed') return next;
  const { move: id, reason } = event.facts;
  return { ...next, pending: { id, kind: 'move', by: event.actor, at: event.happenedAt, outcome: null, reasons: [reason] } };
}

/** A case that is taken up again is looked into anew: nobody has been seen or called yet, though it is known when they last were. */
function anew(state: CaseState, at: Instant): CaseState {
  const visits = { ...state.visits, count: 0, faceToFace: 0, seen: 0, firstAt: null };
  return { ...state, anewSince: at, vain: 0, visits, contacts: { ...state.contacts, count: 0, reached: 0, refused: 0 } };
}

/** What whoever goes must heed stands as it was said last. */
function warned(state: CaseState, warnings: readonly string[] | undefined): CaseState {
  return warnings === undefined ? state : { ...state, warnings };
}

function apply(state: CaseState, event: CaseEvent): CaseState {
  const at = event.happenedAt;
  switch (event.type) {
    case 'caseDispatched':
      return state;
    case 'statementAdopted':
      return { ...state, packVersion: event.facts.to };
    case 'caseReturned':
      return toStage({ ...state, disputed: true }, 'returned', at);
    case 'disputeArbitrated':
      return toStage({ ...state, unit: event.facts.unit }, 'dispatched', at);
    case 'caseAccepted':
      return toStage({ ...state, unit: event.facts.unit, acceptedAt: at }, 'accepted', at);
    case 'visitRecorded':
      return warned(begun(stepService(state, event), event), event.facts.warnings);
    case 'contactRecorded':
    case 'assessmentCompleted':
      return begun(stepService(state, event), event);
    case 'openingProposed': {
      const { proposal, outcome, reasons } = event.facts;
      return toStage({ ...state, pending: { id: proposal, kind: 'opening', by: event.actor, at, outcome, reasons } }, 'openReview', at);
    }
    case 'openingDecided':
      return openingDecided(state, event);
    case 'planDrafted': {
      const { plan, level, reviewOn } = event.facts;
      const planned: CaseState = { ...state, plan: { id: plan, level, at, reviewOn } };
      return state.stage === 'planning' ? toStage(planned, 'serving', at) : planned;
    }
    case 'closureProposed': {
      const { proposal, reason, residualRisk } = event.facts;
      const closure = { reason, at, by: event.actor, residualRisk };
      return toStage(
        { ...state, closure, pending: { id: proposal, kind: 'closure', by: event.actor, at, outcome: null, reasons: [reason] } },
        'closeReview',
        at,
      );
    }
    case 'closureDecided':
      return closureDecided(state, event);
    case 'proposalWithdrawn':
      return withdrawn(state, event);
    case 'caseReopened': {
      const report = event.facts.report;
      const reports = report === null || state.reports.includes(report) ? state.reports : [...state.reports, report];
      // The former lead goes on; a case that never had one is assigned anew.
      const stage: GenericStage = state.lead === null ? 'accepted' : 'assessing';
      const again = { ...state, closure: null, closedAt: null, opening: null, openedAt: null, reports, reopened: state.reopened + 1 };
      return toStage(event.facts.reason === 'closedInError' ? again : anew(again, at), stage, at);
    }
    case 'transferProposed':
    case 'transferDecided':
    case 'transferReturned':
    case 'transferWithdrawn':
    case 'transferAccepted':
      return transferring(state, event);
    case 'moveProposed':
    case 'moveDecided':
    case 'moveReturned':
    case 'moveWithdrawn':
    case 'moveAccepted':
      return moving(state, event);
    case 'assessmentNotDone':
    case 'goalSet':
    case 'goalReviewed':
    case 'serviceRecorded':
    case 'referralSent':
    case 'referralAnswered':
    case 'referralReturned':
    case 'riskRaised':
    case 'clockPaused':
    case 'clockResumed':
    case 'reportLinked':
      return stepService(state, event);
    case 'familyStated':
    case 'familyWithdrawn':
      return { ...state, words: stepWords(state.words, event) };
    case 'workerAssigned':
    case 'leadHandedOver':
    case 'collaboratorAdded':
    case 'collaboratorEnded':
    case 'shareGranted':
    case 'shareEnded':
    case 'memberAdded':
    case 'memberRoleChanged':
    case 'memberRemoved':
    case 'personReplaced':
    case 'personRestored':
      return stepHelp(state, event);
    case 'visitPlanned':
    case 'visitChanged':
      return warned(state, event.facts.warnings);
    case 'visitMoved':
    case 'visitCancelled':
    case 'visitUnderWay':
    case 'supportCalled':
    case 'supportTaken':
    case 'supportEnded':
    case 'noteAdded':
    case 'fileAttached':
    case 'caseTakenOver':
    case 'placementBegun':
    case 'placementTold':
    case 'placementMoved':
    case 'courtAsked':
    case 'courtRuled':
    case 'placementEnded':
      return state;
  }
}

/** The state after one more event; the first must be `caseDispatched`, the numbers must be without gaps: anything else is a bug or a tampered row. */
export function step(state: CaseState | null, event: CaseEvent): CaseState {
  if (state === null) {
    if (event.type !== 'caseDispatched' || event.seq !== 1)
      throw new Error(`a case begins with caseDispatched, not ${event.type} (${event.seq})`);
    return beginning(event);
  }
  if (event.seq !== state.version + 1 || event.caseId !== state.id)
    throw new Error(`event ${event.seq} of ${event.caseId} does not follow ${state.version}`);
  const next = apply(state, event);
  return {
    ...next,
    plans: stepPlans(next.plans, event),
    supports: stepSupports(next.supports, event),
    placements: stepPlacements(next.placements, event),
    version: event.seq,
    lastEventAt: event.at,
  };
}

/** The state of a case from all its events in order; null without events. */
export function fold(events: readonly CaseEvent[]): CaseState | null {
  return events.reduce<CaseState | null>(step, null);
}

/** Whether the case has ended. */
export function hasEnded(state: CaseState): boolean {
  return endedStages.includes(state.stage);
}

/** Whether the case has been opened and is being served. */
export function isServed(state: CaseState): boolean {
  return servedStages.includes(state.stage);
}
