// Since when is a case in its stage? Moving to another stage notes the moment; staying does not.

import type { GenericStage } from '../programs/stage.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseState } from './state.ts';

/** The state in `stage`; `stageSince` changes only with the stage. */
export function toStage(state: CaseState, stage: GenericStage, at: Instant): CaseState {
  return state.stage === stage ? state : { ...state, stage, stageSince: at };
}
