// Clocks of child protection. Grading 24 h (兒少權法 53-III), face to face 24 h for grade L1 (guideline), investigation 4 and 30 days (rule of 2019; since
// 2024-07-31 in an appendix not read, so marked V-history), family plan 3 months (64-I).

import type { ClockRule } from '@anwang/core/programs';
import { when } from '@anwang/core/rules';
import { clock, closed, endedOrOfNoConcern, metThemselves, notByMistake, sharedClocks, whenOverdue } from '../../shared/clocks.ts';
import { basis, label } from '../../shared/write.ts';
import { placementClocks } from './placement-clocks.ts';

const gradedL1 = { types: ['caseDispatched'], where: when('grade', 'eq', 'L1') };
/** Also when the case is taken up again: nobody grades it then, and the child is to be seen and looked into anew. */
const notL1 = {
  types: ['caseDispatched', 'caseReopened'],
  where: { all: [{ any: [{ not: { known: 'grade' } }, when('grade', 'eq', 'L2')] }, notByMistake] },
};
const faceToFace = { types: ['visitRecorded'], where: { all: [metThemselves, when('faceToFace', 'eq', true)] } };
const reported = { types: ['openingProposed'] };

/** All clocks. */
export const clocks: readonly ClockRule[] = [
  clock({
    id: 'grade-child',
    label: label('分級分類', 'Grading and classification'),
    basis: basis('兒少權法53-III; D0050009-5', 'V'),
    kind: 'statutory',
    // With the dispatch only: a case that is taken up again is not graded, and this would never be over.
    starts: { types: ['reportReceived'], where: { known: 'dispatch' } },
    stops: { types: ['caseDispatched'] },
    limit: { amount: 24, kind: 'hours' },
    pausable: false,
    escalate: [],
  }),
  clock({
    id: 'face-child-L1',
    label: label('面見兒少（第一級）', 'See the child face to face (L1)'),
    // A guideline of the ministry, no statute.
    basis: basis('兒少保護作業指引 2-(2)', 'V', '110-09-02; older than the 2024 rule'),
    starts: gradedL1,
    stops: faceToFace,
    limit: { amount: 24, kind: 'hours' },
    pausable: false,
    escalate: [{ hoursBefore: 6, to: 'leadWorker' }, { hoursBefore: 2, to: 'supervisor' }, ...whenOverdue],
  }),
  clock({
    id: 'visit-child-L2',
    label: label('首次訪視（第二級）', 'First visit (L2)'),
    basis: basis('本系統設計', 'D', 'designed: no limit found in law for L2'),
    starts: notL1,
    stops: faceToFace,
    limit: { amount: 3, kind: 'workingDays' },
    escalate: [{ hoursBefore: 24, to: 'leadWorker' }, ...whenOverdue],
  }),
  clock({
    id: 'inv-child-L1',
    label: label('調查報告（第一級）', 'Investigation report (L1)'),
    basis: basis('D0050009-7-II（108 年版）', 'V-history', 'since 2024-07-31 in an appendix'),
    kind: 'statutory',
    starts: gradedL1,
    stops: reported,
    limit: { amount: 4, kind: 'calendarDays' },
    escalate: [{ hoursBefore: 24, to: 'leadWorker' }, { hoursBefore: 12, to: 'supervisor' }, ...whenOverdue],
  }),
  clock({
    id: 'inv-child-L2',
    label: label('調查報告（第二級）', 'Investigation report (L2)'),
    basis: basis('D0050009-7-II（108 年版）', 'V-history', 'since 2024-07-31 in an appendix'),
    kind: 'statutory',
    starts: notL1,
    stops: reported,
    limit: { amount: 30, kind: 'calendarDays' },
    escalate: [{ hoursBefore: 120, to: 'leadWorker' }, { hoursBefore: 24, to: 'supervisor' }, ...whenOverdue],
  }),
  clock({
    id: 'visit-child-again',
    label: label('再通報訪視', 'Visit after a further report'),
    basis: basis('本系統設計', 'D', 'designed: no limit found in law for a report on an open case'),
    key: 'report',
    starts: { types: ['reportLinked'] },
    stops: faceToFace,
    limit: { amount: 3, kind: 'workingDays' },
  }),
  clock({
    id: 'plan-child',
    label: label('家庭處遇計畫', 'Family treatment plan'),
    basis: basis('兒少權法64-I', 'V'),
    kind: 'statutory',
    starts: { types: ['openingDecided'], where: { all: [when('approved', 'eq', true), when('outcome', 'eq', 'open')] } },
    stops: { types: ['planDrafted'] },
    cancels: closed,
    repeat: 'again',
    limit: { amount: 3, kind: 'months' },
    escalate: [{ hoursBefore: 336, to: 'leadWorker' }, { hoursBefore: 72, to: 'supervisor' }, ...whenOverdue],
  }),
  clock({
    id: 'sdm-review',
    label: label('安全再評估', 'Safety reassessment'),
    basis: basis('本系統設計', 'D', 'after a result that is not safe'),
    // Each child by itself: a sister who is safe says nothing of her brother.
    key: 'person',
    repeat: 'again',
    starts: {
      types: ['assessmentCompleted'],
      where: {
        all: [
          when('instrument', 'eq', 'sdm-safety'),
          { any: [when('band', 'in', ['safeWithPlan', 'unsafe']), when('override', 'eq', 'unsafe')] },
        ],
      },
    },
    stops: { types: ['assessmentCompleted'], where: when('instrument', 'eq', 'sdm-safety') },
    cancels: endedOrOfNoConcern('sdm-safety'),
    limit: { amount: 1, kind: 'months' },
  }),
  ...placementClocks,
  ...sharedClocks.map((one) => (one.id === 'decide-opening' ? { ...one, label: label('核定成案', 'Decide on substantiation') } : one)),
];
