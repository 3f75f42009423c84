// 兒少保護 child protection: one child; report, grade and class, safety assessment, protection, investigation, decision, family plan.
// 兒少權法 49, 53, 56, 57, 64; D0050009. Domain 02 §2.2.

import type { Programme } from '@anwang/core/programs';
import { when } from '@anwang/core/rules';
import { actions } from '../../shared/actions.ts';
import { closureReasons, needCodes, returnReasons, risks, serviceCodes } from '../../shared/codes.ts';
import { closureForm, visitForm } from '../../shared/forms.ts';
import { stages } from '../../shared/stages.ts';
import { basis, codes, label } from '../../shared/write.ts';
import { clocks } from './clocks.ts';
import { investigationForm } from './investigation-form.ts';
import { placementForm } from './placement-form.ts';

/** The programme of child protection. */
export const childProtection: Programme = {
  id: 'child-protection',
  version: '2026.3',
  validFrom: '2026-11-28',
  prefix: 'CP',
  label: label('兒少保護', 'Child protection'),
  short: label('兒保', 'CP'),
  subject: 'child',
  side: 'victim',
  unit: 'dvsaCentre',
  basis: [basis('兒少權法49, 53, 56, 57, 64', 'V'), basis('D0050009', 'V')],
  stages: stages(
    [
      {
        id: 'investigating',
        label: label('調查中', 'Investigating'),
        generic: 'assessing',
        when: when('assessment.sdm-safety.count', 'eq', 0),
      },
      {
        id: 'safetyAssessed',
        label: label('已完成安全評估', 'Safety assessed'),
        generic: 'assessing',
        when: when('assessment.sdm-safety.count', 'gte', 1),
      },
    ],
    {
      assigned: { zh: '待面見兒少', en: 'Child to be seen' },
      openReview: { zh: '成案審核', en: 'Substantiation under review' },
      planning: { zh: '擬定家庭處遇計畫', en: 'Family plan' },
      serving: { zh: '家庭處遇中', en: 'Family treatment' },
      notOpened: { zh: '未成案', en: 'Not substantiated' },
    },
  ),
  actions: actions(
    {
      proposeOpening: [
        {
          id: 'safety-assessed',
          label: label('須先完成安全評估，或註記未能評估的原因', 'Complete the safety assessment first, or note why it could not be done'),
          condition: { any: [when('assessment.sdm-safety.count', 'gte', 1), when('assessment.sdm-safety.notDone', 'gte', 1)] },
          basis: basis('D0050009-7', 'V'),
        },
        {
          id: 'child-visited',
          label: label('須先面見兒少，或已三次以上嘗試', 'See the child first, or try at least three times'),
          condition: { any: [when('visits.faceToFace', 'gte', 1), when('visits.count', 'gte', 3)] },
          basis: basis('兒少保護作業指引 2-(2)', 'V'),
        },
      ],
      proposeClosure: [
        {
          id: 'safe-at-end',
          label: label(
            '須已完成安全評估，且每名兒少最近一次皆非「不安全」',
            'A safety assessment is needed, and the latest of each child must not be "unsafe"',
          ),
          condition: {
            any: [
              { all: [when('assessment.sdm-safety.count', 'gte', 1), { not: when('assessment.sdm-safety.bands', 'has', ['unsafe']) }] },
              when('assessment.sdm-safety.notApplicable', 'gte', 1),
            ],
          },
          basis: basis('本系統設計', 'D', 'domain 02 §2.2'),
        },
      ],
    },
    { recordVisit: 'visit', proposeOpening: 'investigation', proposeClosure: 'closure', placeChild: 'placement' },
    {
      proposeOpening: label('提出成案建議', 'Propose substantiation'),
      decideOpening: label('核定成案', 'Decide on substantiation'),
      draftPlan: label('擬定家庭處遇計畫', 'Draft the family plan'),
    },
    true,
  ),
  clocks,
  forms: [visitForm, closureForm, investigationForm, placementForm],
  instruments: [{ instrument: 'sdm-safety', version: '1', moments: ['intake', 'review', 'post'], about: 'person', handedOn: true }],
  needs: needCodes,
  risks: risks(
    'under6 priorReport injury neglect sexual carerMental carerSubstance carerYoung DVhome noCarer missing unsafe selfHarm disability',
  ),
  services: serviceCodes,
  openingReasons: codes(`
    substantiatedAbuse 虐待成立 | Abuse substantiated
    substantiatedNeglect 疏忽成立 | Neglect substantiated
    improperDiscipline 不當管教 | Improper discipline
    article56 有 56 條情形 | Grounds of article 56
    witness 目睹家暴受影響 | Harmed by witnessing violence
    other 其他 | Other
  `),
  shortTermReasons: codes(`
    lowRisk 風險低短期輔導 | Low risk, short guidance
    parentsCooperate 家長配合 | Parents cooperate
    other 其他 | Other
  `),
  notOpenedReasons: codes(`
    notSubstantiated 查無虐待事實 | No abuse found
    alreadyInService 已在案 | Already in service
    otherProgramme 轉其他體系 | For another programme
    otherCounty 非本轄 | Another county
    wrongReport 誤報 | Wrong report
    childDied 兒少死亡 | The child has died
  `),
  closureReasons: closureReasons(
    'goalAchieved riskLowered transferredProgramme takenOverByLead movedOut death agedOut lostContact leftCountry wrongReport other',
    {
      goalAchieved: when('goals.met', 'gte', 1),
      lostContact: when('tries.vain', 'gte', 3),
    },
  ),
  returnReasons,
  memberRoles: [
    { id: 'subject', label: label('受害兒少', 'The child'), side: 'victim' },
    { id: 'victim', label: label('同案受害手足', 'Sibling, also a victim'), side: 'victim' },
    { id: 'caregiver', label: label('照顧者', 'Carer'), side: 'family' },
    { id: 'respondent', label: label('行為人', 'Alleged perpetrator'), side: 'offender' },
    { id: 'member', label: label('家庭成員', 'Family member'), side: 'family' },
    { id: 'contact', label: label('聯絡人', 'Contact person'), side: 'other' },
    { id: 'collateral', label: label('重要他人', 'Other important person'), side: 'other' },
  ],
  levels: [
    { id: 'unsafe', label: label('高風險', 'High risk'), visitsPerMonth: 4, basis: basis('本系統設計', 'D') },
    { id: 'safeWithPlan', label: label('中風險', 'Medium risk'), visitsPerMonth: 2, basis: basis('本系統設計', 'D') },
    { id: 'safe', label: label('低風險', 'Low risk'), visitsPerMonth: 1, basis: basis('本系統設計', 'D') },
  ],
  measures: ['cp-opening-rate', 'visits-on-time'],
  overlays: [],
};
