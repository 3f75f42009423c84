// Commands by which a case is opened, closed and opened again: one person proposes with a coded reason, another decides.

import {
  type CaseState,
  endsWithCase,
  isOut,
  moveWaits,
  type OpeningOutcome,
  placementsNow,
  transferClosure,
  transferWaits,
} from '@anwang/core/cases';
import { fail, ok } from '@anwang/core/lang';
import type { CodeList, Programme } from '@anwang/core/programs';
import type { Instant } from '@anwang/core/time';
import type { EventDraft } from '@anwang/store/casework';
import { newId } from '@anwang/store/intake';
import { reopenReasons } from '../../casework/choices.ts';
import { type Building, type CommandOf, codeFault, type Ground, invalid, said } from './command.ts';
import { formAnswers } from './form-answers.ts';

const reasonsFor = (programme: Programme, outcome: OpeningOutcome): CodeList =>
  outcome === 'open' ? programme.openingReasons : outcome === 'shortTerm' ? programme.shortTermReasons : programme.notOpenedReasons;

export function proposeOpening(command: CommandOf<'proposeOpening'>, ground: Ground): Building {
  const { decision, reason, summary } = command;
  // Another county or unit has been asked and has not answered: whoever ends the case now leaves the family between the two.
  if (decision === 'notOpened' && transferWaits(ground.state)) return invalid('proposeOpening', 'decision', 'transferWaits');
  if (decision === 'notOpened' && moveWaits(ground.state)) return invalid('proposeOpening', 'decision', 'moveWaits');
  if (decision === 'notOpened' && anybodyPlaced(ground.state)) return invalid('proposeOpening', 'decision', 'childPlaced');
  if (reason === null && decision !== 'open') return fail({ code: 'reasonCodeNeeded', field: 'reason' });
  const fault = reason === null ? null : codeFault(ground, reasonsFor(ground.programme, decision), reason, 'proposeOpening', 'reason');
  if (fault !== null) return fail(fault);
  const answered = formAnswers(command, ground);
  if (!answered.ok) return answered;
  const { now } = ground.call;
  const facts = { proposal: newId(Date.parse(now)), outcome: decision, reasons: reason === null ? [] : [reason] };
  return ok({ drafts: [{ type: 'openingProposed', happenedAt: now, facts, personal: { text: summary, ...answered.value } }] });
}

/** What is written before the decision that ends the case, so that it stands on the timeline and whoever was let in is out. */
const endings = (state: CaseState, at: Instant): EventDraft[] => endsWithCase(state).map((one) => ({ ...one, happenedAt: at }));

/** A case in which a child is in placement does not end: the clocks of the placement would have nobody. */
const anybodyPlaced = (state: CaseState): boolean => placementsNow(state).length > 0;

/** Whether a helper is in a home: the case ends their help, and with it that they say they left, or call for support. The lead keeps both. */
const helperOut = ({ plans, lead }: CaseState, now: Instant): boolean =>
  plans.some((plan) => isOut(plan, now) && [plan.account, ...plan.along].some((account) => account !== lead));

export function decideOpening(command: CommandOf<'decideOpening'>, { state, call }: Ground): Building {
  const { pending } = state;
  if (pending?.outcome == null) return fail({ code: 'approvalAnswered', approvalId: pending?.id ?? '' });
  if (command.decision === 'sentBack' && command.reason === null) return fail({ code: 'reasonCodeNeeded', field: 'reason' });
  const facts = { proposal: pending.id, approved: command.decision === 'approved', outcome: pending.outcome, reasons: pending.reasons };
  const ends = facts.approved && facts.outcome === 'notOpened';
  if (ends && anybodyPlaced(state)) return invalid('decideOpening', 'decision', 'childPlaced');
  if (ends && helperOut(state, call.now)) return invalid('decideOpening', 'decision', 'isOut');
  const before = ends ? endings(state, call.now) : [];
  return ok({ drafts: [...before, { type: 'openingDecided', happenedAt: call.now, facts, ...said(command.reason) }] });
}

export function proposeClosure(command: CommandOf<'proposeClosure'>, ground: Ground): Building {
  // A family that moves is handed over; the case closes when the other county has taken it.
  if (command.closureCode === transferClosure) return invalid('proposeClosure', 'closureCode', 'transferInstead');
  const fault = codeFault(ground, ground.programme.closureReasons, command.closureCode, 'proposeClosure', 'closureCode');
  if (fault !== null) return fail(fault);
  const answered = formAnswers(command, ground);
  if (!answered.ok) return answered;
  const { now } = ground.call;
  const facts = {
    proposal: newId(Date.parse(now)),
    reason: command.closureCode,
    residualRisk: command.residualRisk,
    followUpOn: command.followUpOn,
  };
  return ok({ drafts: [{ type: 'closureProposed', happenedAt: now, facts, personal: { text: command.summary, ...answered.value } }] });
}

export function decideClosure(command: CommandOf<'decideClosure'>, { state, call }: Ground): Building {
  const { pending } = state;
  if (pending?.kind !== 'closure') return fail({ code: 'approvalAnswered', approvalId: pending?.id ?? '' });
  if (command.decision === 'sentBack' && command.reason === null) return fail({ code: 'reasonCodeNeeded', field: 'reason' });
  const facts = { proposal: pending.id, approved: command.decision === 'approved', reason: pending.reasons[0] ?? '' };
  // Placed after it was proposed.
  if (facts.approved && anybodyPlaced(state)) return invalid('decideClosure', 'decision', 'childPlaced');
  if (facts.approved && helperOut(state, call.now)) return invalid('decideClosure', 'decision', 'isOut');
  const before = facts.approved ? endings(state, call.now) : [];
  return ok({ drafts: [...before, { type: 'closureDecided', happenedAt: call.now, facts, ...said(command.reason) }] });
}

/** Taken back by whoever proposed it, while nobody has decided; that it is theirs is asked by the act itself. */
export function withdrawProposal(command: CommandOf<'withdrawProposal'>, { state, call }: Ground): Building {
  const { pending } = state;
  if (pending === null) return fail({ code: 'approvalAnswered', approvalId: '' });
  const { id, kind } = pending;
  const key = kind === 'transfer' ? { transfer: id } : kind === 'move' ? { move: id } : {};
  return ok({
    drafts: [{ type: 'proposalWithdrawn', happenedAt: call.now, facts: { proposal: id, kind, ...key }, ...said(command.note) }],
  });
}

export function reopen(command: CommandOf<'reopen'>, { call }: Ground): Building {
  if (!reopenReasons.some((reason) => reason.code === command.reason)) return invalid('reopen', 'reason', 'notAnOption');
  return ok({
    drafts: [
      { type: 'caseReopened', happenedAt: call.now, facts: { reason: command.reason, report: null }, personal: { text: command.note } },
    ],
  });
}
