// By which words does a narrative speak of what the desk codes? Phrases per concept in the language of reports, our own stand-in [D] after the wording of TIPVDA,
// 兒少權法 49, 51, 53 and 56, and the six need types. `…` stands for a few characters of the clause, `#` for digits. They propose; a person confirms or rejects.

import type { FindingConcept, Lexicon, LexiconEntry } from '@anwang/core/narrative';

const list = (text: string): string[] => text.trim().split(/\s+/);
const danger = (concept: FindingConcept, text: string): LexiconEntry => ({ kind: 'danger', concept, phrases: list(text) });
const ground = (code: string, text: string): LexiconEntry => danger({ set: 'grounds', code }, text);
const need = (code: string, text: string): LexiconEntry => danger({ set: 'needType', code }, text);
const mark = (kind: LexiconEntry['kind'], text: string): LexiconEntry => ({ kind, concept: null, phrases: list(text) });

/** The national lexicon. */
export const lexicon: Lexicon = {
  version: '2026.1',
  gap: 6,
  clauseEnds: '，。；！？、,;!?\n',
  negation: {
    words: ['沒有', '沒', '未', '無', '不曾', '並非', '否認', '不是', '排除', '不會'],
    not: ['不只', '不僅', '無故', '無端', '無法', '無助', '沒有停止', '未成年', '未滿', '沒多久', '未婚', '未經', '沒收'],
    reach: 8,
  },
  entries: [
    ground('child-injury', '瘀青 瘀傷 抓痕 鞭痕 燙傷 骨折 以衣架責打 拿椅子丟 衣架…打 拿…打孩子 打孩子 責打 毆打孩子 身上…傷 體罰'),
    ground('child-sexual', '性侵 猥褻 不當碰觸 摸…私處 不當撫摸'),
    ground('child-abandoned', '遺棄 棄置…孩子 丟在…門口'),
    ground('child-left-alone', '獨留家中 幼童…獨留 單獨在家 一個人在家 沒人照顧…孩子 孩子…沒人照顧'),
    ground('child-urgent-care', '沒有東西吃 數日未進食 餓…天 嬰兒…哭 鎖在…裡 反鎖家中'),
    ground('child-urgent-medical', '未送醫 不帶…就醫 沒有帶…看醫生 不肯就醫 發燒…沒有看'),
    ground('child-neglect', '疏忽 照顧不當 三餐不繼 沒有吃飯 衣著單薄 髒亂 忘記關瓦斯 未接受療育'),
    ground('child-mental', '辱罵孩子 罵…沒用 恐嚇孩子 不想回家 不敢回家'),
    ground('child-discipline', '管教過當 罰跪 罰站 管教不當'),
    ground('child-substance', '吸毒 施用毒品 吸食'),
    ground('child-witness', '目睹 孩子…在場 妹妹…在場 弟弟…在場 躲進…房間 躲在…房間'),
    ground('child-suicide-carer', '攜子自殺 帶孩子一起死 帶著孩子…死 大家一起死'),
    ground('ipv-weapon', '拿刀 持刀 拿菜刀 拿棍 持棍 拿椅子 球棒 武器'),
    ground('ipv-strangled', '掐脖子 勒頸 勒脖子 掐…頸 悶住口鼻 摀住口鼻'),
    ground('ipv-threat-kill', '揚言殺 殺死 同歸於盡 大家一起死 要你死 言語恐嚇 恐嚇'),
    ground('ipv-injury-now', '正在打 還在打 還在現場 不敢返家 剛剛…打'),
    ground('ipv-physical', '推打 毆打 肢體衝突 打耳光 踹她 踹他 拉扯 動手 摔物 摔門 手臂瘀傷'),
    ground('ipv-mental', '控制…行蹤 監視 不准…出門 叫囂 精神虐待 言語羞辱'),
    ground('ipv-economic', '控制金錢 控制…金錢 不給生活費 拿走…薪水 扣留…存摺'),
    ground('ipv-sexual', '強迫…性行為 強迫發生關係'),
    ground('ipv-stalking', '跟蹤 尾隨 騷擾 堵門 守在門口 來家裡找'),
    ground('ipv-order-breach', '違反保護令 保護令…還'),
    ground('no-birth-reg', '未辦出生登記 沒有報戶口'),
    ground('no-vaccine', '未打預防針 未預防接種 沒有打疫苗'),
    ground('not-in-school', '未入學 未到校 缺課 中輟 沒有去上學'),
    ground('inmate-child', '入監 服刑 收容所'),
    ground('family-adversity', '失業 積欠房租 欠租 付不出 負債 住院 失聯'),
    ground('care-burden', '照顧負荷過重 照顧壓力 照顧…累 撐不下去'),
    ground('isolation', '沒有親友 獨居 足不出戶'),
    ground('young-carer', '由…妹妹照顧 由姊姊照顧 照顧弟妹'),
    need('VF1', '失業 積欠房租 三餐不繼 欠租 付不出 負債 經濟困難 經濟壓力'),
    need('VF2', '罹病住院 過世 車禍 入監 服刑 失蹤'),
    need('VF3', '經常爭吵 常有爭吵 疏離 離家出走 財產分配爭執'),
    need('VF4', '發展遲緩 未到校 缺課 子女…由長輩照顧'),
    need('VF5', '身心障礙 失能 需照顧 失智 臥床'),
    need('VF6', '酗酒 酒後 喝了酒 喝醉 自殺 自傷 輕生'),
    danger({ set: 'immediateDanger', code: 'yes' }, '立即危險 正在打 還在打 現場…拿刀 持刀 不敢返家 大家一起死 同歸於盡 再叫警察'),
    danger({ set: 'childrenInHome', code: 'yes' }, '幼童 孩子 小孩 兒子 女兒 子女 妹妹（# 未成年 嬰兒 學生身上'),
    mark(
      'person',
      '爸爸 媽媽 父親 母親 阿嬤 阿公 外婆 外公 奶奶 爺爺 哥哥 姊姊 姐姐 弟弟 妹妹 先生 太太 前夫 前妻 男友 女友 同居人 繼父 繼母 照顧者 被害人 相對人 鄰居 導師 長輩',
    ),
    mark(
      'time',
      '#月#日…#點 #月#日 #年#月 #:# #點#分 #點 昨天晚上 昨晚 昨天 今天 今日 今早 今晚 前天 上午 下午 中午 凌晨 半夜 夜間 深夜 上週 這週 這兩週 這個月 上個月 去年#月 去年 每天 每晚 多日 數日 長期',
    ),
    mark('place', '家中 家裡 住處 學校 教室 租屋處 公園 醫院 派出所 夜市 路邊 房間 門口 社區 超商 公司'),
  ],
};
