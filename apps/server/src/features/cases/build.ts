// Which builder turns which command into events? Exhaustive by type: a command of the contract without a builder does not compile.

import type { CaseCommand } from '@anwang/contract/shapes';
import { completeAssessment, skipAssessment } from './build-assessment.ts';
import { decideClosure, decideOpening, proposeClosure, proposeOpening, reopen, withdrawProposal } from './build-decision.ts';
import { takeBackFamily, tellHome, tellKin } from './build-family.ts';
import { addMember, changeRole, removeMember } from './build-members.ts';
import { decideMove, proposeMove, withdrawMove } from './build-move.ts';
import { addCollaborator, assignWorker, endCollaborator, endShare, grantShare, handOverLead } from './build-people.ts';
import { askCourt, endPlacement, movePlacement, placeChild, recordRuling, tellPlacement } from './build-placement.ts';
import { cancelReferral, draftPlan, reviewGoal, sendReferral, setGoal } from './build-plan.ts';
import { callSupport, endSupport, takeSupport } from './build-support.ts';
import { answerTransfer, decideTransfer, proposeTransfer, withdrawTransfer } from './build-transfer.ts';
import { tellVisit } from './build-under-way.ts';
import { cancelVisit, changeVisit, planVisit } from './build-visits.ts';
import { addNote, attachFile, pauseClock, raiseRisk, recordContact, recordService, recordVisit, resumeClock } from './build-work.ts';
import type { Building, Ground } from './command.ts';

/** The events of a command. */
export function build(command: CaseCommand, ground: Ground): Building {
  switch (command.type) {
    case 'assignWorker':
      return assignWorker(command, ground);
    case 'handOverLead':
      return handOverLead(command, ground);
    case 'recordContact':
      return recordContact(command, ground);
    case 'recordVisit':
      return recordVisit(command, ground);
    case 'planVisit':
      return planVisit(command, ground);
    case 'changeVisit':
      return changeVisit(command, ground);
    case 'cancelVisit':
      return cancelVisit(command, ground);
    case 'tellVisit':
      return tellVisit(command, ground);
    case 'callSupport':
      return callSupport(command, ground);
    case 'takeSupport':
      return takeSupport(command, ground);
    case 'endSupport':
      return endSupport(command, ground);
    case 'completeAssessment':
      return completeAssessment(command, ground);
    case 'skipAssessment':
      return skipAssessment(command, ground);
    case 'placeChild':
      return placeChild(command, ground);
    case 'tellPlacement':
      return tellPlacement(command, ground);
    case 'movePlacement':
      return movePlacement(command, ground);
    case 'askCourt':
      return askCourt(command, ground);
    case 'recordRuling':
      return recordRuling(command, ground);
    case 'endPlacement':
      return endPlacement(command, ground);
    case 'proposeOpening':
      return proposeOpening(command, ground);
    case 'decideOpening':
      return decideOpening(command, ground);
    case 'draftPlan':
      return draftPlan(command, ground);
    case 'setGoal':
      return setGoal(command, ground);
    case 'reviewGoal':
      return reviewGoal(command, ground);
    case 'recordService':
      return recordService(command, ground);
    case 'sendReferral':
      return sendReferral(command, ground);
    case 'cancelReferral':
      return cancelReferral(command, ground);
    case 'addCollaborator':
      return addCollaborator(command, ground);
    case 'endCollaborator':
      return endCollaborator(command, ground);
    case 'grantShare':
      return grantShare(command, ground);
    case 'endShare':
      return endShare(command, ground);
    case 'addMember':
      return addMember(command, ground);
    case 'changeRole':
      return changeRole(command, ground);
    case 'removeMember':
      return removeMember(command, ground);
    case 'tellHome':
      return tellHome(command, ground);
    case 'tellKin':
      return tellKin(command, ground);
    case 'takeBackFamily':
      return takeBackFamily(command, ground);
    case 'raiseRisk':
      return raiseRisk(command, ground);
    case 'addNote':
      return addNote(command, ground);
    case 'attachFile':
      return attachFile(command, ground);
    case 'proposeClosure':
      return proposeClosure(command, ground);
    case 'decideClosure':
      return decideClosure(command, ground);
    case 'proposeTransfer':
      return proposeTransfer(command, ground);
    case 'decideTransfer':
      return decideTransfer(command, ground);
    case 'answerTransfer':
      return answerTransfer(command, ground);
    case 'withdrawTransfer':
      return withdrawTransfer(command, ground);
    case 'proposeMove':
      return proposeMove(command, ground);
    case 'decideMove':
      return decideMove(command, ground);
    case 'withdrawMove':
      return withdrawMove(command, ground);
    case 'withdrawProposal':
      return withdrawProposal(command, ground);
    case 'reopen':
      return reopen(command, ground);
    case 'pauseClock':
      return pauseClock(command, ground);
    case 'resumeClock':
      return resumeClock(command, ground);
  }
}
