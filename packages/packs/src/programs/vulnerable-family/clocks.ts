// Clocks of the vulnerable-family programme. Visit and report are statutory (D0050181 art. 5): both count from knowing or receiving the report.

import type { ClockRule } from '@anwang/core/programs';
import { when } from '@anwang/core/rules';
import { clock, closed, notByMistake, opened, sharedClocks, visited, whenOverdue } from '../../shared/clocks.ts';
import { basis, label } from '../../shared/write.ts';

/** All clocks. */
export const clocks: readonly ClockRule[] = [
  clock({
    id: 'vf-visit',
    label: label('首次訪視', 'First visit'),
    basis: basis('D0050181-5-I', 'V', 'children; by plan for other families'),
    kind: 'statutory',
    starts: { types: ['reportReceived'], where: notByMistake },
    stops: visited,
    limit: { amount: 10, kind: 'calendarDays' },
    escalate: [{ hoursBefore: 72, to: 'leadWorker' }, { hoursBefore: 24, to: 'supervisor' }, ...whenOverdue],
  }),
  clock({
    id: 'vf-report',
    label: label('評估報告', 'Assessment report'),
    basis: basis('D0050181-5-I, II', 'V'),
    kind: 'statutory',
    starts: { types: ['reportReceived'], where: notByMistake },
    stops: { types: ['openingProposed'] },
    limit: { amount: 30, kind: 'calendarDays' },
    escalate: [{ hoursBefore: 120, to: 'leadWorker' }, { hoursBefore: 24, to: 'supervisor' }, ...whenOverdue],
  }),
  clock({
    id: 'vf-visit-again',
    label: label('再通報訪視', 'Visit after a further report'),
    basis: basis('D0050181-5-I', 'V', 'each report is known or received anew'),
    kind: 'statutory',
    key: 'report',
    starts: { types: ['reportLinked'] },
    stops: visited,
    limit: { amount: 10, kind: 'calendarDays' },
  }),
  clock({
    id: 'vf-plan',
    label: label('家庭服務計畫', 'Family service plan'),
    basis: basis('本系統設計', 'D', 'no limit in law'),
    starts: { types: ['openingDecided'], where: { all: [when('approved', 'eq', true), when('outcome', 'eq', 'open')] } },
    stops: { types: ['planDrafted'] },
    cancels: closed,
    repeat: 'again',
    limit: { amount: 14, kind: 'calendarDays' },
  }),
  clock({
    id: 'vf-reassess',
    label: label('再評估', 'Reassessment'),
    basis: basis('本系統設計', 'D', 'domain 02 §2.1: the supervisor looks at it every three months'),
    starts: opened,
    stops: { types: ['assessmentCompleted'], where: when('instrument', 'eq', 'vf-vulnerability') },
    cancels: closed,
    limit: { amount: 3, kind: 'months' },
    repeat: 'restart',
  }),
  clock({
    id: 'vf-watch-6m',
    label: label('結案後六個月觀察', 'Six months of watching after closing'),
    basis: basis('計畫2.0 V2-1-3', 'S'),
    starts: closed,
    stops: null,
    cancels: { types: ['caseReopened'] },
    repeat: 'again',
    limit: { amount: 6, kind: 'months' },
    pausable: false,
    escalate: [],
  }),
  ...sharedClocks,
];
