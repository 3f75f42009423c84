// What do families need? The six need types of vulnerable families (plan wording) and the common list of needs; and what is done for them.
// Needs: domain 02 §2.1 (VF1–VF6) and tables/need-lists.csv `need-common` [D]. Services: condensed from the TWSS provided-service lists [D].

import type { ValueSet } from '@anwang/core/concepts';
import { codes, label } from '../write.ts';

/** The six need types of vulnerable families, which every report may carry. */
export const needTypes: ValueSet = {
  id: 'needType',
  label: label('脆弱面向', 'Need type'),
  source: 'domain 02 §2.1',
  entries: codes(`
    VF1 家庭經濟陷困致有福利需求 | Economic hardship
    VF2 家庭遭逢變故致家庭功能受損 | A shock has damaged the family's functioning
    VF3 家庭關係衝突或疏離 | Conflict or estrangement in the family
    VF4 兒少發展不利處境致有照顧或福利需求 | Unfavourable conditions for a child's development
    VF5 家庭成員身心障礙或傷病失能有特殊照顧或福利需求 | Disability, illness or care needs of a member
    VF6 個人生活適應困難 | Difficulty of an individual to cope
  `),
};

/** Needs that plans and referrals speak of. */
export const needs: ValueSet = {
  id: 'need',
  label: label('需求', 'Need'),
  source: 'need-lists.csv need-common [D]',
  entries: codes(`
    economy 經濟 | Income
    housing 居住 | Housing
    employment 就業 | Employment
    childcare 托育 | Childcare
    parenting 親職 | Parenting
    school 就學 | Schooling
    health 健康醫療 | Health
    mentalHealth 心理健康 | Mental health
    disabilityCare 身心障礙照顧 | Disability care
    elderCare 長輩照顧 | Elder care
    addiction 成癮 | Addiction
    safety 人身安全 | Safety
    legal 法律 | Legal matters
    relationship 家庭關係 | Family relations
    socialSupport 社會支持 | Social support
    documents 戶籍與居留證件 | Registration and papers
    goods 物資 | Goods
    transport 交通 | Transport
    culture 文化與語言 | Culture and language
  `),
};

/** Services that can be recorded. */
export const services: ValueSet = {
  id: 'service',
  label: label('服務項目', 'Service'),
  source: 'condensed from TWSS provided-service lists [D]',
  entries: codes(`
    counselling 關懷與諮詢 | Support and advice
    emergencyCash 急難救助 | Emergency relief
    livingAllowance 生活補助申請 | Living allowance
    goods 物資提供 | Goods
    housingHelp 租屋與居住協助 | Housing help
    jobHelp 就業協助 | Job help
    childcareHelp 托育協助 | Childcare
    parentEducation 親職教育 | Parent education
    inHomeParenting 到宅育兒指導 | In-home parenting guidance
    psychotherapy 心理諮商 | Psychological counselling
    medicalHelp 就醫協助 | Medical help
    legalHelp 法律扶助 | Legal help
    protectionOrder 協助聲請保護令 | Help with a protection order
    shelter 緊急庇護 | Emergency shelter
    placement 家外安置 | Out-of-home placement
    accompany 陪同出庭或偵訊 | Accompanying to court or interview
    childWitness 目睹兒少輔導 | Support for child witnesses
    careService 照顧服務 | Care service
    schoolSupport 就學協助 | School support
    safetyPlan 安全計畫 | Safety plan
    other 其他 | Other
  `),
};
