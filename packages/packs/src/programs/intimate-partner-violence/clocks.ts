// Clocks of intimate partner violence. The law sets the reporter's 24 hours and the courts' limits; what binds the worker is practice:
// contact within 24 hours when the risk is high, three working days otherwise (domain 02 §2.3 [M]), and what TIPVDA demands (03 §3.1).

import type { ClockRule } from '@anwang/core/programs';
import { when } from '@anwang/core/rules';
import { clock, endedOrOfNoConcern, metThemselves, notByMistake, opened, sharedClocks, whenOverdue } from '../../shared/clocks.ts';
import { basis, label } from '../../shared/write.ts';

const reached = { types: ['contactRecorded', 'visitRecorded'], where: metThemselves };
const tipvda = { types: ['assessmentCompleted'], where: when('instrument', 'eq', 'tipvda-1') };
/** The score is lower, the worker's judgement is not: the case is listed all the same, and owes the same. */
const judgedHigh = when('override', 'eq', 'high');

/** All clocks. */
export const clocks: readonly ClockRule[] = [
  clock({
    id: 'ipv-contact-high',
    label: label('首次聯繫（高風險）', 'First contact (high risk)'),
    basis: basis('實務：高危 24 小時內聯繫', 'M'),
    // Reported again, a closed case that is taken up is called as one of high risk, as an open one is.
    starts: {
      types: ['caseDispatched', 'caseReopened'],
      where: { any: [when('band', 'in', ['extreme', 'high']), when('reason', 'eq', 'newReport')] },
    },
    stops: reached,
    limit: { amount: 24, kind: 'hours' },
    pausable: false,
    escalate: [{ hoursBefore: 6, to: 'leadWorker' }, ...whenOverdue],
  }),
  clock({
    id: 'ipv-contact',
    label: label('首次聯繫', 'First contact'),
    basis: basis('實務：三個工作日內聯繫', 'M'),
    starts: {
      types: ['caseDispatched', 'caseReopened'],
      where: { any: [when('band', 'in', ['medium', 'low']), when('reason', 'in', ['needsAgain', 'foundAgain'])] },
    },
    stops: reached,
    limit: { amount: 3, kind: 'workingDays' },
  }),
  clock({
    id: 'ipv-contact-again',
    label: label('再通報聯繫', 'Contact after a further report'),
    basis: basis('本系統設計', 'D', 'as for a first report of high risk'),
    key: 'report',
    starts: { types: ['reportLinked'] },
    stops: reached,
    limit: { amount: 24, kind: 'hours' },
    pausable: false,
  }),
  clock({
    id: 'ipv-lethal-call',
    label: label('致命題項當日聯繫', 'Call after a near-lethal item'),
    basis: basis('本系統設計', 'D', 'triggered by TIPVDA; same day, read as 24 hours'),
    starts: {
      types: ['assessmentCompleted'],
      where: {
        all: [when('instrument', 'eq', 'tipvda-1'), { any: [when('triggers', 'has', ['callToday', 'listHighRisk']), judgedHigh] }],
      },
    },
    stops: reached,
    limit: { amount: 24, kind: 'hours' },
    repeat: 'again',
    pausable: false,
  }),
  clock({
    id: 'ipv-retest',
    label: label('TIPVDA 再測', 'TIPVDA again'),
    basis: basis('本系統設計', 'D', 'triggered by TIPVDA'),
    starts: {
      types: ['assessmentCompleted'],
      where: { all: [when('instrument', 'eq', 'tipvda-1'), { any: [when('band', 'in', ['middle', 'high']), judgedHigh] }] },
    },
    stops: tipvda,
    cancels: endedOrOfNoConcern('tipvda-1'),
    limit: { amount: 1, kind: 'months' },
    repeat: 'again',
  }),
  clock({
    id: 'ipv-open',
    label: label('開案評估', 'Opening assessment'),
    basis: basis('本系統設計', 'D', 'designed: no limit in law'),
    starts: { types: ['caseDispatched', 'caseReopened'], where: notByMistake },
    stops: { types: ['openingProposed'] },
    limit: { amount: 30, kind: 'calendarDays' },
  }),
  clock({
    id: 'ipv-safety-plan',
    label: label('安全計畫', 'Safety plan'),
    basis: basis('本系統設計', 'D', 'designed: no limit in law'),
    starts: opened,
    stops: { types: ['planDrafted'] },
    repeat: 'again',
    limit: { amount: 7, kind: 'calendarDays' },
  }),
  ...sharedClocks,
];
