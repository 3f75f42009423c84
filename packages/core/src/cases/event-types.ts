// Which things can happen to a case? A closed list of facts in the past tense, with their words.

import type { Label } from '../lang/label.ts';

/** Event types with their words for the timeline. */
export const caseEventLabels = {
  caseDispatched: { zh: '派案', en: 'Dispatched' },
  caseReturned: { zh: '退回派案中心', en: 'Returned to the desk' },
  disputeArbitrated: { zh: '爭議仲裁', en: 'Dispute decided' },
  caseAccepted: { zh: '受案', en: 'Accepted' },
  workerAssigned: { zh: '指派主責', en: 'Lead assigned' },
  contactRecorded: { zh: '聯繫', en: 'Contact' },
  visitRecorded: { zh: '訪視', en: 'Visit' },
  visitPlanned: { zh: '排訪', en: 'Planned' },
  visitChanged: { zh: '更改排訪', en: 'Plan changed' },
  visitMoved: { zh: '改期', en: 'Moved' },
  visitCancelled: { zh: '取消排訪', en: 'Plan cancelled' },
  visitUnderWay: { zh: '到訪回報', en: 'Visit under way' },
  supportCalled: { zh: '呼叫支援', en: 'Called for support' },
  supportTaken: { zh: '接手支援', en: 'Support taken up' },
  supportEnded: { zh: '支援結束', en: 'Support ended' },
  assessmentCompleted: { zh: '完成評估', en: 'Assessment completed' },
  assessmentNotDone: { zh: '未能評估', en: 'Assessment not done' },
  openingProposed: { zh: '提出開案建議', en: 'Opening proposed' },
  openingDecided: { zh: '開案核定', en: 'Opening decided' },
  planDrafted: { zh: '擬定服務計畫', en: 'Plan drafted' },
  goalSet: { zh: '訂定目標', en: 'Goal set' },
  goalReviewed: { zh: '檢視目標', en: 'Goal reviewed' },
  serviceRecorded: { zh: '提供服務', en: 'Service given' },
  referralSent: { zh: '轉介', en: 'Referral sent' },
  referralAnswered: { zh: '轉介回覆', en: 'Referral answered' },
  referralReturned: { zh: '轉介回報', en: 'Referral reported back' },
  collaboratorAdded: { zh: '加入協力', en: 'Collaborator added' },
  collaboratorEnded: { zh: '結束協力', en: 'Collaborator ended' },
  shareGranted: { zh: '開放共享', en: 'Shared' },
  shareEnded: { zh: '結束共享', en: 'Share ended' },
  memberAdded: { zh: '加入成員', en: 'Member added' },
  memberRoleChanged: { zh: '更正角色', en: 'Role corrected' },
  familyStated: { zh: '家庭確認', en: 'Found out of the family' },
  familyWithdrawn: { zh: '撤回家庭確認', en: 'Taken back of the family' },
  memberRemoved: { zh: '移除成員', en: 'Member removed' },
  personReplaced: { zh: '人員對應更正', en: 'Person corrected' },
  personRestored: { zh: '人員對應還原', en: 'Correction of a person taken back' },
  placementBegun: { zh: '緊急安置', en: 'Emergency placement' },
  placementTold: { zh: '安置通知', en: 'Told of the placement' },
  placementMoved: { zh: '變更安置處所', en: 'Kept at another place' },
  courtAsked: { zh: '聲請法院裁定', en: 'Court asked' },
  courtRuled: { zh: '法院裁定', en: 'Court ruled' },
  placementEnded: { zh: '結束安置', en: 'Placement ended' },
  riskRaised: { zh: '風險註記', en: 'Risk noted' },
  noteAdded: { zh: '紀錄', en: 'Note' },
  fileAttached: { zh: '附件', en: 'File attached' },
  proposalWithdrawn: { zh: '撤回建議', en: 'Proposal taken back' },
  closureProposed: { zh: '提出結案', en: 'Closure proposed' },
  closureDecided: { zh: '結案核定', en: 'Closure decided' },
  caseReopened: { zh: '再開案', en: 'Reopened' },
  transferProposed: { zh: '提出轉案', en: 'Transfer proposed' },
  transferDecided: { zh: '轉案核定', en: 'Transfer decided' },
  transferReturned: { zh: '轉案退回', en: 'Transfer returned' },
  transferWithdrawn: { zh: '撤回轉案', en: 'Transfer withdrawn' },
  transferAccepted: { zh: '轉案受理', en: 'Transfer accepted' },
  caseTakenOver: { zh: '由他縣市轉入', en: 'Taken over from another county' },
  moveProposed: { zh: '提出單位移轉', en: 'Move to another unit proposed' },
  moveDecided: { zh: '單位移轉核定', en: 'Move to another unit decided' },
  moveReturned: { zh: '單位移轉退回', en: 'Move returned by the other unit' },
  moveWithdrawn: { zh: '撤回單位移轉', en: 'Move withdrawn' },
  moveAccepted: { zh: '單位移轉受案', en: 'Taken by the other unit' },
  leadHandedOver: { zh: '主責移交', en: 'Lead handed over' },
  clockPaused: { zh: '時限暫停', en: 'Clock paused' },
  clockResumed: { zh: '時限續計', en: 'Clock resumed' },
  statementAdopted: { zh: '改用新版規則', en: 'Went over to the newer rules' },
  reportLinked: { zh: '再通報併入', en: 'Further report linked' },
} as const satisfies Record<string, Label>;

/** A type of event. */
export type CaseEventType = keyof typeof caseEventLabels;

/** All event types. */
export const caseEventTypes = Object.keys(caseEventLabels) as CaseEventType[];

/** Whether a text names an event type. */
export function isCaseEventType(text: string): text is CaseEventType {
  return Object.hasOwn(caseEventLabels, text);
}
