// The desk, nationally: triage rules in the order of domain 03 §3.12, second review as in 04 §4.2, clocks as in the plan and the design of the queue.
// The rules are our stand-in [D] for the desk's checklist; each names the law or practice it follows. They propose; people decide.

import { always, when } from '@anwang/core/rules';
import type { Desk, TriageRule } from '@anwang/core/screening';
import { groundsOf } from './value-sets/grounds.ts';
import { basis, label } from './write.ts';

const CP = 'child-protection';
const IPV = 'intimate-partner-violence';
const VF = 'vulnerable-family';

const childUrgent = ['child-urgent-care', 'child-urgent-medical', 'child-abandoned', 'child-left-alone', 'child-suicide-carer'];
const lethal = ['ipv-weapon', 'ipv-strangled', 'ipv-threat-kill'];

const triage: readonly TriageRule[] = [
  {
    id: 'danger-child',
    label: label('兒少有立即危險', 'A child is in immediate danger'),
    basis: basis('兒少權法56-I; 53-III', 'V'),
    when: { all: [when('immediateDanger', 'eq', true), { any: [when('grounds', 'has', groundsOf(CP)), when('youngestAge', 'lt', 18)] }] },
    band: 'extreme',
    urgency: 'immediate',
    outcome: 'accept',
    lines: [{ programme: CP, grade: 'L1', class: 'C1' }],
    act: label('先撥 110／119，並通知兒少保護值班社工', 'Call 110/119 first and tell the child protection worker on duty'),
  },
  {
    id: 'danger-partner',
    label: label('親密關係暴力有立即危險', 'A partner is in immediate danger'),
    basis: basis('家暴法48, 50', 'V'),
    when: { all: [when('immediateDanger', 'eq', true), when('grounds', 'has', groundsOf(IPV))] },
    band: 'extreme',
    urgency: 'immediate',
    outcome: 'accept',
    lines: [{ programme: IPV }],
    act: label('先撥 110，並通知家防中心值班社工', 'Call 110 first and tell the worker on duty'),
  },
  {
    id: 'child-article-56',
    label: label('兒少有緊急保護必要（56 條）', 'A child needs urgent protection (art. 56)'),
    basis: basis('兒少權法56; D0050009-5', 'V'),
    when: when('grounds', 'has', childUrgent),
    band: 'extreme',
    urgency: 'immediate',
    outcome: 'accept',
    lines: [{ programme: CP, grade: 'L1', class: 'C1' }],
    act: label('24 小時內面見兒少', 'See the child face to face within 24 hours'),
  },
  {
    id: 'child-harm',
    label: label('兒少遭受身體傷害或性侵害', 'A child has been hurt or sexually abused'),
    basis: basis('兒少權法49, 53', 'V'),
    when: when('grounds', 'has', ['child-injury', 'child-sexual']),
    band: 'high',
    urgency: 'urgent',
    outcome: 'accept',
    lines: [{ programme: CP, grade: 'L1', class: 'C1' }],
  },
  {
    id: 'ipv-tipvda-high',
    label: label('TIPVDA 八分以上或有致命題項', 'TIPVDA of eight or more, or a near-lethal item'),
    basis: basis('TIPVDA; 家暴法8-I-9', 'V'),
    when: { any: [when('tipvdaScore', 'gte', 8), when('tipvdaLethalItems', 'gte', 1), when('grounds', 'has', lethal)] },
    // The instrument is about partners: nobody asks for its score where a child alone is spoken of.
    askIf: when('grounds', 'has', groundsOf(IPV)),
    band: 'high',
    urgency: 'urgent',
    outcome: 'accept',
    lines: [{ programme: IPV }],
    act: label('24 小時內聯繫被害人', 'Reach the victim within 24 hours'),
  },
  {
    id: 'ipv-order-breach',
    label: label('違反保護令', 'A protection order was breached'),
    basis: basis('家暴法61', 'V'),
    when: when('grounds', 'has', ['ipv-order-breach']),
    band: 'high',
    urgency: 'urgent',
    outcome: 'accept',
    lines: [{ programme: IPV }],
  },
  {
    id: 'danger-other',
    label: label('通報人表示有立即危險', 'The reporter says there is immediate danger'),
    basis: basis('本系統設計', 'D', 'domain 03 §3.12 (1)'),
    // Danger to a child or by a partner has rules of its own above; here nobody has said yet what the danger is.
    when: {
      all: [
        when('immediateDanger', 'eq', true),
        { not: when('grounds', 'has', [...groundsOf(CP), ...groundsOf(IPV)]) },
        { any: [{ not: { known: 'youngestAge' } }, when('youngestAge', 'gte', 18)] },
      ],
    },
    band: 'high',
    urgency: 'immediate',
    outcome: 'accept',
    lines: [{ programme: VF }],
    act: label('確認是否已撥 110／119', 'Make sure that 110/119 has been called'),
  },
  {
    id: 'child-protection',
    label: label('有兒少保護事由', 'Grounds of child protection'),
    basis: basis('兒少權法53-I', 'V'),
    when: when('grounds', 'has', groundsOf(CP)),
    band: 'medium',
    urgency: 'urgent',
    outcome: 'accept',
    lines: [{ programme: CP, grade: 'L2', class: 'C1' }],
  },
  {
    id: 'ipv',
    label: label('有親密關係暴力事由', 'Grounds of intimate partner violence'),
    basis: basis('家暴法50', 'V'),
    when: when('grounds', 'has', groundsOf(IPV)),
    band: 'medium',
    urgency: 'urgent',
    outcome: 'accept',
    lines: [{ programme: IPV }],
  },
  {
    id: 'ipv-child-at-home',
    label: label('親密關係暴力且家中有兒少', 'Partner violence with children in the home'),
    basis: basis('家暴法59; 兒少權法64', 'V'),
    when: { all: [when('grounds', 'has', groundsOf(IPV)), when('childrenInHome', 'eq', true)] },
    band: 'high',
    urgency: 'urgent',
    outcome: 'accept',
    lines: [{ programme: IPV }, { programme: CP, grade: 'L2', class: 'C1' }],
  },
  {
    id: 'repeat',
    label: label('六個月內重複通報三次以上', 'Reported three times or more within six months'),
    basis: basis('本系統設計', 'D', 'domain 04 §4.4: fewer repeat reports'),
    when: {
      all: [
        when('priorReports', 'gte', 3),
        {
          any: [
            when('grounds', 'has', [...groundsOf(CP), ...groundsOf(IPV), ...groundsOf(VF)]),
            when('needs', 'has', ['VF1', 'VF2', 'VF3', 'VF4', 'VF5', 'VF6']),
          ],
        },
      ],
    },
    band: 'high',
    urgency: 'urgent',
    outcome: 'accept',
    lines: [{ programme: VF }],
  },
  {
    id: 'vf-several',
    label: label('兩項以上脆弱面向', 'Two or more need types'),
    basis: basis('兒少權法54; D0050181-2', 'V'),
    when: { op: 'gte', left: { fn: 'count', of: 'needs' }, right: { value: 2 } },
    band: 'medium',
    urgency: 'ordinary',
    outcome: 'accept',
    lines: [{ programme: VF }],
  },
  {
    id: 'vf-young-child',
    label: label('六歲以下兒童之脆弱家庭事由', 'A vulnerable family with a child up to six'),
    basis: basis('D0050181-2', 'V'),
    when: { all: [when('youngestAge', 'lte', 6), when('grounds', 'has', groundsOf(VF))] },
    band: 'medium',
    urgency: 'ordinary',
    outcome: 'accept',
    lines: [{ programme: VF }],
  },
  {
    id: 'vf',
    label: label('有脆弱家庭事由', 'Grounds of a vulnerable family'),
    basis: basis('兒少權法54', 'V'),
    when: { any: [when('grounds', 'has', groundsOf(VF)), when('needs', 'has', ['VF1', 'VF2', 'VF3', 'VF4', 'VF5', 'VF6'])] },
    band: 'low',
    urgency: 'ordinary',
    outcome: 'accept',
    lines: [{ programme: VF }],
  },
  {
    id: 'nothing-found',
    label: label('無其他規則適用', 'No other rule applies'),
    basis: basis('本系統設計', 'D', 'domain 03 §3.12 (10)'),
    when: always,
    band: 'low',
    urgency: 'ordinary',
    outcome: 'informationOnly',
    lines: [],
  },
];

/** The national desk. */
export const desk: Desk = {
  version: '2026.1',
  triage,
  review: [
    {
      id: 'child-L1',
      label: label('兒少保護第一級', 'Child protection grade 1'),
      basis: basis('本系統設計', 'D', 'domain 03 §3.12'),
      when: when('grades', 'has', ['L1']),
    },
    {
      id: 'extreme',
      label: label('極高風險', 'Extreme risk'),
      basis: basis('本系統設計', 'D', 'domain 03 §3.12'),
      when: when('band', 'eq', 'extreme'),
    },
    {
      id: 'cross-county',
      label: label('跨轄', 'Another county is involved'),
      basis: basis('本系統設計', 'D', 'domain 03 §3.12'),
      when: when('otherCounty', 'eq', true),
    },
    {
      id: 'differs',
      label: label('與規則建議不同', 'Differs from what the rules propose'),
      basis: basis('本系統設計', 'D', 'domain 04 §4.2'),
      when: when('differs', 'eq', true),
    },
    {
      id: 'many',
      label: label('三個以上體系', 'Three programmes or more'),
      basis: basis('本系統設計', 'D', 'domain 04 §4.2'),
      when: { op: 'gte', left: { fn: 'count', of: 'programmes' }, right: { value: 3 } },
    },
  ],
  limits: {
    'desk-dispatch': { limit: { amount: 24, kind: 'hours' }, basis: basis('24 小時內完成派案', 'S', 'wall time') },
    'triage-extreme': { limit: { amount: 1, kind: 'hours' }, basis: basis('本系統設計', 'D', 'by risk band') },
    'triage-high': { limit: { amount: 4, kind: 'hours' }, basis: basis('本系統設計', 'D', 'by risk band') },
    'triage-medium': { limit: { amount: 12, kind: 'hours' }, basis: basis('本系統設計', 'D', 'by risk band') },
    'triage-low': { limit: { amount: 24, kind: 'hours' }, basis: basis('本系統設計', 'D', 'by risk band') },
    'unit-accept': { limit: { amount: 1, kind: 'workingDays' }, basis: basis('本系統設計', 'D', 'domain 04 §4.2') },
    arbitration: { limit: { amount: 1, kind: 'workingDays' }, basis: basis('本系統設計', 'D') },
    'breakglass-review': { limit: { amount: 3, kind: 'calendarDays' }, basis: basis('本系統設計', 'D', 'domain 09 §9.1') },
  },
  overlays: [],
};
