// The dictionary: what the forms of the three programmes record, each with its kind, value set and sensitivity.
// Sources: national protection form (domain 02 §2.4), D0050181 art. 5 (four parts of the report), 兒少權法.

import type { DataClass } from '@anwang/core/access';
import type { Concept, ConceptValue, ValueSet } from '@anwang/core/concepts';
import { label } from './write.ts';

function concept(
  id: string,
  value: ConceptValue,
  zh: string,
  en: string,
  sensitivity: DataClass,
  source: string,
  valueSet?: string,
): Concept {
  const base = { id, label: label(zh, en), definition: label(zh, en), value, sensitivity, source };
  return valueSet === undefined ? base : { ...base, valueSet };
}

const form = 'domain 02 §2.4';

/** All concepts of the national packs. */
export const concepts: readonly Concept[] = [
  concept('visit.method', 'code', '訪視方式', 'Way of visiting', 'basic', form, 'visitMethod'),
  concept('visit.outcome', 'code', '訪視結果', 'Outcome of the visit', 'basic', form, 'meetingOutcome'),
  concept('visit.warnings', 'codes', '前往時注意', 'To heed when going there', 'basic', 'this product', 'visitWarning'),
  concept('visit.home', 'codes', '居家與照顧有疑慮處', 'Concerns about home and care', 'narrative', 'this product', 'homeCheck'),
  concept('visit.persons', 'reference', '見到的人', 'Persons met', 'personal', form),
  concept('visit.note', 'text', '訪視紀錄', 'Record of the visit', 'narrative', form),
  concept('visit.environment', 'text', '居住環境', 'Living conditions', 'narrative', form),
  concept('visit.childSafe', 'boolean', '兒少目前安全', 'The child is safe now', 'assessment', form),
  concept('visit.next', 'date', '預定下次訪視', 'Next visit planned', 'basic', form),
  concept('report.reasonConfirmed', 'text', '通報事由確認', 'Reason of the report confirmed', 'narrative', 'D0050181-5'),
  concept('report.diagnosis', 'text', '問題診斷', 'Diagnosis of the problem', 'narrative', 'D0050181-5'),
  concept('report.goals', 'text', '處遇目標', 'Goals', 'narrative', 'D0050181-5'),
  concept('report.plan', 'text', '處遇計畫', 'Plan', 'narrative', 'D0050181-5'),
  concept('family.income', 'number', '家庭每月收入', 'Monthly income of the family (NT$)', 'personal', 'D0050181-5'),
  concept('family.children', 'number', '兒少人數', 'Number of children', 'personal', 'D0050181-5'),
  concept('family.needTypes', 'codes', '脆弱面向', 'Need types', 'basic', 'domain 02 §2.1', 'needType'),
  concept('child.art49', 'codes', '49條各款', 'Article 49 items', 'assessment', '兒少權法49', 'art49'),
  concept('child.art56', 'codes', '56條各款', 'Article 56 items', 'assessment', '兒少權法56', 'art56'),
  concept('child.maltreatment', 'codes', '受虐類型', 'Kinds of maltreatment', 'assessment', 'domain 02 §2.2', 'maltreatment'),
  concept('child.seen', 'boolean', '已面見兒少', 'The child was seen', 'basic', 'D0050009'),
  concept('child.notSeenReason', 'text', '未面見原因', 'Why the child was not seen', 'narrative', 'D0050009'),
  concept('child.investigation', 'text', '調查結果', 'Result of the investigation', 'narrative', 'D0050009-7'),
  concept('child.wish', 'text', '兒少意願', "The child's wish", 'narrative', '兒少權法60'),
  concept('placement.ground', 'code', '安置事由', 'Ground of the placement', 'narrative', '兒少權法56', 'art56'),
  concept('placement.kind', 'code', '安置類型', 'Kind of place', 'narrative', 'TWSS placement-type', 'placementType'),
  concept('placement.place', 'text', '安置處所', 'Where the child is kept', 'contact', 'domain 02 §2.20'),
  concept('placement.heard', 'boolean', '已詢問兒少意願', 'The child was asked', 'narrative', '兒少權法60'),
  concept('placement.notHeard', 'text', '未能詢問的原因', 'Why the child was not asked', 'narrative', '兒少權法60'),
  concept(
    'placement.schoolTold',
    'boolean',
    '已通知就讀學校及教育主管機關',
    'School and education authority told',
    'narrative',
    'D0050009-8-II',
  ),
  concept('ipv.violence', 'codes', '暴力型態', 'Forms of violence', 'assessment', form, 'violence'),
  concept('ipv.relation', 'code', '與相對人關係', 'Relation to the respondent', 'personal', form, 'ipvRelation'),
  concept('ipv.childWitness', 'number', '目睹兒少人數', 'Number of child witnesses', 'personal', form),
  concept('ipv.orderStatus', 'code', '保護令', 'Protection order', 'criminal', '家暴法14', 'orderStatus'),
  concept('ipv.orderItems', 'codes', '保護令款項', 'Items of the order', 'criminal', '家暴法14-I', 'orderItems'),
  concept('ipv.safetyPlan', 'text', '安全計畫', 'Safety plan', 'narrative', form),
  concept('ipv.safeContactTime', 'text', '安全聯絡時間', 'Safe time to call', 'contact', form),
  concept('ipv.willingToBeSearched', 'boolean', '同意相對人協尋', 'Agrees that the respondent may search', 'personal', form),
  concept('closure.summary', 'text', '結案摘要', 'Summary at closing', 'narrative', 'domain 02 §2.0.6'),
  concept('closure.outcome', 'text', '目標達成情形', 'Outcome against the goals', 'narrative', 'domain 02 §2.0.6'),
  concept('closure.referrals', 'text', '後續轉銜資源', 'What follows after closing', 'narrative', 'domain 02 §2.0.6'),
  concept('closure.followUpOn', 'date', '追蹤日期', 'Follow-up date', 'basic', 'domain 02 §2.0.6'),
  concept('fixture.any', 'text', '範例文字', 'Sample text', 'basic', 'fixture'),
  concept('fixture.number', 'number', '範例數字', 'Sample number', 'basic', 'fixture'),
  concept('fixture.code', 'code', '範例選項', 'Sample choice', 'basic', 'fixture', 'need'),
  concept('fixture.codes', 'codes', '範例複選', 'Sample choices', 'basic', 'fixture', 'need'),
  concept('fixture.flag', 'boolean', '範例是否', 'Sample yes or no', 'basic', 'fixture'),
  concept('fixture.date', 'date', '範例日期', 'Sample date', 'basic', 'fixture'),
  concept('fixture.instant', 'instant', '範例時間', 'Sample moment', 'basic', 'fixture'),
  concept('fixture.reference', 'reference', '範例人員', 'Sample person', 'personal', 'fixture'),
  concept('fixture.file', 'file', '範例檔案', 'Sample file', 'basic', 'fixture'),
  concept('fixture.group', 'group', '範例群組', 'Sample group', 'basic', 'fixture'),
  concept('county.indigenousLanguage', 'boolean', '需要族語服務', 'Needs service in an indigenous language', 'personal', 'county overlay'),
  concept('county.travelMinutes', 'number', '到府車程（分）', 'Travel time to the home in minutes', 'basic', 'county overlay'),
];

/** Value sets that belong to single concepts of forms. */
export const formValueSets: readonly ValueSet[] = [
  {
    id: 'art49',
    label: label('兒少權法49條各款', 'Article 49 items'),
    source: '兒少權法49',
    entries: [
      '遺棄|Abandonment',
      '身心虐待|Physical or mental abuse',
      '危險活動或欺騙|Dangerous activity or cheating',
      '利用身心障礙或特殊形體兒童供人參觀|Display of a child with a disability or unusual body',
      '行乞|Begging',
      '剝奪國民教育|Denying compulsory education',
      '強迫婚嫁|Forced marriage',
      '拐騙、買賣、質押|Abduction, sale or pledge',
      '猥褻或性交|Obscene acts or sex',
      '供應武器|Supplying weapons',
      '拍攝有害物品|Filming violent or obscene material',
      '暴露於危險環境|Exposing to imminent danger',
      '帶至有害場所|Taking into harmful places',
      '誘使自殺|Inducing suicide',
      '其他犯罪或不正當行為|Other crime or improper act',
    ].map((text, index) => {
      const [zh = '', en = ''] = text.split('|');
      return { code: String(index + 1), label: label(zh, en) };
    }),
  },
  {
    id: 'art56',
    label: label('兒少權法56條各款', 'Article 56 items'),
    source: '兒少權法56',
    entries: [
      { code: '1', label: label('未受適當養育照顧', 'No proper care') },
      { code: '2', label: label('有立即就醫必要而未就醫', 'Needs medical care at once and gets none') },
      { code: '3', label: label('遭遺棄、虐待、押賣、強迫', 'Abandoned, abused, sold or forced') },
      { code: '4', label: label('其他迫害非立即安置難以有效保護', 'Other persecution needing placement') },
    ],
  },
  {
    id: 'maltreatment',
    label: label('受虐類型', 'Kinds of maltreatment'),
    source: 'domain 02 §2.2 [M]',
    entries: [
      { code: 'physical', label: label('身體虐待', 'Physical') },
      { code: 'mental', label: label('精神虐待', 'Mental') },
      { code: 'sexual', label: label('性侵害', 'Sexual') },
      { code: 'neglect', label: label('疏忽', 'Neglect') },
      { code: 'abandonment', label: label('遺棄', 'Abandonment') },
      { code: 'discipline', label: label('不當管教', 'Improper discipline') },
      { code: 'exploitation', label: label('剝削', 'Exploitation') },
      { code: 'witness', label: label('目睹家暴', 'Witnessing violence') },
      { code: 'other', label: label('其他', 'Other') },
    ],
  },
  {
    id: 'violence',
    label: label('暴力型態', 'Forms of violence'),
    source: 'national form NATTACKEDTYPE',
    entries: [
      { code: 'A', label: label('肢體', 'Physical') },
      { code: 'B', label: label('精神', 'Mental') },
      { code: 'C', label: label('經濟', 'Economic') },
      { code: 'D', label: label('性', 'Sexual') },
    ],
  },
  {
    id: 'ipvRelation',
    label: label('與相對人關係', 'Relation to the respondent'),
    source: 'national form RELATION',
    entries: [
      { code: 'A', label: label('婚姻中共同生活', 'Married, living together') },
      { code: 'B', label: label('婚姻中分居', 'Married, separated') },
      { code: 'E', label: label('現為同居', 'Cohabiting now') },
      { code: 'L', label: label('曾為同居', 'Cohabited before') },
      { code: 'S', label: label('離婚', 'Divorced') },
      { code: 'a', label: label('現有未同居親密關係', 'Partner, not living together') },
      { code: 'b', label: label('曾有未同居親密關係', 'Former partner, did not live together') },
    ],
  },
  {
    id: 'orderStatus',
    label: label('保護令', 'Protection order'),
    source: '家暴法9-16',
    entries: [
      { code: 'none', label: label('無', 'None') },
      { code: 'applied', label: label('聲請中', 'Applied for') },
      { code: 'emergency', label: label('緊急保護令', 'Emergency order') },
      { code: 'temporary', label: label('暫時保護令', 'Temporary order') },
      { code: 'ordinary', label: label('通常保護令', 'Ordinary order') },
      { code: 'expired', label: label('已屆滿', 'Expired') },
    ],
  },
  {
    id: 'orderItems',
    label: label('保護令款項', 'Items of the order'),
    source: '家暴法14-I',
    entries: [
      '禁止施暴|Stop violence',
      '禁止騷擾接觸跟蹤|No harassment, contact or stalking',
      '遷出住居所|Move out',
      '遠離特定場所|Keep distance',
      '物品使用權|Use of vehicles and necessities',
      '暫定親權|Temporary custody',
      '會面交往|Visitation',
      '租金及扶養費|Rent and support',
      '醫療輔導庇護損害費用|Costs of care and damage',
      '加害人處遇計畫|Offender treatment',
      '律師費|Lawyer fee',
      '禁止查閱戶籍學籍所得資料|No look-up of registration, school and income data',
      '禁止散布性影像|No spreading of sexual images',
      '交付性影像|Hand over images',
      '刪除性影像|Delete images',
      '其他|Other',
    ].map((text, index) => {
      const [zh = '', en = ''] = text.split('|');
      return { code: String(index + 1), label: label(zh, en) };
    }),
  },
];
