// What does the programme call the stage of this case? The first of its stages that fits the generic stage and the facts.

import type { Programme } from '../programs/program.ts';
import type { StageDefinition } from '../programs/stage.ts';
import type { Condition, Facts } from '../rules/condition.ts';
import { holds, type RuleContext } from '../rules/evaluate.ts';
import { caseFacts } from './case-facts.ts';
import type { CaseState } from './state.ts';

/** The programme's stage; null only for a pack that names no stage for it, which `checkProgramme` refuses. */
export function stageOf(programme: Programme, state: CaseState, context: RuleContext): StageDefinition | null {
  let facts: Facts | undefined;
  const meets = (condition: Condition): boolean => {
    facts ??= caseFacts(
      state,
      programme.instruments.map((use) => use.instrument),
    );
    return holds(condition, facts, context);
  };
  return programme.stages.find((stage) => stage.generic === state.stage && (stage.when === undefined || meets(stage.when))) ?? null;
}
