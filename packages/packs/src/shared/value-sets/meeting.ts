// How is somebody met, and with what result? Methods of contacts and visits (TWSS visit-service-method, condensed) and outcomes.

import type { ValueSet } from '@anwang/core/concepts';
import { codes, label } from '../write.ts';

/** Methods of a visit; all are face to face. */
export const visitMethods: ValueSet = {
  id: 'visitMethod',
  label: label('訪視方式', 'Way of visiting'),
  source: 'TWSS visit-service-method, condensed',
  entries: codes(`
    homeVisit 家訪 | Home visit
    officeVisit 會談（中心） | Meeting at the centre
    schoolVisit 校訪 | School visit
    hospitalVisit 院訪 | Hospital visit
    institutionVisit 機構訪視 | Institution visit
    jointVisit 共訪 | Joint visit
    otherVisit 其他面訪 | Other meeting in person
  `),
};

/** Methods of a contact without meeting in person. */
export const contactMethods: ValueSet = {
  id: 'contactMethod',
  label: label('聯繫方式', 'Way of contact'),
  source: 'TWSS visit-service-method, condensed',
  entries: codes(`
    phone 電訪 | Telephone
    video 視訊 | Video call
    message 訊息 | Message
    letter 書信 | Letter
    collateral 聯繫相關人 | Through somebody close
    online 網路 | Online
  `),
};

/** How a contact or a visit went. */
export const meetingOutcomes: ValueSet = {
  id: 'meetingOutcome',
  label: label('結果', 'Outcome'),
  source: 'domain 02 §2.1, §2.4 [D]',
  entries: codes(`
    met 見到或聯繫到 | Met or reached
    notMet 未遇 | Not met
    refused 拒絕 | Refused
    notFound 查無此人或行方不明 | Not found
  `),
};

/**
 * What whoever goes to a family must heed. Said as advice or as what is met there, never why or by whom it is known: also a partner who goes reads it,
 * so nothing of health or of crime stands in it.
 */
export const visitWarnings: ValueSet = {
  id: 'visitWarning',
  label: label('前往時注意', 'To heed when going there'),
  source: 'this product',
  entries: codes(`
    pair 兩人同行 | Go in pairs
    police 請警方陪同 | Ask the police to come along
    outside 約在外面或中心，不入屋 | Meet outside or at the centre, do not go in
    outburst 曾對訪員咆哮或威脅 | A worker was shouted at or threatened
    weapon 可能有危險物品 | There may be dangerous things
    animal 有會攻擊的動物 | An animal that attacks
    protect 要戴口罩與手套 | Wear mask and gloves
    remote 地點偏僻或收訊不良 | Remote, or no signal
    building 建物或通道危險 | Unsafe building or way in
  `),
};

/** What is looked at in a home, so that a visit says what was not looked at too. */
export const homeChecks: ValueSet = {
  id: 'homeCheck',
  label: label('居家與照顧', 'Home and care'),
  source: 'this product, after the form of the visit in design/mocks',
  entries: codes(`
    appearance 兒少或受照顧者的外觀、精神 | Children or who is cared for: appearance and spirits
    meals 三餐與飲食 | Meals and food
    sleeping 睡眠與衣物 | Sleep and clothing
    hygiene 環境與個人清潔 | Cleanliness
    hazards 火源、瓦斯、陽台等居家安全 | Fire, gas, balcony: safety of the home
    medicine 就醫與用藥 | Medical care and medicines
    carer 照顧者的狀況 | How the carer is
    together 家人互動 | How the family is with each other
  `),
};

/** Duties a collaborator takes over. */
export const duties: ValueSet = {
  id: 'duty',
  label: label('協力事項', 'Duty of a collaborator'),
  source: 'domain 04 [D]',
  entries: codes(`
    school 就學輔導 | School guidance
    health 健康照護 | Health care
    mentalHealth 心理衛生 | Mental health
    safety 安全維護 | Safety
    care 照顧服務 | Care
    employment 就業服務 | Employment
    family 家庭服務 | Family service
    other 其他 | Other
  `),
};
