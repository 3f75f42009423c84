// Clocks that all programmes share: assigning, approving, regular visits and reviews. None is statutory; all are practice or designed, and say so.

import { moveAnswerClock, type ProposalKind } from '@anwang/core/cases';
import type { ClockRule, Escalation, EventPattern, LegalBasis } from '@anwang/core/programs';
import { type Condition, when } from '@anwang/core/rules';
import { basis, label } from './write.ts';

/** The case has ended or its opening was declined: what ends nearly every duty. */
const endOfCase: Condition = {
  all: [when('approved', 'eq', true), { any: [{ not: { known: 'outcome' } }, when('outcome', 'eq', 'notOpened')] }],
};
const endings = ['openingDecided', 'closureDecided'] as const;
const ended: EventPattern = { types: endings, where: endOfCase };
/** The same, or an instrument was found not to concern the person. */
export const endedOrOfNoConcern = (instrument: string): EventPattern => ({
  types: [...endings, 'assessmentNotDone'],
  where: { any: [endOfCase, { all: [when('instrument', 'eq', instrument), when('applies', 'eq', false)] }] },
});
/** Opening was approved. */
export const opened: EventPattern = {
  types: ['openingDecided'],
  where: { all: [when('approved', 'eq', true), when('outcome', 'in', ['open', 'shortTerm'])] },
};
/** Closing was approved. */
export const closed: EventPattern = { types: ['closureDecided'], where: when('approved', 'eq', true) };
/** Whom the case is about was met: not their father at the door, not the neighbour on the telephone. What names nobody is read as its outcome says. */
export const metThemselves: Condition = {
  all: [when('outcome', 'eq', 'met'), { any: [{ not: { known: 'subjectMet' } }, when('subjectMet', 'eq', true)] }],
};
/** Somebody was met at a visit. */
export const visited: EventPattern = { types: ['visitRecorded'], where: when('outcome', 'eq', 'met') };

const plan: LegalBasis = basis('本系統設計', 'D', 'designed: no limit in law or plan');

/** When it is over: the worker and the supervisor at once, the head a day later. */
export const whenOverdue: readonly Escalation[] = [
  { hoursBefore: 0, to: 'leadWorker' },
  { hoursBefore: 0, to: 'supervisor' },
  { hoursBefore: -24, to: 'director' },
];

/** A case that is taken up again is looked into anew; one that was closed by mistake goes on. */
export const notByMistake: Condition = { any: [{ not: { known: 'reason' } }, when('reason', 'ne', 'closedInError')] };

/** What was proposed was taken back: nobody has to decide on it any more. */
const withdrawn = (kind: ProposalKind, ...more: readonly string[]): EventPattern => ({
  types: ['proposalWithdrawn', ...more],
  where: { any: [{ not: { known: 'kind' } }, when('kind', 'eq', kind)] },
});

/** The same of a case that was to change hands, which may also end meanwhile. */
const handingWithdrawn = (kind: ProposalKind): EventPattern => ({
  types: [...endings, 'proposalWithdrawn'],
  where: { any: [endOfCase, when('kind', 'eq', kind)] },
});

/** A clock with the usual settings: once, pausable, tells the worker a day before. */
export function clock(rule: Pick<ClockRule, 'id' | 'label' | 'basis' | 'starts' | 'stops' | 'limit'> & Partial<ClockRule>): ClockRule {
  return {
    kind: 'practice',
    cancels: ended,
    repeat: 'once',
    pausable: true,
    escalate: [{ hoursBefore: 24, to: 'leadWorker' }, ...whenOverdue],
    ...rule,
  };
}

/** Until somebody takes up a call for support. */
export const supportClock = 'support-call';

// The supervisor hears of the call itself. Nobody came: again, and whoever is above; after another twenty minutes once more.
const supportEscalation: readonly Escalation[] = [
  { hoursBefore: 0, to: 'supervisor' },
  { hoursBefore: 0, to: 'director' },
  { hoursBefore: -1 / 3, to: 'director' },
];

/** The step of that clock, counted from 1, at which those above are told. */
export const supportToldAbove = supportEscalation.findIndex((step) => step.to === 'director') + 1;

/** Assigning a lead and deciding on proposals; regular visits; calls for support. */
export const sharedClocks: readonly ClockRule[] = [
  clock({
    id: 'assign-lead',
    label: label('指派主責', 'Assign a lead'),
    basis: plan,
    starts: { types: ['caseAccepted'] },
    stops: { types: ['workerAssigned'] },
    limit: { amount: 1, kind: 'workingDays' },
    repeat: 'again',
    pausable: false,
    escalate: [...whenOverdue],
  }),
  clock({
    id: 'decide-opening',
    label: label('核定開案', 'Decide opening'),
    basis: plan,
    starts: { types: ['openingProposed'] },
    stops: { types: ['openingDecided'] },
    limit: { amount: 3, kind: 'workingDays' },
    // Taken by another county while it waited: nobody here decides on it any more.
    cancels: withdrawn('opening', 'transferAccepted'),
    repeat: 'again',
    pausable: false,
    escalate: [...whenOverdue],
  }),
  clock({
    // Its report was on time, and no other clock of a case that is not opened yet runs on: sent back, it would wait for nobody.
    id: 'mend-opening',
    label: label('補正開案建議', 'Mend the opening proposal'),
    basis: plan,
    starts: { types: ['openingDecided'], where: when('approved', 'eq', false) },
    stops: { types: ['openingProposed'] },
    limit: { amount: 3, kind: 'workingDays' },
    repeat: 'again',
    pausable: false,
  }),
  clock({
    id: 'decide-closure',
    label: label('核定結案', 'Decide closure'),
    basis: plan,
    starts: { types: ['closureProposed'] },
    stops: { types: ['closureDecided'] },
    limit: { amount: 5, kind: 'workingDays' },
    cancels: withdrawn('closure'),
    repeat: 'again',
    pausable: false,
    escalate: [...whenOverdue],
  }),
  clock({
    id: 'decide-transfer',
    label: label('核定轉案', 'Decide the transfer'),
    basis: plan,
    key: 'transfer',
    starts: { types: ['transferProposed'] },
    stops: { types: ['transferDecided'] },
    cancels: handingWithdrawn('transfer'),
    limit: { amount: 1, kind: 'workingDays' },
    pausable: false,
    escalate: [...whenOverdue],
  }),
  clock({
    id: 'transfer-answer',
    label: label('他縣市受理轉案', 'The other county takes the case'),
    basis: basis('本系統設計', 'D', 'the desk of the other county has its 24 hours, its unit the next day'),
    key: 'transfer',
    starts: { types: ['transferDecided'], where: when('approved', 'eq', true) },
    stops: { types: ['transferReturned', 'transferWithdrawn', 'transferAccepted'] },
    limit: { amount: 3, kind: 'workingDays' },
    pausable: false,
  }),
  clock({
    id: 'decide-move',
    label: label('核定單位移轉', 'Decide the move to another unit'),
    basis: plan,
    key: 'move',
    starts: { types: ['moveProposed'] },
    stops: { types: ['moveDecided'] },
    cancels: handingWithdrawn('move'),
    limit: { amount: 1, kind: 'workingDays' },
    pausable: false,
    escalate: [...whenOverdue],
  }),
  clock({
    id: moveAnswerClock,
    label: label('對方單位受案', 'The other unit takes the case'),
    basis: basis('本系統設計', 'D', 'a stand-in: no law or plan says how long; as long as a unit has for a dispatch'),
    key: 'move',
    starts: { types: ['moveDecided'], where: when('approved', 'eq', true) },
    stops: { types: ['moveReturned', 'moveWithdrawn', 'moveAccepted'] },
    limit: { amount: 1, kind: 'workingDays' },
    pausable: false,
    escalate: [...whenOverdue],
  }),
  clock({
    id: 'visit-rhythm',
    label: label('定期訪視', 'Regular visit'),
    basis: basis('本系統設計', 'D', 'domain 02 §2.1: medium at least monthly, which holds too where nothing has been assessed'),
    starts: opened,
    stops: visited,
    cancels: closed,
    limit: { amount: 1, kind: 'months' },
    byLevel: true,
    repeat: 'restart',
  }),
  clock({
    id: 'plan-review',
    label: label('計畫檢討', 'Review of the plan'),
    basis: basis('本系統設計', 'D', 'domain 02 §2.1: the supervisor looks at it every three months'),
    starts: { types: ['planDrafted'] },
    stops: { types: ['goalReviewed', 'planDrafted'] },
    cancels: closed,
    limit: { amount: 3, kind: 'months' },
    repeat: 'restart',
  }),
  clock({
    id: 'referral-answer',
    label: label('轉介回覆', 'Answer to a referral'),
    basis: plan,
    key: 'referral',
    starts: { types: ['referralSent'] },
    stops: { types: ['referralAnswered', 'referralReturned'] },
    cancels: closed,
    limit: { amount: 5, kind: 'workingDays' },
    pausable: false,
  }),
  clock({
    id: supportClock,
    label: label('支援呼叫待接手', 'A call for support to be taken up'),
    basis: basis(
      '本系統設計',
      'D',
      'a stand-in: no law or plan says within how many minutes a worker in need is answered; a county sets its own',
    ),
    key: 'call',
    // A call outlives the case.
    cancels: { types: [] },
    starts: { types: ['supportCalled'] },
    stops: { types: ['supportTaken', 'supportEnded'] },
    limit: { amount: 10, kind: 'minutes' },
    pausable: false,
    escalate: [...supportEscalation],
  }),
];
