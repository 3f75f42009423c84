// What other systems say of a person: which systems there are (domain tables/source-systems.csv) and what their flags are called.

import type { ValueSet } from '@anwang/core/concepts';
import { codes, label } from '../write.ts';

/** Systems that flags and source rows come from. */
export const sourceSystems: ValueSet = {
  id: 'sourceSystem',
  label: label('來源系統', 'Source system'),
  source: 'domain source-systems.csv [S]',
  entries: codes(`
    src-vf 脆弱家庭個案管理平台 | Vulnerable family platform
    src-prot-victim 保護資訊系統（被害人） | Protection system (victims)
    src-prot-child 保護資訊系統（兒少） | Protection system (children)
    src-prot-offender 保護資訊系統（加害人處遇） | Protection system (offender treatment)
    src-suicide 自殺防治通報系統 | Suicide prevention system
    src-psych 精神照護資訊管理系統 | Psychiatric care system
    src-drug 毒品列管與藥癮個管 | Drug case management
    src-under6 六歲以下主動關懷平台 | Care for children under six
    src-prison-child 隨母入監兒童平台 | Children in prison with their mothers
    src-ecarewelfare 弱勢e關懷 | Welfare benefits
    src-nhi 健保 | National health insurance
    src-vaccine 預防接種 | Vaccination
    src-disability 身心障礙資訊系統 | Disability system
    src-elder-alone 獨居老人平台 | Elders living alone
    src-ltc 長照資訊平台 | Long-term care
    src-household 戶役政 | Household register
    src-entryexit 出入境 | Entry and exit
    src-police 警政 | Police
    src-corrections 獄政 | Prisons
    src-prosecution 刑案 | Prosecution
    src-court-po 保護令 | Protection orders
    src-dropout 中輟與學籍 | School absence
    src-employment 就業服務 | Employment service
  `),
};

/** What a flag says. */
export const flags: ValueSet = {
  id: 'flag',
  label: label('系統註記', 'Flag of a source system'),
  source: 'domain source-systems.csv [S], names [D]',
  entries: codes(`
    lowIncome 低收入戶 | Low-income household
    disability 身心障礙 | Disability
    carerAtLimit 照顧者負荷過重 | Carer at the limit
    mentalCare 精神照護個案 | In psychiatric care
    suicideReport 自殺通報 | Reported for suicide
    drugCase 藥癮列管 | Drug case
    absentFromSchool 中輟或長期缺課 | Absent from school
  `),
};
