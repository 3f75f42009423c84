// Which acts can be done on a case? One table: the event an act leads to, the right it needs, the stages in which it makes sense.
// Programmes list the acts they use and add requirements; nothing can be done that does not stand here.

import type { Action } from '../access/actions.ts';
import { barredForRelatives } from '../access/decide.ts';
import type { Purpose } from '../access/purposes.ts';
import type { Label } from '../lang/label.ts';
import { endedStages, type GenericStage } from '../programs/stage.ts';
import type { CaseNeed } from './case-needs.ts';
import type { CaseEventType } from './event-types.ts';

/** An act on a case. */
export type CaseAction = {
  readonly label: Label;
  readonly event: CaseEventType;
  readonly access: Action;
  readonly purposes: readonly Purpose[];
  readonly stages: readonly GenericStage[];
  /** What the state must show, beside the stage; checked by `allowedActions` and said in words there. */
  readonly needs: readonly CaseNeed[];
  /** Open to whoever must withdraw too: nobody in a home is left without help because they know the family. */
  readonly evenRelatives?: true;
};

const working: readonly GenericStage[] = ['assigned', 'assessing', 'planning', 'serving', 'shortTerm'];
/** A unit may find that it is the wrong one before anybody was assigned. */
const beforeOrAtWork: readonly GenericStage[] = ['accepted', ...working];
const alive: readonly GenericStage[] = ['accepted', 'openReview', 'closeReview', ...working];
/** Who is in a home when another county takes the case must still be able to say so, and be helped. */
const aliveOrEnded: readonly GenericStage[] = [...alive, ...endedStages];
/** Nobody here knows beforehand when another county takes a case: what was done until then is still recorded. */
const aliveOrTaken: readonly GenericStage[] = [...alive, 'closed'];
const served: readonly GenericStage[] = ['planning', 'serving', 'shortTerm'];
const care: readonly Purpose[] = ['casework', 'supervision'];
/** Recording is also what helpers of other agencies do, for the network. */
const help: readonly Purpose[] = [...care, 'network'];
const lead: readonly Purpose[] = ['supervision', 'casework', 'dispatch'];

function act(
  zh: string,
  en: string,
  event: CaseEventType,
  access: Action,
  stages: readonly GenericStage[],
  needs: CaseNeed[] = [],
  purposes = care,
): CaseAction {
  return { label: { zh, en }, event, access, purposes, stages, needs };
}

/** An act by which somebody in danger is helped. */
const safety = (made: CaseAction): CaseAction => ({ ...made, evenRelatives: true });

/** All acts by id. */
export const caseActions = {
  accept: act('受案', 'Accept', 'caseAccepted', 'case.accept', ['dispatched'], [], lead),
  return: act('退回派案中心', 'Return to the desk', 'caseReturned', 'case.accept', ['dispatched'], ['notDisputedYet'], lead),
  assignWorker: act('指派主責', 'Assign lead', 'workerAssigned', 'case.assign', ['accepted'], [], lead),
  handOverLead: act(
    '移交主責',
    'Hand over lead',
    'leadHandedOver',
    'case.assign',
    [...working, 'openReview', 'closeReview'],
    ['leadAssigned'],
    lead,
  ),
  recordContact: act('記錄聯繫', 'Record contact', 'contactRecorded', 'case.record', aliveOrTaken, ['leadAssigned', 'goesOnOrTaken'], help),
  recordVisit: act('記錄訪視', 'Record visit', 'visitRecorded', 'case.record', aliveOrTaken, ['leadAssigned', 'goesOnOrTaken'], help),
  planVisit: act('排訪', 'Plan a visit', 'visitPlanned', 'case.record', alive, ['leadAssigned'], help),
  changeVisit: act('更改排訪', 'Change a planned visit', 'visitChanged', 'case.record', alive, ['hasPlan'], help),
  cancelVisit: act('取消排訪', 'Cancel a planned visit', 'visitCancelled', 'case.record', alive, ['hasPlan'], help),
  tellVisit: safety(
    act('到訪回報', 'Tell of a visit under way', 'visitUnderWay', 'case.record', aliveOrEnded, ['visitToTell', 'worksOnCase'], help),
  ),
  callSupport: safety(
    act(
      '我需要支援',
      'I need support',
      'supportCalled',
      'case.record',
      aliveOrEnded,
      ['leadAssigned', 'worksOnCase', 'noOwnCall', 'goesOnOrOut'],
      help,
    ),
  ),
  takeSupport: safety(act('我來處理', 'I take it up', 'supportTaken', 'case.record', aliveOrEnded, ['callWaits'], help)),
  endSupport: safety(act('結束支援', 'End support', 'supportEnded', 'case.record', aliveOrEnded, ['ownOrTakenCall'], help)),
  completeAssessment: act('填寫評估', 'Assess', 'assessmentCompleted', 'case.assess', [...working, 'closeReview'], ['leadAssigned']),
  skipAssessment: act(
    '註記未能評估',
    'Note: not assessed',
    'assessmentNotDone',
    'case.assess',
    [...working, 'closeReview'],
    ['leadAssigned'],
  ),
  placeChild: act(
    '緊急安置',
    'Place in an emergency',
    'placementBegun',
    'case.assess',
    [...working, 'openReview', 'closeReview'],
    ['leadAssigned'],
  ),
  tellPlacement: act('登錄安置通知', 'Record who was told of the placement', 'placementTold', 'case.assess', aliveOrEnded, ['childPlaced']),
  movePlacement: act('變更安置處所', 'Keep at another place', 'placementMoved', 'case.assess', aliveOrEnded, ['childPlaced']),
  askCourt: act('登錄聲請', 'Record that the court was asked', 'courtAsked', 'case.assess', aliveOrEnded, ['courtToAsk']),
  recordRuling: act('登錄裁定', 'Record a ruling', 'courtRuled', 'case.assess', aliveOrEnded, ['courtToRule']),
  endPlacement: act('結束安置', 'End the placement', 'placementEnded', 'case.assess', aliveOrEnded, ['childPlaced']),
  proposeOpening: act(
    '提出開案建議',
    'Propose opening',
    'openingProposed',
    'case.assess',
    ['assigned', 'assessing'],
    ['leadAssigned', 'nothingPending'],
  ),
  decideOpening: act(
    '核定開案',
    'Decide opening',
    'openingDecided',
    'case.approve',
    ['openReview'],
    ['openingPending', 'notOwnProposal'],
    lead,
  ),
  draftPlan: act('擬定服務計畫', 'Draft plan', 'planDrafted', 'case.plan', served),
  setGoal: act('訂定目標', 'Set goal', 'goalSet', 'case.plan', served),
  reviewGoal: act('檢視目標', 'Review goal', 'goalReviewed', 'case.plan', [...served, 'closeReview'], ['hasGoal']),
  recordService: act('記錄服務', 'Record service', 'serviceRecorded', 'case.record', served, [], help),
  sendReferral: act('轉介', 'Refer', 'referralSent', 'case.refer', working, ['leadAssigned']),
  answerReferral: act(
    '回覆轉介',
    'Answer referral',
    'referralAnswered',
    'referral.answer',
    alive,
    ['hasOpenReferral'],
    ['network', 'casework'],
  ),
  returnReferral: act(
    '回報轉介結果',
    'Report referral result',
    'referralReturned',
    'referral.answer',
    alive,
    ['hasOpenReferral'],
    ['network', 'casework'],
  ),
  cancelReferral: act('取消轉介', 'Cancel referral', 'referralReturned', 'case.refer', alive, ['hasOpenReferral']),
  addCollaborator: act('加入協力', 'Add collaborator', 'collaboratorAdded', 'case.share', working, ['leadAssigned']),
  endCollaborator: act('結束協力', 'End collaboration', 'collaboratorEnded', 'case.share', alive, ['hasCollaborator']),
  grantShare: act('開放共享', 'Share', 'shareGranted', 'case.share', working, ['leadAssigned']),
  endShare: act('結束共享', 'End share', 'shareEnded', 'case.share', alive, ['hasShare']),
  addMember: act('加入成員', 'Add member', 'memberAdded', 'case.record', alive),
  changeRole: act('更正成員角色', 'Correct a role', 'memberRoleChanged', 'case.record', alive),
  removeMember: act('移除成員', 'Remove member', 'memberRemoved', 'case.record', alive),
  tellHome: act('確認同住情形', 'Say who lives there', 'familyStated', 'case.record', alive),
  tellKin: act('確認或更正關係', 'Confirm or correct a relation', 'familyStated', 'case.record', alive),
  takeBackFamily: act('撤回家庭確認', 'Take back what was said of the family', 'familyWithdrawn', 'case.record', alive, ['hasFamilyWord']),
  raiseRisk: act('風險註記', 'Note risk', 'riskRaised', 'case.record', alive, [], help),
  addNote: act('新增紀錄', 'Add note', 'noteAdded', 'case.record', alive, [], help),
  attachFile: act('附加檔案', 'Attach file', 'fileAttached', 'case.record', alive, [], help),
  proposeClosure: act('提出結案', 'Propose closure', 'closureProposed', 'case.close', served, [
    'leadAssigned',
    'nobodyPlaced',
    'nothingPending',
    'noTransferWaits',
    'noMoveWaits',
  ]),
  decideClosure: act(
    '核定結案',
    'Decide closure',
    'closureDecided',
    'case.approve',
    ['closeReview'],
    ['closurePending', 'notOwnProposal'],
    lead,
  ),
  withdrawProposal: act('撤回自己的建議', 'Take back the own proposal', 'proposalWithdrawn', 'case.assess', alive, ['ownProposal']),
  reopen: act('再開案', 'Reopen', 'caseReopened', 'case.reopen', ['closed', 'notOpened'], ['notTransferred'], lead),
  proposeTransfer: act('提出轉案', 'Propose a transfer', 'transferProposed', 'case.close', working, [
    'leadAssigned',
    'nobodyPlaced',
    'nothingPending',
    'noTransferWaits',
    'noMoveWaits',
  ]),
  decideTransfer: act(
    '核定轉案',
    'Decide the transfer',
    'transferDecided',
    'case.approve',
    working,
    ['transferPending', 'notOwnProposal'],
    lead,
  ),
  answerTransfer: act(
    '登錄他縣市回覆',
    'Record the answer of the other county',
    'transferAccepted',
    'case.approve',
    alive,
    ['transferWaits', 'toldOtherwise'],
    lead,
  ),
  withdrawTransfer: act('撤回轉案', 'Withdraw the transfer', 'transferWithdrawn', 'case.approve', alive, ['transferWaits'], lead),
  proposeMove: act('提出單位移轉', 'Propose a move to another unit', 'moveProposed', 'case.close', beforeOrAtWork, [
    'nothingPending',
    'noTransferWaits',
    'noMoveWaits',
  ]),
  decideMove: act(
    '核定單位移轉',
    'Decide the move to another unit',
    'moveDecided',
    'case.approve',
    beforeOrAtWork,
    ['movePending', 'notOwnProposal'],
    lead,
  ),
  withdrawMove: act('撤回單位移轉', 'Withdraw the move', 'moveWithdrawn', 'case.approve', alive, ['moveWaits'], lead),
  pauseClock: act('暫停時限', 'Pause clock', 'clockPaused', 'case.approve', alive, ['clockRunning'], lead),
  resumeClock: act('續計時限', 'Resume clock', 'clockResumed', 'case.approve', alive, ['clockPaused'], lead),
} as const satisfies Record<string, CaseAction>;

/** An act on a case. */
export type CaseActionId = keyof typeof caseActions;

/** Acts about a child kept away from home: only a programme that names them has them (兒少權法 56 is a matter of child protection). */
export const placementActs: readonly CaseActionId[] = [
  'placeChild',
  'tellPlacement',
  'movePlacement',
  'askCourt',
  'recordRuling',
  'endPlacement',
];

/** Events that no act of a person on the case leads to: the desk, the arbiter, and the unit that takes the case write them. */
export const deskEvents: readonly CaseEventType[] = [
  'caseDispatched',
  'disputeArbitrated',
  'reportLinked',
  'statementAdopted',
  'transferReturned',
  'caseTakenOver',
  'moveReturned',
  'moveAccepted',
];

const open = (one: CaseAction): boolean => one.evenRelatives === true || !barredForRelatives.includes(one.access);
const eventsOf = (which: (one: CaseAction) => boolean): readonly CaseEventType[] =>
  Object.values(caseActions)
    .filter(which)
    .map((one) => one.event);

/** Events to which only acts lead that a relative of the family may not do; the database refuses them too. */
export const barredEvents: readonly CaseEventType[] = [
  ...new Set(eventsOf((one) => !open(one)).filter((type) => !eventsOf(open).includes(type))),
];

/** Whether a text names an act. */
export function isCaseActionId(text: string): text is CaseActionId {
  return Object.hasOwn(caseActions, text);
}
