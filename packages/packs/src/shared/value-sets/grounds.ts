// Why is somebody reported? Coded grounds with the programme they point to and whether they mean danger now.
// Child: 兒少權法 53-I, 49, 56; IPV: 家暴法 2, national form CRISISEVAL and NATTACKEDTYPE; vulnerable family: the eight triggers of D0050181 art. 2 and the six need types.

import type { ValueSet } from '@anwang/core/concepts';
import { label } from '../write.ts';

/** A ground of a report. `danger`: people may be hurt now. */
export type Ground = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly programme: string;
  readonly danger: boolean;
  readonly basis: string;
};

function ground(programme: string, danger: boolean, id: string, zh: string, en: string, basis: string): Ground {
  return { code: id, zh, en, programme, danger, basis };
}
const CP = 'child-protection';
const IPV = 'intimate-partner-violence';
const VF = 'vulnerable-family';

/** All grounds. */
export const groundList: readonly Ground[] = [
  ground(CP, true, 'child-injury', '兒少身體受傷或遭受嚴重體罰', 'Child injured or severely punished', '兒少權法49-1-2'),
  ground(CP, true, 'child-sexual', '疑似對兒少性侵害或猥褻', 'Suspected sexual abuse of a child', '兒少權法49-1-9'),
  ground(CP, true, 'child-abandoned', '遺棄兒少', 'Child abandoned', '兒少權法49-1-1'),
  ground(CP, true, 'child-left-alone', '六歲以下或需特別看護兒少獨處', 'Child under six left alone', '兒少權法51'),
  ground(CP, true, 'child-urgent-care', '兒少未受適當照顧且有立即危險', 'Child without proper care, in immediate danger', '兒少權法56-I-1'),
  ground(CP, true, 'child-urgent-medical', '兒少需立即就醫而未就醫', 'Child needs medical care at once and gets none', '兒少權法56-I-2'),
  ground(CP, false, 'child-neglect', '照顧不當或疏忽', 'Improper care or neglect', '兒少權法49-1-2; 56-I-1'),
  ground(CP, false, 'child-mental', '兒少遭受精神虐待', 'Mental abuse of a child', '兒少權法49-1-2'),
  ground(CP, false, 'child-discipline', '管教不當', 'Improper discipline', '兒少權法49-1-15'),
  ground(CP, false, 'child-substance', '兒少施用毒品或有害物質', 'Child uses drugs or harmful substances', '兒少權法53-I-1'),
  ground(CP, false, 'child-harmful-work', '兒少從事有害場所工作', 'Child works in a harmful place', '兒少權法53-I-2'),
  ground(CP, false, 'child-witness', '目睹家庭暴力', 'Child has witnessed domestic violence', '家暴法2; 兒少權法64'),
  ground(CP, false, 'child-suicide-carer', '照顧者揚言攜子自殺', 'Carer threatens to die together with the child', '兒少權法56-I-4'),
  ground(IPV, true, 'ipv-weapon', '持武器或危險物品', 'Weapon or dangerous object used', 'TIPVDA 4'),
  ground(IPV, true, 'ipv-strangled', '勒頸或悶住口鼻', 'Strangled or smothered', 'TIPVDA 1'),
  ground(IPV, true, 'ipv-threat-kill', '揚言殺害或同歸於盡', 'Threats to kill or to die together', 'TIPVDA 5, 6'),
  ground(
    IPV,
    true,
    'ipv-injury-now',
    '暴力正在發生或剛發生，仍有再受害之虞',
    'Violence is happening or just happened, may go on',
    'CRISISEVAL A',
  ),
  ground(IPV, false, 'ipv-physical', '親密伴侶肢體暴力', 'Physical violence by a partner', '家暴法2'),
  ground(IPV, false, 'ipv-mental', '親密伴侶精神暴力或控制', 'Mental violence or control by a partner', '家暴法2'),
  ground(IPV, false, 'ipv-economic', '親密伴侶經濟控制', 'Economic control by a partner', '家暴法2'),
  ground(IPV, false, 'ipv-sexual', '親密伴侶性暴力', 'Sexual violence by a partner', '家暴法2'),
  ground(IPV, false, 'ipv-stalking', '跟蹤騷擾', 'Stalking', '家暴法14-I-2'),
  ground(IPV, false, 'ipv-order-breach', '違反保護令', 'Protection order breached', '家暴法61'),
  ground(VF, false, 'no-birth-reg', '六歲以下未辦出生登記', 'Child up to six not registered at birth', 'D0050181-2'),
  ground(VF, false, 'address-at-office', '六歲以下戶籍逕遷戶政', "Child up to six registered at the office's address", 'D0050181-2'),
  ground(VF, false, 'no-vaccine', '六歲以下未預防接種', 'Child up to six not vaccinated', 'D0050181-2'),
  ground(VF, false, 'no-nhi', '六歲以下未納健保', 'Child up to six not insured', 'D0050181-2'),
  ground(VF, false, 'not-in-school', '國小新生未入學', 'New pupil not enrolled', 'D0050181-2'),
  ground(VF, false, 'inmate-child', '受刑人之十二歲以下子女', "Inmate's child up to twelve", 'D0050181-2'),
  ground(VF, false, 'young-parent', '父母未滿二十歲育有六歲以下子女', 'Parent under twenty of a child up to six', 'D0050181-2'),
  ground(
    VF,
    false,
    'family-adversity',
    '家庭遭遇經濟、教養、婚姻、醫療等不利處境',
    'Family in economic, upbringing, marital or medical adversity',
    'D0050181-2',
  ),
  ground(VF, false, 'care-burden', '照顧負荷過重', 'Carer overburdened', 'VF5'),
  ground(VF, false, 'isolation', '社會孤立', 'Social isolation', 'VF6'),
  ground(VF, false, 'young-carer', '兒少擔任家庭照顧者', 'Child cares for the family', 'f-young-carer'),
];

/** Grounds as a value set. */
export const grounds: ValueSet = {
  id: 'grounds',
  label: label('通報事由', 'Grounds of the report'),
  source: '兒少權法, 家暴法, D0050181; see each entry',
  entries: groundList.map(({ code, zh, en }) => ({ code, label: { zh, en } })),
};

/** Codes of the grounds of one programme, all or only those of danger. */
export function groundsOf(programme: string, danger?: boolean): string[] {
  return groundList.filter((one) => one.programme === programme && (danger === undefined || one.danger === danger)).map((one) => one.code);
}
