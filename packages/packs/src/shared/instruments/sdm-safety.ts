// SDM child safety assessment: 13 danger items, protective capacities, and a result per child: safe, safe with plan, unsafe (domain 03 §3.4, items paraphrased).
// One danger item is enough: the result does not wait for open items. A safety plan that is agreed and holds turns unsafe into safe with plan.

import type { Instrument, Item } from '@anwang/core/assessment';
import { type Condition, when } from '@anwang/core/rules';
import { basis, label } from '../write.ts';

const yes = { code: 'Y', label: label('是', 'Yes'), points: 1 };
const no = { code: 'N', label: label('否', 'No'), points: 0 };

const dangers: readonly (readonly [string, string, string])[] = [
  ['d01-serious-harm', '兒少遭受嚴重身體傷害或有此威脅', 'Serious physical harm, or the threat of it'],
  ['d02-basic-needs', '基本需求未獲滿足', 'Basic needs are not met'],
  ['d03-living-conditions', '居住環境有立即危險', 'Living conditions are immediately dangerous'],
  ['d04-fails-to-protect', '照顧者未能保護兒少免受他人嚴重傷害', 'The carer fails to protect from serious harm by others'],
  ['d05-adult-violence', '家中成人暴力危及兒少', 'Violence between adults endangers the child'],
  ['d06-degrading', '羞辱恐嚇造成嚴重心理傷害', 'Degrading or terrorising words do serious harm'],
  ['d07-sexual-abuse', '疑似性侵害且照顧者態度不利保護', 'Suspected sexual abuse and a carer who does not protect'],
  ['d08-access-refused', '拒絕讓人接觸兒少或可能逃離', 'Access to the child is refused, or flight is likely'],
  ['d09-explanation', '對傷勢的說明與情況不符', 'The explanation does not match the injury'],
  ['d10-carer-condition', '照顧者身心狀況致無法照顧', "The carer's condition prevents care"],
  ['d11-substance', '物質濫用致無法照顧', 'Substance misuse prevents care'],
  ['d12-history', '過去有嚴重紀錄，目前未達立即危險', 'A serious history, though not immediate'],
  ['d13-other', '其他危險因素', 'Other danger'],
];

function item(id: string, zh: string, en: string, part: string): Item {
  return { id, label: label(zh, en), kind: 'one', options: [yes, no], part, counts: part === 'danger', required: true };
}

const anyDanger: Condition = { any: dangers.map(([id]) => when(`points.${id}`, 'gte', 1)) };
const planHolds: Condition = { all: [when('answer.p1-plan-agreed', 'eq', 'Y'), when('answer.p2-plan-controls', 'eq', 'Y')] };

/** SDM safety assessment. */
export const sdmSafety: Instrument = {
  id: 'sdm-safety',
  version: '1',
  validFrom: '2014-01-01',
  label: label('SDM 兒少安全評估', 'SDM child safety assessment'),
  basis: basis('兒少保護 SDM 安全評估', 'V', 'domain 03 §3.4'),
  status: 'official',
  rater: label('兒少保護社工', 'Child protection worker'),
  parts: [
    { id: 'danger', label: label('危險因素', 'Danger items') },
    { id: 'protection', label: label('保護能力', 'Protective capacity') },
    { id: 'culture', label: label('文化考量', 'Culture') },
  ],
  items: [
    ...dangers.map(([id, zh, en]) => item(id, zh, en, 'danger')),
    item('p1-plan-agreed', '已與照顧者約定安全計畫', 'A safety plan is agreed with the carer', 'protection'),
    item('p2-plan-controls', '安全計畫足以控制危險', 'The plan controls the danger', 'protection'),
    item('c1-culture-considered', '已考量文化因素', 'Culture has been considered', 'culture'),
  ],
  missing: 'incomplete',
  bands: [
    { id: 'safeWithPlan', label: label('有計畫則安全', 'Safe with plan'), when: { all: [anyDanger, planHolds] }, weight: 2 },
    { id: 'unsafe', label: label('不安全', 'Unsafe'), when: anyDanger, weight: 3 },
    {
      id: 'safe',
      label: label('安全', 'Safe'),
      when: { all: [when('score', 'eq', 0), when('answer.c1-culture-considered', 'eq', 'Y')] },
      weight: 1,
    },
  ],
  flags: [{ id: 'accessRefused', label: label('拒絕接觸兒少', 'Access refused'), when: when('points.d08-access-refused', 'gte', 1) }],
  triggers: [
    {
      id: 'protectToday',
      label: label('當日採取保護安置或等同措施', 'Protect or place the child today'),
      when: { all: [anyDanger, { not: planHolds }] },
      risk: 'unsafe',
      raises: 'high',
      clears: true,
    },
    {
      id: 'policeHelp',
      label: label('拒絕接觸：請警察協助', 'Access refused: ask the police'),
      when: when('points.d08-access-refused', 'gte', 1),
    },
  ],
  noBand: label(
    '沒有危險因素，但文化因素尚未考量：考量之後才能判定為安全',
    'No danger item, but culture has not been considered: only then is the result "safe"',
  ),
  overrideTo: ['unsafe'],
  notDone: [
    { code: 'childMissing', label: label('兒少行方不明', 'The child is missing') },
    { code: 'childDied', label: label('兒少死亡', 'The child has died'), applies: false },
    { code: 'wrongReport', label: label('誤報', 'Wrong report'), applies: false },
  ],
};
