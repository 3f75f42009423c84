// Where is a child kept away from home, why did it end, and why need somebody not be told? TWSS lists as they stand, but for what only a follow-up has (X).

import type { ValueSet } from '@anwang/core/concepts';
import { codes, label } from '../write.ts';

/** Kinds of place, by the letters of TWSS. The first that 兒少權法 and its rules prefer is a relative. */
export const placementTypes: ValueSet = {
  id: 'placementType',
  label: label('安置類型', 'Kind of place'),
  source: 'TWSS placement-type',
  entries: codes(`
    M 緊急短期中心 | Emergency or short-term centre
    C 親屬安置 | With relatives
    N 與兒童及少年有長期正向穩定依附關係之第三人 | With somebody the child has long trusted
    B 寄養家庭 | Foster family
    J 醫院 | Hospital
    A 兒少安置及教養機構 | Institution for children and young people
    D 團體家庭 | Group home
    E 居家托育人員 | Childminder
    F 身心障礙福利機構 | Institution for people with disabilities
    G 護理之家 | Nursing home
    H 長期照顧服務機構 | Long-term care institution
    I 精神復健機構（康復之家） | Psychiatric rehabilitation
    K 中途學校 | Halfway school
    L 感化教育處所 | Reformatory
    Z 其他 | Other
  `),
};

/** How a placement ended. The letters of TWSS say only that it did; what it says of no follow-up (adopted, died, abroad, in the hands of the courts) stands here by name. */
export const placementEnds: ValueSet = {
  id: 'placementEnd',
  label: label('結束安置原因', 'How the placement ended'),
  source: 'TWSS placement-ended, placement-no-follow-up-reason; this product',
  entries: codes(`
    home 返家 | Returned home
    kin 交付親屬或其他適當之人照顧 | Given into the care of relatives or another suitable person
    longTerm 轉長期安置 | Placed for the long term by another order
    independent 自立生活 | Lives independently
    adopted 出養 | Adopted
    justice 進入司法系統服刑或接受感化教育 | In the hands of the courts
    abroad 移居國外 | Moved abroad
    missing 失蹤或擅自離開，尚未尋獲 | Missing or ran away, not found
    died 安置期間死亡 | Died in placement
    other 其他 | Other
  `),
};

/** Why parents or guardian need not be told (兒少權法 57-I). */
export const notToldReasons: ValueSet = {
  id: 'placementNotTold',
  label: label('未通知父母、監護人的原因', 'Why parents or guardian are not told'),
  source: '兒少權法57-I',
  entries: codes(`
    noGuardian 無父母、監護人 | There are neither parents nor guardian
    hardToTell 通知顯有困難 | Telling them is plainly difficult
  `),
};
