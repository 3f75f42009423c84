// What does the reporter tell? A few sentences by kind, without names; plainly a demonstration.

import type { Chance } from '../chance/index.ts';
import type { IncidentKind } from '../incidents/index.ts';

const OPENINGS: Record<IncidentKind, readonly string[]> = {
  partner: [
    '夫妻口角後動手推打，被害人手臂瘀傷。',
    '相對人酒後摔物並言語恐嚇，被害人不敢返家。',
    '相對人長期控制金錢與行蹤，今日發生肢體衝突。',
    '分居期間相對人至住處叫囂、堵門，被害人心生畏懼。',
  ],
  otherViolence: ['家人因財產分配爭執，互相推擠。', '成年子女情緒失控，毆打家人後離家。'],
  child: [
    '學生身上多處瘀青，稱遭照顧者以衣架責打。',
    '幼童夜間獨留家中，鄰居聽聞哭聲。',
    '孩子多日未到校，照顧者失聯。',
    '家中常有爭吵，孩子目睹並出現退縮行為。',
  ],
  family: [
    '主要工作者失業，積欠房租，三餐不繼。',
    '單親照顧者罹病住院，子女暫由長輩照顧。',
    '家中多名成員需照顧，照顧者負荷過重。',
    '兒童發展遲緩未接受療育，家庭資源不足。',
  ],
  sexual: ['學生向導師透露遭熟識者不當碰觸。', '就醫時發現疑似遭受性侵害。'],
  elder: ['長輩遭家人疏忽，數日未進食。', '長輩存款遭家人擅自提領並受言語辱罵。'],
  disability: ['身心障礙者遭照顧者反鎖家中。', '機構住民身上有不明傷痕。'],
};
const CLOSINGS = ['已提供求助專線資訊。', '通報人願意再提供資料。', '目前無立即危險。', '請儘速派員關懷。', '家庭曾接受其他單位協助。'];

/** The text of a report (demonstration data). */
export const narrativeOf = (chance: Chance, kind: IncidentKind, retelling: boolean): string =>
  `${retelling ? '（同一事件另行通報）' : ''}${chance.pick(OPENINGS[kind])}${chance.pick(CLOSINGS)}`;
