// The mark of an event by its kind, the same on the timeline and on the workbench.
import type { IconName } from '../ui/Icon.tsx';

/** By the event's type; what is not here has the mark of a record. */
export const eventIcons: Readonly<Record<string, IconName>> = {
  visitRecorded: 'home',
  contactRecorded: 'phone',
  visitPlanned: 'calendar',
  visitMoved: 'calendar',
  visitCancelled: 'calendar',
  assessmentCompleted: 'scale',
  assessmentNotDone: 'scale',
  referralSent: 'send',
  referralAnswered: 'send',
  referralReturned: 'send',
  reportLinked: 'flag',
  caseDispatched: 'flag',
  riskRaised: 'shield',
  fileAttached: 'file',
  planDrafted: 'file',
  goalSet: 'check',
  goalReviewed: 'check',
  workerAssigned: 'person',
  leadHandedOver: 'person',
  openingDecided: 'check',
  closureDecided: 'check',
  memberAdded: 'person',
  memberRemoved: 'person',
  memberRoleChanged: 'person',
  personReplaced: 'person',
  personRestored: 'person',
  collaboratorAdded: 'person',
  collaboratorEnded: 'person',
};
