// The middle of a run behind one face: blocks, candidate pairs, their patterns, their weights. In this process on typed arrays where the engine is
// here too, wholly in SQL where the work is spread over machines; same answers.
import type { RuleShape, UsedRule } from '../compile/steps.ts';
import type { BoundModel } from '../model/bind.ts';
import type { Split } from '../plan/blocks.ts';
import type { Patterns } from '../score/batch.ts';
import type { WeighedPairs } from './decide.ts';

export interface PairStage {
  /** Makes the blocks of a rule; how its oversize ones could be split, null where they cannot. */
  makeBlocks(rule: number, shape: RuleShape, oversize: boolean): Promise<Split | null>;
  /** Candidate pairs of the used rules, counted by pattern; `blocked` is called when pairs are there and comparing begins. */
  compare(used: readonly UsedRule[], blocked: () => void): Promise<Patterns>;
  /** Weights at or above `floor` of the compared pairs; `levels` are refined levels, pattern × slots. */
  weigh(model: BoundModel, levels: Uint8Array, floor: number): Promise<WeighedPairs>;
}
