// Value sets of the report: channels, kinds of reporters, relations, whereabouts, kinds of places.
// Channels: domain 02 §2.0.4; kinds of reporters: INFOERTYPE of the national form (§2.4), mandatory ones by §2.0.3.

import type { ValueSet } from '@anwang/core/concepts';
import { codes, label } from '../write.ts';

/** Channels of a report. */
export const channels: ValueSet = {
  id: 'channel',
  label: label('來源管道', 'Channel'),
  source: 'domain 02 §2.0.4',
  entries: codes(`
    ecare 關懷e起來 | Online report (ecare)
    hotline113 113 保護專線 | 113 protection line
    hotline1957 1957 福利諮詢專線 | 1957 welfare line
    hotline1925 1925 安心專線 | 1925 suicide prevention line
    maleHotline 男性關懷專線 | Men's help line
    drugHotline 毒品防制專線 | Drug help line
    fax 傳真 | Fax
    officialLetter 公文 | Official letter
    police110 110 報案 | Police 110
    walkIn 親自到場 | In person
    phoneUnit 單位電話 | Telephone to the unit
    systemFeed 系統介接 | System feed
    selfApply 自行求助 | Self-referral
    proactive 主動發掘 | Found by workers
    mailbox 首長信箱 | Mayor's mailbox
    media 媒體 | Media
    meetingResolution 會議決議 | Meeting resolution
    transfer 他縣市轉案 | Case of another county
  `),
};

/** Kinds of reporters. */
export const reporterKinds: ValueSet = {
  id: 'reporterKind',
  label: label('通報人身分', 'Kind of reporter'),
  source: 'national protection form, INFOERTYPE',
  entries: codes(`
    citizen 一般民眾 | Member of the public
    self 本人 | The person concerned
    parent 父母 | Parent
    relative 親友 | Relative or friend
    neighbour 鄰居 | Neighbour
    medical 醫事人員 | Medical staff
    socialWorker 社工人員 | Social worker
    education 教育人員 | Education staff
    preschool 教保服務人員 | Preschool staff
    nursery 保育人員 | Childcare staff
    police 警察人員 | Police
    judicial 司法人員 | Judicial staff
    correction 矯正人員 | Correctional staff
    immigration 移民業務人員 | Immigration staff
    householdRegistration 戶政人員 | Household registration staff
    villageClerk 村里幹事 | Village clerk
    villageChief 村里長 | Village chief
    buildingManager 公寓大廈管理人員 | Building manager
    firefighter 消防人員 | Firefighter
    labour 勞政人員 | Labour office staff
    healthNurse 公共衛生人員 | Public health nurse
    careAttendant 照顧服務員 | Care attendant
    hotline 專線受理人員 | Hotline operator
    other 其他 | Other
  `),
};

/** Kinds of reporters who must report (some of the acts bind each of them; §2.0.3). */
export const mandatoryReporterKinds: readonly string[] = [
  'medical',
  'socialWorker',
  'education',
  'preschool',
  'nursery',
  'police',
  'judicial',
  'correction',
  'immigration',
  'householdRegistration',
  'villageClerk',
  'villageChief',
  'buildingManager',
  'healthNurse',
  'careAttendant',
];

/** Relations between a reported person and the subject. */
export const relations: ValueSet = {
  id: 'relation',
  label: label('關係', 'Relation'),
  source: 'national protection form, RELATION, condensed',
  entries: codes(`
    self 本人 | The subject
    father 父 | Father
    mother 母 | Mother
    stepParent 繼父母 | Step-parent
    spouse 配偶 | Spouse
    exSpouse 前配偶 | Former spouse
    partner 同居伴侶 | Partner living together
    exPartner 前伴侶 | Former partner
    datingPartner 未同居親密伴侶 | Partner not living together
    child 子女 | Child
    sibling 手足 | Sibling
    grandparent 祖父母 | Grandparent
    grandchild 孫子女 | Grandchild
    inLaw 姻親 | In-law
    otherKin 其他親屬 | Other relative
    carer 照顧者 | Carer
    teacher 師長 | Teacher
    neighbour 鄰居 | Neighbour
    acquaintance 認識的人 | Acquaintance
    stranger 陌生人 | Stranger
    unknown 不詳 | Not known
  `),
};

/** Where a person is now. */
export const whereabouts: ValueSet = {
  id: 'whereabouts',
  label: label('目前所在', 'Whereabouts'),
  source: 'domain 02 §2.4',
  entries: codes(`
    home 家中 | At home
    school 學校 | At school
    hospital 醫院 | In hospital
    policeStation 警察機關 | At a police station
    shelter 庇護處所 | In a shelter
    relatives 親友家 | With relatives or friends
    workplace 工作場所 | At work
    institution 機構 | In an institution
    street 街頭 | In the street
    leftHome 離家 | Has left home
    unknown 不詳 | Not known
  `),
};

/** Kinds of places of an event. */
export const placeKinds: ValueSet = {
  id: 'placeKind',
  label: label('發生地點', 'Kind of place'),
  source: 'national protection form, NOCCURPLACE',
  entries: codes(`
    home 住家 | Home
    office 工作場所 | Workplace
    publicPlace 公共場所 | Public place
    school 學校 | School
    institution 機構 | Institution
    online 網路 | Online
    other 其他 | Other
    unknown 不詳 | Not known
  `),
};
