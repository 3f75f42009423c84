// 脆弱家庭 vulnerable family: a household that, through several disadvantages at once, needs help of several kinds but is below the threshold of abuse.
// 兒少權法 54 and D0050181 (children's part); plan rules for families without children. Domain 02 §2.1.

import type { Programme } from '@anwang/core/programs';
import { when } from '@anwang/core/rules';
import { actions } from '../../shared/actions.ts';
import { closureReasons, needCodes, returnReasons, risks, serviceCodes } from '../../shared/codes.ts';
import { closureForm, field, optionsOf, visitForm } from '../../shared/forms.ts';
import { stages } from '../../shared/stages.ts';
import { basis, codes, label } from '../../shared/write.ts';
import { clocks } from './clocks.ts';

const assessed = when('assessment.vf-vulnerability.count', 'gte', 1);

/** The programme of vulnerable families. */
export const vulnerableFamily: Programme = {
  id: 'vulnerable-family',
  version: '2026.2',
  validFrom: '2026-11-28',
  prefix: 'VF',
  label: label('脆弱家庭', 'Vulnerable family'),
  short: label('脆家', 'VF'),
  subject: 'household',
  side: 'family',
  unit: 'familyServiceCentre',
  basis: [basis('兒少權法54', 'V'), basis('D0050181', 'V'), basis('社會救助法9-1', 'V')],
  stages: stages(
    [
      { id: 'firstVisit', label: label('待首訪', 'First visit due'), generic: 'assigned', when: when('visits.seen', 'eq', 0) },
      {
        id: 'preTest',
        label: label('評估（前測）', 'Assessment (pre-test)'),
        generic: 'assessing',
        when: when('assessment.vf-vulnerability.count', 'eq', 0),
      },
      {
        id: 'postTest',
        label: label('結案前評估（後測）', 'Reassessment (post-test)'),
        generic: 'serving',
        when: { known: 'assessment.vf-vulnerability.post' },
      },
    ],
    { planning: { zh: '擬定家庭服務計畫', en: 'Planning' }, serving: { zh: '服務中', en: 'In service' } },
  ),
  actions: actions(
    {
      proposeOpening: [
        {
          id: 'visited-or-tried',
          label: label('須先訪視或聯繫', 'Visit or contact the family first'),
          condition: { any: [when('visits.count', 'gte', 1), when('contacts.count', 'gte', 1)] },
          basis: basis('D0050181-5-I', 'V'),
        },
      ],
      draftPlan: [
        {
          id: 'assessed',
          label: label('須先完成家庭脆弱性評估', 'Complete the family assessment first'),
          condition: assessed,
          basis: basis('D0050181-5-II', 'V'),
        },
      ],
      proposeClosure: [
        {
          id: 'post-test',
          label: label(
            '開案服務者須完成後測，或註記未能後測的原因',
            'The post-test is needed for an opened case, or the reason why it could not be done',
          ),
          condition: {
            any: [
              when('opening', 'eq', 'shortTerm'),
              { known: 'assessment.vf-vulnerability.post' },
              when('assessment.vf-vulnerability.postNotDone', 'gte', 1),
            ],
          },
          basis: basis('本系統設計', 'D', 'domain 02 §2.1'),
        },
      ],
    },
    { recordVisit: 'visit', proposeOpening: 'vf-report', proposeClosure: 'closure' },
    { draftPlan: label('擬定家庭服務計畫', 'Draft the family service plan') },
  ),
  clocks,
  forms: [
    visitForm,
    closureForm,
    {
      id: 'vf-report',
      version: '1',
      label: label('訪視評估報告', 'Assessment report'),
      sections: [
        {
          id: 'parts',
          label: label('報告四項內容', 'The four parts of the report'),
          fields: [
            field('reason', 'paragraph', 'report.reasonConfirmed', '通報事由確認', 'Reason confirmed', {
              required: true,
              help: label('脆弱家庭兒少通報協助辦法第 5 條', 'Regulations on children of vulnerable families, art. 5'),
            }),
            field('diagnosis', 'paragraph', 'report.diagnosis', '問題診斷', 'Diagnosis', { required: true }),
            field('goals', 'paragraph', 'report.goals', '處遇目標', 'Goals', { required: true }),
            field('plan', 'paragraph', 'report.plan', '處遇計畫', 'Plan', { required: true }),
          ],
        },
        {
          id: 'family',
          label: label('家庭', 'The family'),
          fields: [
            field('needTypes', 'choices', 'family.needTypes', '脆弱面向', 'Need types', { required: true, options: optionsOf('needType') }),
            field('income', 'integer', 'family.income', '每月收入', 'Monthly income', { min: 0, max: 10_000_000 }),
            field('children', 'integer', 'family.children', '兒少人數', 'Number of children', { min: 0, max: 20 }),
          ],
        },
      ],
    },
  ],
  instruments: [{ instrument: 'vf-vulnerability', version: '1', moments: ['pre', 'review', 'post'], about: 'case', handedOn: true }],
  needs: needCodes,
  risks: risks('under6 priorReport carerMental carerSubstance carerYoung noCarer disability selfHarm violence poverty isolation'),
  services: serviceCodes,
  openingReasons: codes(`
    severalNeeds 多重需求需整合服務 | Several needs, joint service needed
    careRisk 照顧功能不足 | Care is not sufficient
    economicShock 經濟陷困 | Economic hardship
    familyConflict 家庭衝突 | Family conflict
    other 其他 | Other
  `),
  shortTermReasons: codes(`
    oneTimeNeed 單一需求一次性服務 | A single need, one-time service
    resourceLinked 已連結資源短期關懷 | Resources linked, short care
    other 其他 | Other
  `),
  notOpenedReasons: [
    ...codes(`
      noFactor 無脆弱性因子 | No factor of vulnerability
      alreadyServedByOther 已由他單位主責 | Another unit leads already
      refused 拒絕服務 | Service refused
      cannotContact 無法聯繫 | Cannot be reached
      outsideJurisdiction 非本轄 | Outside the county
      convertedToProtection 轉保護案件 | Became a protection case
      informationOnly 僅資訊提供 | Information only
    `).map((one) => (one.code === 'cannotContact' ? { ...one, requires: when('tries.vain', 'gte', 3) } : one)),
  ],
  closureReasons: closureReasons(
    'goalAchieved riskLowered noNeed refused lostContact movedOut transferredProgramme takenOverByLead death incarcerated longTermInstitution leftCountry duplicate other',
    {
      goalAchieved: when('goals.met', 'gte', 1),
      lostContact: when('tries.vain', 'gte', 3),
    },
  ),
  returnReasons,
  memberRoles: [
    { id: 'subject', label: label('主要服務對象', 'Main person'), side: 'family' },
    { id: 'member', label: label('家庭成員', 'Family member'), side: 'family' },
    { id: 'caregiver', label: label('主要照顧者', 'Main carer'), side: 'family' },
    { id: 'contact', label: label('聯絡人', 'Contact person'), side: 'other' },
    { id: 'collateral', label: label('重要他人', 'Other important person'), side: 'other' },
  ],
  levels: [
    { id: 'high', label: label('高脆弱', 'High vulnerability'), visitsPerMonth: 2, basis: basis('本系統設計', 'D', 'domain 02 §2.1') },
    { id: 'medium', label: label('中脆弱', 'Medium vulnerability'), visitsPerMonth: 1, basis: basis('本系統設計', 'D', 'domain 02 §2.1') },
    { id: 'low', label: label('低脆弱', 'Low vulnerability'), visitsPerMonth: 0.5, basis: basis('本系統設計', 'D', 'domain 02 §2.1') },
  ],
  measures: ['vf-rereport-6m', 'vf-protection-3m', 'visits-on-time'],
  overlays: [],
};
