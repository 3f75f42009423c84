// Which classes of data, and which events, does a shared part of a case hold? Shares name parts of the file (people decide in parts), access decides in classes;
// plan, services and notes are of one class, so what is written in them is told apart by the type of event.
// Minimum sets as in domain 09 §9.2; identifiers, health and criminal facts are never shared by part.

import type { DataClass } from '../access/data-class.ts';
import type { Label } from '../lang/label.ts';
import { type CaseEventType, caseEventTypes } from './event-types.ts';

type SharePart = { readonly label: Label; readonly classes: readonly DataClass[]; readonly events: readonly CaseEventType[] };

/** When somebody will be at the home, where, who told of danger: for those who work in the case. What there is to heed is told to everybody, coded, with the case. */
const ahead: readonly CaseEventType[] = ['visitPlanned', 'visitChanged', 'visitMoved', 'visitCancelled', 'visitUnderWay'];
/** Somebody needed help: for whoever works in the case and whoever answers for them, as plans are. */
const support: readonly CaseEventType[] = ['supportCalled', 'supportTaken', 'supportEnded'];
/** By which rules the house reads the case: its own business, with what was due from others. */
const ruling: readonly CaseEventType[] = ['statementAdopted'];
/** Where the family lives now, and what was handed to another county or unit. */
const moving: readonly CaseEventType[] = [
  'familyStated',
  'familyWithdrawn',
  'transferProposed',
  'moveProposed',
  'proposalWithdrawn',
  'moveDecided',
  'moveAccepted',
];
/** That a child is kept away from home, of what kind the place is and what the court said: for whoever works in the case, lest it lead to the place. */
const placing: readonly CaseEventType[] = [
  'placementBegun',
  'placementTold',
  'placementMoved',
  'courtAsked',
  'courtRuled',
  'placementEnded',
];
const assessing: readonly CaseEventType[] = ['assessmentCompleted', 'assessmentNotDone'];

/** The parts of a case that can be shared. */
export const shareParts: Readonly<Record<string, SharePart>> = {
  summary: { label: { zh: '摘要', en: 'Summary' }, classes: ['basic'], events: [] },
  members: { label: { zh: '家庭成員', en: 'Members' }, classes: ['basic', 'personal'], events: [] },
  contact: { label: { zh: '聯絡方式', en: 'Contact' }, classes: ['basic', 'personal', 'contact'], events: [] },
  // Everything that happened; scores and answers are a part of their own, and what is to come is no part (docs/decisions/0071).
  timeline: {
    label: { zh: '時間軸', en: 'Timeline' },
    classes: ['basic', 'narrative'],
    events: caseEventTypes.filter((type) => ![...assessing, ...ahead, ...support, ...moving, ...ruling, ...placing].includes(type)),
  },
  plan: { label: { zh: '計畫', en: 'Plan' }, classes: ['basic', 'narrative'], events: ['planDrafted', 'goalSet', 'goalReviewed'] },
  services: { label: { zh: '服務', en: 'Services' }, classes: ['basic', 'narrative'], events: ['serviceRecorded'] },
  assessments: { label: { zh: '評估', en: 'Assessments' }, classes: ['basic', 'assessment'], events: assessing },
};

/** The classes of some parts together; `referral:<id>` and unknown parts are basic. */
export function classesOfParts(parts: readonly string[]): DataClass[] {
  return [
    ...new Set<DataClass>([
      'basic',
      ...parts.flatMap((part) => (Object.hasOwn(shareParts, part) ? (shareParts[part]?.classes ?? []) : [])),
    ]),
  ];
}

/** Whether a part holds events of a type. */
export function partHolds(part: string, type: CaseEventType): boolean {
  return Object.hasOwn(shareParts, part) && (shareParts[part]?.events.includes(type) ?? false);
}
