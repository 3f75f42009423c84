// Where in its life is a case? The stages every programme shares; a programme names its own on top of them.
// Domain 02 §2.0.5, with TWSS service-case-status codes.

import type { Label } from '../lang/label.ts';
import type { Condition } from '../rules/condition.ts';

/** Stages that the fold knows. */
export const genericStages = [
  'dispatched',
  'returned',
  'accepted',
  'assigned',
  'assessing',
  'openReview',
  'planning',
  'serving',
  'shortTerm',
  'closeReview',
  'closed',
  'notOpened',
] as const;

/** A stage that the fold knows. */
export type GenericStage = (typeof genericStages)[number];

/** Stages in which nobody serves: the case has ended. */
export const endedStages: readonly GenericStage[] = ['closed', 'notOpened'];

/** Stages in which the case has been opened and is served. */
export const servedStages: readonly GenericStage[] = ['planning', 'serving', 'shortTerm', 'closeReview'];

/** Generic stages in words, with the TWSS `service-case-status` they map to. */
export const genericStageLabels: Readonly<Record<GenericStage, Label & { readonly twss: string }>> = {
  dispatched: { zh: '待受案', en: 'Dispatched', twss: '1' },
  returned: { zh: '退回爭議', en: 'Returned', twss: '11' },
  accepted: { zh: '待指派', en: 'Accepted', twss: '2' },
  assigned: { zh: '待訪視', en: 'Assigned', twss: '3' },
  assessing: { zh: '評估中', en: 'Assessing', twss: '6' },
  openReview: { zh: '開案審核', en: 'Opening under review', twss: '9' },
  planning: { zh: '擬定計畫', en: 'Planning', twss: '3' },
  serving: { zh: '服務中', en: 'In service', twss: '12' },
  shortTerm: { zh: '短期服務', en: 'Short-term service', twss: '12' },
  closeReview: { zh: '結案審核', en: 'Closing under review', twss: '8' },
  closed: { zh: '已結案', en: 'Closed', twss: '13' },
  notOpened: { zh: '不開案', en: 'Not opened', twss: '14' },
};

/** A programme's own stage: what a case in `generic` (and, where given, with `when`) is called. The first stage that fits names the case. */
export type StageDefinition = {
  readonly id: string;
  readonly label: Label;
  readonly generic: GenericStage;
  readonly when?: Condition;
};
