// The shared catalogue of reasons, from which each programme picks: closing (domain 02 §2.0.6), opening and not opening, returning a dispatch, risks.

import type { Code, CodeList } from '@anwang/core/programs';
import type { Condition } from '@anwang/core/rules';
import { disputeReasons } from './value-sets/desk.ts';
import { needs, services } from './value-sets/needs.ts';
import { codes } from './write.ts';

const closureCatalogue: readonly Code[] = codes(`
  goalAchieved 目標達成 | Goals achieved
  riskLowered 風險降低 | Risk lowered
  noNeed 無服務需求 | No need of service
  refused 拒絕服務 | Service refused
  lostContact 失聯或行方不明 | Lost contact
  movedOut 遷居或移轉管轄 | Moved or transferred to another county
  transferredProgramme 轉其他體系 | Transferred to another programme
  takenOverByLead 併案由他單位主責 | Taken over by another lead
  death 死亡 | Death
  incarcerated 入監或收容 | Imprisoned
  longTermInstitution 長期機構安置 | Long-term institution
  leftCountry 出境 | Left the country
  agedOut 年齡屆滿 | Aged out
  wrongReport 誤報 | Wrong report
  duplicate 重複通報 | Duplicate
  other 其他 | Other
`);

const riskCatalogue: readonly Code[] = codes(`
  under6 六歲以下 | Child under six
  priorReport 曾被通報 | Reported before
  injury 受傷 | Injury
  neglect 疏忽 | Neglect
  sexual 性侵害 | Sexual abuse
  carerMental 照顧者精神疾病 | Carer's mental illness
  carerSubstance 照顧者物質濫用 | Carer's substance misuse
  carerYoung 照顧者年輕 | Young carer of the child
  DVhome 家中有家庭暴力 | Violence in the home
  noCarer 無照顧者 | No carer
  missing 行方不明 | Missing
  unsafe 安全評估不安全 | Safety assessment: unsafe
  disability 身心障礙 | Disability
  tipvdaHigh TIPVDA 高危機 | TIPVDA high
  lethalItem 致命題項 | Near-lethal item
  weapon 持武器 | Weapon
  stalking 跟蹤騷擾 | Stalking
  separation 分手或離婚中 | Separating
  PObreach 違反保護令 | Order breached
  pregnant 懷孕 | Pregnant
  childAtHome 家中有兒少 | Child at home
  selfHarm 自殺或自傷 | Self-harm
  violence 疑似家庭暴力 | Suspected violence
  poverty 經濟急困 | Acute poverty
  isolation 社會孤立 | Isolation
`);

function pick(catalogue: readonly Code[], ids: readonly string[], requires: Readonly<Record<string, Condition>>): CodeList {
  return ids.map((id) => {
    const found = catalogue.find((one) => one.code === id);
    if (found === undefined) throw new Error(`no code ${id} in the catalogue`);
    const condition = requires[id];
    return condition === undefined ? found : { ...found, requires: condition };
  });
}

/** Closing reasons of a programme; `requires` states what must hold before one may be chosen. */
export function closureReasons(ids: string, requires: Readonly<Record<string, Condition>> = {}): CodeList {
  return pick(closureCatalogue, ids.split(' '), requires);
}

/** Risk flags of a programme. */
export function risks(ids: string): CodeList {
  return pick(riskCatalogue, ids.split(' '), {});
}

/** Needs that plans speak of. */
export const needCodes: CodeList = needs.entries;
/** Services that can be recorded. */
export const serviceCodes: CodeList = services.entries;
/** Reasons for returning a dispatch. */
export const returnReasons: CodeList = disputeReasons.entries;
