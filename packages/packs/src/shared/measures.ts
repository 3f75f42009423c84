// The five indicators of the plan that are computed live. Numerators are read over rows of the denominator only.

import { transferClosure } from '@anwang/core/cases';
import type { Measure } from '@anwang/core/measures';
import { type Condition, when } from '@anwang/core/rules';
import { basis, label } from './write.ts';

const fromVulnerableFamily: Condition = {
  all: [when('programme', 'eq', 'vulnerable-family'), when('opening', 'in', ['open', 'shortTerm'])],
};

/** All indicators. */
export const measures: readonly Measure[] = [
  {
    id: 'dispatch-24h',
    version: '1',
    label: label('通報案件24小時內派案比率', 'Reports decided at the desk within 24 hours'),
    numeratorLabel: label('受理後24小時內派案或於派案中心結案者', 'of these, dispatched or closed at the desk within 24 hours of receipt'),
    denominatorLabel: label('當月受理且已滿24小時或已處理之通報', 'reports received in the month that are handled or 24 hours old'),
    basis: basis('24小時內完成派案（計畫）', 'S'),
    planId: 'P1-02',
    universe: 'report',
    at: 'receivedAt',
    denominator: { any: [{ known: 'handledAt' }, { op: 'gte', left: { fn: 'hoursSince', of: 'receivedAt' }, right: { value: 24 } }] },
    numerator: { op: 'lte', left: { fn: 'hoursBetween', from: 'receivedAt', to: 'handledAt' }, right: { value: 24 } },
    unit: 'percent',
    better: 'up',
    // Plan 2.0 states no national target for the desk's 24 hours (phase 1 had county targets only).
    targets: [],
    settlesAfterMonths: 0,
  },
  {
    id: 'vf-rereport-6m',
    version: '4',
    label: label('脆弱家庭案件再通報成案率', 'Closed vulnerable-family cases re-reported and substantiated within six months'),
    numeratorLabel: label(
      '結案後六個月內再被通報並成案者（含因再次通報而再開案，不含他縣市轉入）',
      'of these, reported again and substantiated within six months of closing (or reopened for a new report; a case handed over by another county is no report)',
    ),
    denominatorLabel: label(
      '當月結案之脆弱家庭個案（由他縣市接續者不計）',
      'vulnerable-family cases closed in the month, but for those that another county goes on with',
    ),
    basis: basis('強化社會安全網計畫2.0 關鍵績效指標', 'S'),
    planId: 'V2-1-3',
    universe: 'case',
    at: 'closedAt',
    // A closing in error was none. Whom another county has taken has not been closed with success either: a new report there is not seen here.
    denominator: {
      all: [
        fromVulnerableFamily,
        { known: 'closedAt' },
        { any: [{ not: { known: 'reopenedFor' } }, when('reopenedFor', 'ne', 'closedInError')] },
        { any: [{ not: { known: 'closureReason' } }, when('closureReason', 'ne', transferClosure)] },
      ],
    },
    numerator: { op: 'gte', left: { fn: 'hoursBetween', from: 'reReportedAt', to: 'sixMonthsAt' }, right: { value: 0 } },
    unit: 'percent',
    better: 'down',
    targets: [
      { year: 2026, op: 'lt', value: 3.5 },
      { year: 2028, op: 'lt', value: 3.2 },
      { year: 2030, op: 'lt', value: 3 },
    ],
    settlesAfterMonths: 6,
  },
  {
    id: 'vf-protection-3m',
    version: '3',
    label: label(
      '脆弱家庭服務3個月後被通報保護案件比率',
      'Vulnerable-family cases reported as protection cases after three months of service',
    ),
    numeratorLabel: label(
      '服務滿三個月後被通報為保護案件（兒保及成保）者（不含他縣市轉入）',
      'of these, reported as a protection case (child or adult) afterwards (a case handed over by another county is no report)',
    ),
    denominatorLabel: label('當月服務滿三個月之脆弱家庭個案', 'vulnerable-family cases that reached three months of service in the month'),
    basis: basis('強化社會安全網計畫2.0 關鍵績效指標', 'S'),
    planId: 'V2-1-2',
    universe: 'case',
    at: 'threeMonthsAt',
    denominator: { all: [fromVulnerableFamily, { known: 'threeMonthsAt' }] },
    numerator: { known: 'protectionReportedAt' },
    unit: 'percent',
    better: 'down',
    targets: [
      { year: 2026, op: 'lt', value: 3 },
      { year: 2029, op: 'lt', value: 2.5 },
    ],
    settlesAfterMonths: 0,
  },
  {
    id: 'cp-opening-rate',
    version: '2',
    label: label('兒少保護案件開案率', 'Child-protection cases opened'),
    numeratorLabel: label('決定開案或短期服務者', 'of these, opened or given short-term service'),
    denominatorLabel: label('當月完成開案決定之兒少保護個案', 'child-protection cases whose opening was decided in the month'),
    // The plan's V2-2-1 counts vulnerable-family and child-protection cases together; its target is not this indicator's.
    basis: basis('計畫2.0 V2-2-1 之兒少保護部分', 'S', 'no target of its own'),
    planId: null,
    universe: 'case',
    at: 'openingDecidedAt',
    denominator: { all: [when('programme', 'eq', 'child-protection'), { known: 'opening' }] },
    numerator: when('opening', 'in', ['open', 'shortTerm']),
    unit: 'percent',
    better: 'up',
    targets: [],
    settlesAfterMonths: 0,
  },
  {
    id: 'visits-on-time',
    version: '2',
    label: label('首次訪視準時率', 'First visits made on time'),
    numeratorLabel: label('到期日前完成者', 'of these, made by the due moment'),
    denominatorLabel: label(
      '當月到期之首次訪視時限（到期前已免除或暫停中者除外）',
      'first-visit clocks due in the month, except those no longer owed by then or standing still',
    ),
    // Two of its three limits: the first visit of grade L2 is our design.
    basis: basis('D0050181-5-I; 兒少保護作業指引', 'V-partly', 'the limit of grade L2 is designed'),
    planId: null,
    universe: 'firstVisit',
    at: 'dueAt',
    denominator: {
      all: [
        when('cancelled', 'eq', false),
        {
          any: [
            { known: 'stoppedAt' },
            { all: [when('paused', 'eq', false), { op: 'gt', left: { fn: 'hoursSince', of: 'dueAt' }, right: { value: 0 } }] },
          ],
        },
      ],
    },
    numerator: { op: 'gte', left: { fn: 'hoursBetween', from: 'stoppedAt', to: 'dueAt' }, right: { value: 0 } },
    unit: 'percent',
    better: 'up',
    targets: [],
    settlesAfterMonths: 0,
  },
];

/** The clock rules that are first visits, for the universe `firstVisit`. */
export const firstVisitRules: readonly string[] = ['vf-visit', 'face-child-L1', 'visit-child-L2'];
