// TIPVDA, the Taiwan intimate partner violence danger assessment (original, 15 items). Items paraphrased, answers and cut-offs as in the official form
// (domain 03 §3.1): 0–5, 6–7, 8 and more; items 1, 4, 5, 6 are shown apart as near-lethal; "not applicable" gives no point.
// Eight points are high even while other items are still open: `part.items` is the sum so far, `score` waits for all items.

import type { Instrument, Item } from '@anwang/core/assessment';
import type { Label } from '@anwang/core/lang';
import { when } from '@anwang/core/rules';
import { basis, label } from '../write.ts';

const yes = { code: 'Y', label: label('是', 'Yes'), points: 1 };
const no = { code: 'N', label: label('否', 'No'), points: 0 };

function yesNo(id: string, zh: string, en: string, notApplicable?: Label): Item {
  const options = notApplicable === undefined ? [yes, no] : [yes, no, { code: 'NA', label: notApplicable, points: 0, notApplicable: true }];
  return { id, label: label(zh, en), kind: 'one', options, part: 'items', counts: true, required: true };
}

const lethal = ['t01-asphyxia', 't04-weapon-threat', 't05-threat-kill', 't06-die-together'];

/** TIPVDA. */
export const tipvda: Instrument = {
  id: 'tipvda-1',
  version: '1',
  validFrom: '2010-11-01',
  label: label('TIPVDA 親密關係暴力危險評估', 'TIPVDA danger assessment'),
  basis: basis('衛福部 TIPVDA 表（原版 15 題）', 'V', 'domain 03 §3.1'),
  status: 'official',
  rater: label('責任通報人員或社工', 'Mandatory reporter or worker'),
  parts: [
    { id: 'items', label: label('評估題項', 'Items') },
    { id: 'feeling', label: label('被害人感受', "The victim's feeling") },
  ],
  items: [
    {
      id: 't01-asphyxia',
      label: label('對方曾做過讓被害人不能呼吸的行為', 'He did something that stopped her breathing'),
      kind: 'many',
      options: [
        { code: 'N', label: label('無', 'No'), points: 0 },
        { code: 'A', label: label('勒頸', 'Strangled'), points: 1 },
        { code: 'B', label: label('悶住口鼻', 'Smothered'), points: 1 },
        { code: 'C', label: label('頭壓入水中', 'Head under water'), points: 1 },
        { code: 'D', label: label('瓦斯', 'Gas'), points: 1 },
        { code: 'Z', label: label('其他', 'Other'), points: 1 },
      ],
      part: 'items',
      counts: true,
      required: true,
    },
    yesNo('t02-child-violence', '對小孩施暴（超出管教）', 'Violent to the children beyond discipline', label('沒有小孩', 'No children')),
    yesNo('t03-pregnancy', '懷孕時毆打被害人', 'Hit her while she was pregnant', label('不曾懷孕', 'Never pregnant')),
    yesNo('t04-weapon-threat', '以刀、槍或危險物品威脅', 'Threatened with a knife, gun or dangerous object'),
    yesNo('t05-threat-kill', '揚言要殺害被害人', 'Said he would kill her'),
    yesNo(
      't06-die-together',
      '說過分手、離婚或聲請保護令就同歸於盡之類的話',
      'Said they would die together if she leaves or applies for an order',
    ),
    yesNo('t07-stalking', '跟蹤、監視或不斷騷擾', 'Follows, watches or keeps harassing'),
    yesNo('t08-sexual-organ', '故意傷害性器官或性虐待', 'Deliberately injured sexual organs, or sexual torture'),
    yesNo('t09-drunk', '目前每週有四天以上喝醉', 'Now drunk on four or more days a week'),
    yesNo('t10-outside-violence', '對家庭以外的人也有暴力行為', 'Violent to people outside the family'),
    yesNo('t11-economic', '目前有經濟壓力（破產、負債、失業）', 'In economic trouble now'),
    yesNo('t12-help-reaction', '被害人求助時有激烈反應', 'Reacted violently when she sought help'),
    yesNo('t13-third-party', '最近懷疑被害人有第三者', 'Recently suspects a third person'),
    yesNo('t14-believes-kill', '被害人相信對方可能殺害自己', 'She believes he may kill her'),
    yesNo('t15-escalation', '過去一年暴力愈來愈嚴重', 'The violence has become worse in the past year'),
    {
      id: 'dangerLevel',
      label: label('被害人自覺危險程度（1–10）', 'How much danger she feels (1–10)'),
      kind: 'number',
      options: [],
      min: 1,
      max: 10,
      part: 'feeling',
      counts: false,
      required: false,
    },
  ],
  missing: 'incomplete',
  bands: [
    { id: 'high', label: label('高危機', 'High'), when: when('part.items', 'gte', 8), weight: 3 },
    { id: 'middle', label: label('中危機', 'Middle'), when: when('score', 'gte', 6), weight: 2 },
    { id: 'low', label: label('低危機', 'Low'), when: when('score', 'gte', 0), weight: 1 },
  ],
  flags: [
    { id: 'lethalItem', label: label('致命題項', 'Near-lethal item'), when: { any: lethal.map((id) => when(`points.${id}`, 'gte', 1)) } },
  ],
  triggers: [
    {
      id: 'listHighRisk',
      label: label(
        '列高危機、24 小時內聯繫、通知警方、排入網絡會議並訂安全計畫',
        'List as high risk, call within 24 hours, tell the police, put on the meeting, make a safety plan',
      ),
      when: when('part.items', 'gte', 8),
      risk: 'tipvdaHigh',
      raises: 'high',
    },
    {
      id: 'callToday',
      label: label('致命題項：當日立即聯繫主責', 'Near-lethal item: call the worker today'),
      when: { any: lethal.map((id) => when(`points.${id}`, 'gte', 1)) },
      risk: 'lethalItem',
    },
    {
      id: 'retest',
      label: label('三個工作日內聯繫、一個月內再測', 'Contact within three working days, test again within a month'),
      when: { all: [when('score', 'gte', 6), when('score', 'lte', 7)] },
    },
  ],
  overrideTo: ['high'],
  notDone: [
    { code: 'victimDied', label: label('被害人死亡', 'The victim has died'), applies: false },
    { code: 'notIpv', label: label('非親密關係', 'Not an intimate relationship'), applies: false },
    { code: 'refused', label: label('被害人拒絕', 'The victim refused') },
    { code: 'notReached', label: label('未能聯繫', 'Not reached') },
  ],
};
