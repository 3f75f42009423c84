// 親密關係暴力 intimate partner violence: one victim; TIPVDA, contact in safety, opening, safety plan, protection order, service, retest, closing.
// 家暴法 3, 14, 16, 50, 63-1. Domain 02 §2.3. The respondent is named on the offender side and never shares a view with the victim's hidden facts.

import type { Programme } from '@anwang/core/programs';
import { when } from '@anwang/core/rules';
import { actions } from '../../shared/actions.ts';
import { closureReasons, needCodes, returnReasons, risks, serviceCodes } from '../../shared/codes.ts';
import { closureForm, visitForm } from '../../shared/forms.ts';
import { stages } from '../../shared/stages.ts';
import { basis, codes, label } from '../../shared/write.ts';
import { clocks } from './clocks.ts';
import { safetyForm } from './safety-form.ts';

const tested = when('assessment.tipvda-1.count', 'gte', 1);
const notTested = when('assessment.tipvda-1.notDone', 'gte', 1);

/** The programme of intimate partner violence. */
export const intimatePartnerViolence: Programme = {
  id: 'intimate-partner-violence',
  version: '2026.2',
  validFrom: '2026-11-28',
  prefix: 'IPV',
  label: label('親密關係暴力', 'Intimate partner violence'),
  short: label('親密', 'IPV'),
  subject: 'victim',
  side: 'victim',
  unit: 'dvsaCentre',
  basis: [basis('家暴法3, 14, 16, 50, 63-1', 'V')],
  stages: stages(
    [
      {
        id: 'highRisk',
        label: label('高危機列管服務中', 'In service, listed as high risk'),
        generic: 'serving',
        when: when('risks', 'has', ['tipvdaHigh']),
      },
    ],
    {
      assigned: { zh: '待聯繫被害人', en: 'Victim to be reached' },
      assessing: { zh: '危險評估中', en: 'Danger assessment' },
      planning: { zh: '擬定安全計畫', en: 'Safety plan' },
    },
  ),
  actions: actions(
    {
      proposeOpening: [
        {
          id: 'contact-tried',
          label: label('須先聯繫被害人', 'Try to reach the victim first'),
          condition: { any: [when('contacts.count', 'gte', 1), when('visits.count', 'gte', 1)] },
          basis: basis('本系統設計', 'M', 'domain 02 §2.3'),
        },
        {
          id: 'tipvda',
          label: label(
            '聯繫上者須完成 TIPVDA，或註記未能評估的原因',
            'TIPVDA is needed once the victim has been reached, or the reason why it could not be done',
          ),
          condition: { any: [tested, notTested, { all: [when('contacts.reached', 'eq', 0), when('visits.seen', 'eq', 0)] }] },
          basis: basis('TIPVDA', 'V'),
        },
      ],
      proposeClosure: [
        {
          id: 'retested',
          label: label(
            '高危機列管中不得結案：再測低於高危機且會議同意後，以「風險註記」調為中或低，即解除列管',
            'Listed as high risk: when a retest is no longer high and the meeting agrees, "Note risk" as medium or low takes it off the list',
          ),
          condition: { any: [{ not: when('risks', 'has', ['tipvdaHigh']) }, when('assessment.tipvda-1.notApplicable', 'gte', 1)] },
          basis: basis('高危機列管實務', 'V-partly', 'domain 02 §2.3: delist when the retest is below 8 and the meeting agrees'),
        },
      ],
    },
    { recordVisit: 'visit', proposeClosure: 'closure', draftPlan: 'ipv-safety' },
    { draftPlan: label('擬定安全計畫', 'Draft the safety plan') },
  ),
  clocks,
  forms: [visitForm, closureForm, safetyForm],
  instruments: [{ instrument: 'tipvda-1', version: '1', moments: ['intake', 'review', 'post'], about: 'person', handedOn: true }],
  needs: needCodes,
  risks: risks('tipvdaHigh lethalItem weapon stalking separation PObreach pregnant childAtHome priorReport selfHarm disability'),
  services: serviceCodes,
  openingReasons: codes(`
    highDanger 高危機 | High danger
    ongoingViolence 暴力持續 | The violence goes on
    needsProtectionOrder 需要保護令 | Needs a protection order
    needsShelter 需要庇護 | Needs shelter
    needsSupport 需要支持服務 | Needs support
    other 其他 | Other
  `),
  shortTermReasons: codes(`
    A 現況安全且無意願 | Safe now and not willing
    B 可自行處理無需求 | Can solve it, no need
    C 無明確暴力 | No clear violence
    D 其他需求已轉介 | Other needs, referred
    E 拒絕但已告知權益 | Refused, has been informed
    F 被害人死亡，家屬有需求 | The victim has died, the family has needs
    Z 其他 | Other
  `).map((one) => ({ ...one, maps: { DVFORM: one.code } })),
  notOpenedReasons: codes(`
    A 現況安全且無意願 | Safe now and not willing
    B 可自行處理 | Can solve it
    C 無明確暴力 | No clear violence
    D 死亡 | Has died
    E 拒絕談話 | Refuses to talk
    F 聯絡方式錯誤 | Wrong contact details
    G 無人接聽 | No answer
    H 已轉介 | Referred
    I 誤報 | Wrong report
    J 無法聯繫 | Contact failed
    Z 其他 | Other
  `).map((one) => ({
    ...one,
    maps: { DVFORM: one.code },
    ...(one.code === 'G' || one.code === 'J' ? { requires: when('tries.vain', 'gte', 3) } : {}),
  })),
  closureReasons: closureReasons('goalAchieved riskLowered refused lostContact movedOut death transferredProgramme other', {
    riskLowered: when('assessment.tipvda-1.count', 'gte', 2),
    lostContact: when('tries.vain', 'gte', 3),
  }),
  returnReasons,
  memberRoles: [
    { id: 'subject', label: label('被害人', 'Victim'), side: 'victim' },
    { id: 'victim', label: label('同受害之人', 'Also a victim'), side: 'victim' },
    { id: 'respondent', label: label('相對人', 'Respondent'), side: 'offender' },
    { id: 'member', label: label('目睹兒少或同住家人', 'Child witness or family member'), side: 'family' },
    { id: 'caregiver', label: label('照顧者', 'Carer'), side: 'family' },
    { id: 'contact', label: label('安全聯絡人', 'Safe contact'), side: 'victim' },
    { id: 'collateral', label: label('重要他人', 'Other important person'), side: 'other' },
  ],
  levels: [
    { id: 'high', label: label('高危機', 'High'), visitsPerMonth: 4, basis: basis('本系統設計', 'D') },
    { id: 'middle', label: label('中危機', 'Middle'), visitsPerMonth: 2, basis: basis('本系統設計', 'D') },
    { id: 'low', label: label('低危機', 'Low'), visitsPerMonth: 1, basis: basis('本系統設計', 'D') },
  ],
  measures: [],
  overlays: [],
};
