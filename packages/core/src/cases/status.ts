// Under which status does a case stand in lists? A coarser reading of the generic stage, kept as a column.

import type { Label } from '../lang/label.ts';
import { type GenericStage, genericStageLabels } from '../programs/stage.ts';

/** Statuses of the list. */
export type CaseStatus = Exclude<GenericStage, 'returned' | 'planning' | 'serving'> | 'open';

/** The status of a generic stage: planning and serving are `open`, a returned dispatch is still `dispatched`. */
export function statusOfStage(stage: GenericStage): CaseStatus {
  if (stage === 'planning' || stage === 'serving') return 'open';
  return stage === 'returned' ? 'dispatched' : stage;
}

/** A status in words. */
export function caseStatusLabel(status: CaseStatus): Label {
  return status === 'open' ? { zh: '服務中', en: 'Open' } : genericStageLabels[status];
}
