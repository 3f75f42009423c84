// Reasons that the desk must give: for not accepting, for information only, for choosing otherwise, for disputes, and for opening what is closed.
// Domain 04 §4.2 "Reject reasons" [D].

import type { ValueSet } from '@anwang/core/concepts';
import { codes, label } from '../write.ts';

/** Why a report is not accepted. */
export const notAcceptedReasons: ValueSet = {
  id: 'notAcceptedReason',
  label: label('不受理原因', 'Reason for not accepting'),
  source: 'domain 04 §4.2 [D]',
  entries: codes(`
    notOurProgramme 非服務範疇 | Not within any programme
    otherCounty 非本縣市管轄 | Another county is responsible
    duplicate 重複通報 | Reported before
    insufficient 資料不足且無法補正 | Too little is known and cannot be found out
    deceased 當事人已死亡 | The person has died
    alreadyHandled 已處理完成 | Already dealt with
    noHarm 查無具體危害 | No harm found
  `),
};

/** Why a report is kept as information only. */
export const informationOnlyReasons: ValueSet = {
  id: 'informationOnlyReason',
  label: label('僅資訊提供原因', 'Reason for information only'),
  source: 'domain 04 §4.2 [D]',
  entries: codes(`
    inService 已在案並轉知主責 | In service already, the lead has been told
    singleNeed 單一需求已提供資源 | A single need, resources were given
    inquiryOnly 諮詢 | An inquiry
    alreadyReferred 已轉其他機關 | Another agency has it
  `),
};

/** Why a receiving unit disputes a dispatch. */
export const disputeReasons: ValueSet = {
  id: 'disputeReason',
  label: label('退回原因', 'Reason for a dispute'),
  source: 'domain 04 §4.2 [D]',
  entries: codes(`
    notOurProgramme 非本體系服務對象 | Not for this programme
    otherDistrict 非本區責任 | Another district is responsible
    otherUnitLeads 他單位已主責 | Another unit leads already
    noCapacity 人力不足 | No capacity
    conflictOfInterest 應迴避 | A conflict of interest
  `),
};

/** Why a case moves to another county. */
export const transferReasons: ValueSet = {
  id: 'transferReason',
  label: label('轉案原因', 'Reason for a transfer'),
  source: 'domain 02 §2.0.6 [D]',
  entries: codes(`
    moved 全家遷居 | The family has moved
    partMoved 部分家人遷居 | Part of the family has moved
    withRelatives 依親 | Lives with relatives now
    placed 安置於該縣市 | Placed in that county
    jurisdiction 依法移轉管轄 | Jurisdiction passes by law
  `),
};

/** Why the desk of another county does not take a case over. */
export const transferReturnReasons: ValueSet = {
  id: 'transferReturnReason',
  label: label('轉案退回原因', 'Reason for returning a transfer'),
  source: 'domain 02 §2.0.6 [D]',
  entries: codes(`
    notHere 查無居住事實 | They do not live here
    otherCountyNow 現居其他縣市 | They live in yet another county
    summaryLacking 轉案摘要不足 | The summary does not suffice
    noNeedHere 評估後無續案需要 | No need of a case here
    notAgreed 尚待兩縣市協商 | The two counties have yet to agree
  `),
};

/** Why a transfer is taken back before the other county has taken it. */
export const transferWithdrawReasons: ValueSet = {
  id: 'transferWithdrawReason',
  label: label('撤回轉案原因', 'Reason for withdrawing a transfer'),
  source: 'domain 02 §2.0.6 [D]',
  entries: codes(`
    stayed 未遷居或已返回 | They did not move, or are back
    wrongCounty 送錯縣市 | It went to the wrong county
    toComplete 資料須補正後再送 | It is to be completed and sent again
    agreedOtherwise 兩縣市協商由原縣市續行 | The two counties agreed that it goes on here
    other 其他 | Other
  `),
};

/** Why another unit of the county should have a case. */
export const moveReasons: ValueSet = {
  id: 'moveReason',
  label: label('單位移轉原因', 'Reason for a move to another unit'),
  source: 'domain 02 §2.0.6 [D]',
  entries: codes(`
    movedDistrict 案家遷居他行政區 | The family has moved to another district
    wrongUnit 派案單位有誤 | It was sent to the wrong unit
    needsOtherUnit 案情須由其他單位主責 | What happens there needs another unit
    protectionEnded 保護事由消失，回歸原服務體系 | The danger is over; it goes back to its own service
    conflictOfInterest 單位應迴避 | The unit has a conflict of interest
    other 其他 | Other
  `),
};

/** Why a unit does not take a case that another unit would give it. */
export const moveReturnReasons: ValueSet = {
  id: 'moveReturnReason',
  label: label('單位移轉退回原因', 'Reason for returning a move'),
  source: 'domain 02 §2.0.6 [D]',
  entries: codes(`
    notHere 查無居住事實 | They do not live here
    notOurProgramme 非本單位服務對象 | Not for this unit
    summaryLacking 移轉摘要不足 | The summary does not suffice
    toStabilise 須先完成危機處理 | The crisis is to be dealt with first
    noCapacity 人力不足 | No capacity
    conflictOfInterest 應迴避 | A conflict of interest
  `),
};

/** Why a move to another unit is taken back before that unit has answered. */
export const moveWithdrawReasons: ValueSet = {
  id: 'moveWithdrawReason',
  label: label('撤回單位移轉原因', 'Reason for withdrawing a move'),
  source: 'domain 02 §2.0.6 [D]',
  entries: codes(`
    stayed 未遷居或已返回 | They did not move, or are back
    wrongUnit 送錯單位 | It went to the wrong unit
    toComplete 資料須補正後再送 | It is to be completed and sent again
    goesOnHere 協商後由原單位續行 | It was agreed that it goes on here
    other 其他 | Other
  `),
};

/** Why the clocks of a case stand still. */
export const pauseReasons: ValueSet = {
  id: 'pauseReason',
  label: label('暫停原因', 'Reason for a pause'),
  source: 'domain 02 [D]',
  entries: codes(`
    whereaboutsUnknown 行方不明協尋中 | Whereabouts unknown, search under way
    abroad 出境 | Abroad
    hospital 住院 | In hospital
    custody 收容或羈押 | In custody
    disaster 天然災害 | Natural disaster
  `),
};
