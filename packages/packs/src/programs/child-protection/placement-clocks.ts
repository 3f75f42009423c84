// Clocks of a child kept away from home. 72 hours of wall time until the court is asked or the placement ends (兒少權法 57-II), three months at a time by ruling, the
// court, the police and the parents told at once (57-I). Each child has clocks of its own: what is done for a sister ends none of her brother's.
// They outlive the case: a child is in placement whoever answers for the case.

import type { ClockRule, EventPattern } from '@anwang/core/programs';
import { type Condition, when } from '@anwang/core/rules';
import { clock, endedOrOfNoConcern, whenOverdue } from '../../shared/clocks.ts';
import { basis, label } from '../../shared/write.ts';

const sdm = when('instrument', 'eq', 'sdm-safety');
/** The worker's own judgement before the score. */
const unsafe: Condition = {
  any: [when('override', 'eq', 'unsafe'), { all: [{ not: { known: 'override' } }, when('band', 'eq', 'unsafe')] }],
};
const notUnsafe: Condition = {
  any: [
    { all: [{ known: 'override' }, when('override', 'ne', 'unsafe')] },
    { all: [{ not: { known: 'override' } }, when('band', 'ne', 'unsafe')] },
  ],
};
const atHome: Condition = { any: [{ not: { known: 'placed' } }, when('placed', 'eq', false)] };
const { types: ends, where: endOfDuty } = endedOrOfNoConcern('sdm-safety');

const begun = (where?: Condition): EventPattern => ({ types: ['placementBegun'], ...(where === undefined ? {} : { where }) });
const over: EventPattern = { types: ['placementEnded'] };
/** A child who has died or has run away is not brought home: the duty has gone, and nothing was fulfilled. */
const notLost: Condition = { not: when('how', 'in', ['died', 'missing']) };

/** Ended by asking the court for something, or by the end of the placement. */
const askedOrEnded = (asks: readonly string[]): EventPattern => ({
  types: ['courtAsked', 'placementEnded'],
  where: { any: [when('what', 'in', [...asks]), notLost] },
});

const told = (party: string, zh: string, en: string, owed: Condition): ClockRule =>
  clock({
    id: `place-tell-${party}`,
    label: label(zh, en),
    basis: basis('本系統設計', 'D', '兒少權法57-I says at once; 24 hours are a stand-in'),
    key: 'placement',
    starts: begun(owed),
    stops: { types: ['placementTold'], where: when('party', 'eq', party) },
    cancels: over,
    limit: { amount: 24, kind: 'hours' },
    pausable: false,
    escalate: [{ hoursBefore: 6, to: 'leadWorker' }, ...whenOverdue],
  });

/** All clocks of a placement. */
export const placementClocks: readonly ClockRule[] = [
  clock({
    id: 'protect-today',
    label: label('「不安全」當日保護安置或等同措施', 'Unsafe: protect or place the child the same day'),
    basis: basis('本系統設計', 'D', 'domain 03 §3.4: unsafe requires action within the same day'),
    key: 'person',
    repeat: 'again',
    starts: { types: ['assessmentCompleted'], where: { all: [sdm, unsafe, atHome] } },
    stops: begun(),
    // Assessed anew as safe, or safe with a plan: that is the other way of protecting. Nobody who has left the case is owed it here.
    cancels: {
      types: [...ends, 'assessmentCompleted', 'memberRemoved'],
      where: { any: [...(endOfDuty === undefined ? [] : [endOfDuty]), { all: [sdm, notUnsafe] }, when('reason', 'eq', 'removed')] },
    },
    limit: { amount: 1, kind: 'sameDay' },
    pausable: false,
    escalate: [{ hoursBefore: 4, to: 'leadWorker' }, { hoursBefore: 2, to: 'supervisor' }, ...whenOverdue],
  }),
  clock({
    id: 'place-72h',
    label: label('緊急安置 72 小時：聲請繼續安置或結束安置', 'Emergency placement, 72 hours: ask the court or end it'),
    basis: basis('兒少權法57-II', 'V', 'the time on the way and what nobody can help (58) is not left out: the stricter reading'),
    kind: 'statutory',
    key: 'placement',
    starts: begun(),
    stops: askedOrEnded(['continue']),
    cancels: over,
    limit: { amount: 72, kind: 'hours' },
    pausable: false,
    escalate: [
      { hoursBefore: 24, to: 'leadWorker' },
      { hoursBefore: 12, to: 'supervisor' },
      { hoursBefore: 4, to: 'director' },
      ...whenOverdue,
    ],
  }),
  clock({
    id: 'place-term',
    label: label('安置期滿：聲請延長或結束安置', 'The granted term ends: ask for longer or end it'),
    basis: basis('兒少權法57-II', 'V', 'three months at a time; the ruling says until when'),
    kind: 'statutory',
    key: 'placement',
    repeat: 'again',
    starts: { types: ['courtRuled'], where: when('outcome', 'eq', 'granted') },
    stops: askedOrEnded(['extend']),
    cancels: { types: ['placementEnded', 'courtRuled'] },
    limit: { amount: 3, kind: 'months' },
    until: 'until',
    pausable: false,
    escalate: [
      { hoursBefore: 336, to: 'leadWorker' },
      { hoursBefore: 168, to: 'supervisor' },
      { hoursBefore: 24, to: 'director' },
      ...whenOverdue,
    ],
  }),
  clock({
    id: 'place-home',
    label: label('法院不准或撤銷：結束安置或抗告', 'Refused or revoked: end the placement or appeal'),
    basis: basis(
      '本系統設計',
      'D',
      '兒少權法59-II: during an appeal the child may stay; by when the child is home the law does not say, 24 hours are a stand-in',
    ),
    key: 'placement',
    repeat: 'again',
    starts: { types: ['courtRuled'], where: when('outcome', 'in', ['refused', 'revoked']) },
    stops: askedOrEnded(['appeal']),
    cancels: over,
    limit: { amount: 24, kind: 'hours' },
    // Refused for longer, what was granted before holds until its day.
    until: 'until',
    pausable: false,
    escalate: [{ hoursBefore: 12, to: 'leadWorker' }, { hoursBefore: 6, to: 'supervisor' }, ...whenOverdue],
  }),
  told('court', '通報法院', 'Tell the court', { not: { known: 'courtTold' } }),
  told('police', '通報警察機關', 'Tell the police', { not: { known: 'policeTold' } }),
  told('guardian', '通知父母、監護人', 'Tell parents or guardian', {
    all: [{ not: { known: 'guardianTold' } }, { not: { known: 'notTold' } }],
  }),
];
