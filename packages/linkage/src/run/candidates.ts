// From encoded rows to the rules that propose candidate pairs: planned by counts, oversize blocks split where that fits the budget.
import type { RuleShape, UsedRule } from '../compile/steps.ts';
import type { RowFacets } from '../plan/block-rows.ts';
import type { Split } from '../plan/blocks.ts';
import type { Budget } from '../plan/budget.ts';
import { type Choice, chooseRules, surveyedOut } from '../plan/choose.ts';
import { coverRules, imagineMatches, supposeUnseen } from '../plan/cover.ts';
import type { Shapes } from '../plan/shapes.ts';
import { type RuleSurvey, type SurveyOrder, surveyAgreement, surveyOrders } from '../plan/survey.ts';
import type { BlockingRule } from '../roles/types.ts';
import type { RuleReport } from './options.ts';

/** From this many records on, rules are surveyed before they are counted, and fewer are used: each costs a pass over the table. */
const SURVEY_FROM = 300;
const MOST_SURVEYED = 12;
/** From this many records on, a sixteenth of the keys tells the counts well enough. */
const COUNTED_IN_PART_FROM = 100_000;
const MOST_CANDIDATES = 62;

export interface Plan {
  readonly used: readonly UsedRule[];
  readonly reports: readonly RuleReport[];
  /** Share of matches that the used rules are expected to find; 1 where it was not surveyed. */
  readonly coverage: number;
}

export interface PlanInput {
  readonly rules: readonly BlockingRule[];
  readonly shapes: Shapes;
  readonly facets: RowFacets;
  readonly records: number;
  readonly budget: Budget;
  /** By slot: does sharing a value say something? */
  readonly telling: readonly boolean[];
  readonly seed: number;
  /** Ids of the rules to use instead of choosing. */
  readonly asked: readonly string[] | undefined;
  readonly survey: (order: SurveyOrder) => Promise<readonly RuleSurvey[]>;
  /** Makes the blocks of a rule; how its oversize ones could be split, null where they cannot. */
  readonly makeBlocks: (rule: number, shape: RuleShape, oversize: boolean) => Promise<Split | null>;
}

export async function planRules(input: PlanInput): Promise<Plan> {
  const { rules, shapes, records, budget, asked } = input;
  const candidates = shapes.rules.slice(0, MOST_CANDIDATES);
  const wanted = candidates.map((_, rule) => rule).filter((rule) => asked === undefined || asked.includes(candidates[rule]!.id));
  const large = asked === undefined && records >= SURVEY_FROM;
  const orders = surveyOrders(candidates, budget.block, records >= COUNTED_IN_PART_FROM ? undefined : 1);
  const surveys = (await Promise.all(orders.map(input.survey))).flat().toSorted((a, b) => a.rule - b.rule);
  const { choices, coverage } = large
    ? coverChoice(input, candidates, surveys)
    : { choices: chooseRules(surveys, budget.pairs, asked === undefined ? undefined : wanted), coverage: 1 };
  const used: UsedRule[] = [];
  const skipped = new Map<number, number>();
  let spent = surveys.reduce((sum, { rule, pairs }) => sum + (choices[rule]!.used ? pairs : 0), 0);
  const chosen = surveys.filter(({ rule }) => choices[rule]!.used).toSorted((a, b) => a.pairs - b.pairs || a.rule - b.rule);
  const splits = await Promise.all(
    chosen.map(({ rule, oversizeRecords }) => input.makeBlocks(rule, candidates[rule]!, oversizeRecords > 0)),
  );
  for (const [i, { rule, oversizeRecords }] of chosen.entries()) {
    const split = splits[i]!;
    const affordable = split !== null && split.pairs > 0 && spent + split.pairs <= budget.pairs;
    if (affordable) spent += split.pairs;
    skipped.set(rule, oversizeRecords - (affordable ? Math.min(split.kept, oversizeRecords) : 0));
    used.push({ rule, shape: candidates[rule]!, split: affordable ? split.by : null });
  }
  const reports = rules.map((rule, i): RuleReport => {
    const survey = surveys[i];
    return {
      id: rule.id,
      label: rule.label,
      used: choices[i]?.used ?? false,
      reason: choices[i]?.reason ?? 'adds little',
      expectedPairs: survey?.pairs ?? 0,
      largestBlock: survey?.largestBlock ?? 0,
      oversizeBlocks: survey?.oversizeBlocks ?? 0,
      skippedRecords: skipped.get(i) ?? 0,
    };
  });
  return { used, reports, coverage };
}

/** The choice for large tables: by what rules find of imagined matches, and what share of these they find together. */
function coverChoice(
  { shapes, facets, records, budget, telling, seed }: PlanInput,
  candidates: readonly RuleShape[],
  surveys: readonly RuleSurvey[],
): { choices: Choice[]; coverage: number } {
  const counts = shapes.slots.map((slot) => slot.facets.length);
  const agreement = supposeUnseen(candidates, surveyAgreement(facets, candidates, counts, telling, surveys), telling);
  const matches = imagineMatches(candidates, agreement, seed);
  const { rules: chosen, coverage } = coverRules(surveys, matches, records, budget.pairs, MOST_SURVEYED);
  // Nothing is known of what matches agree on, where no two rows do on several columns: better loose rules than no answer.
  if (chosen.length === 0) return { choices: chooseRules(surveys, budget.pairs), coverage: 1 };
  const left = budget.pairs - chosen.reduce((sum, rule) => sum + surveys[rule]!.pairs, 0);
  const choices = surveys.map(
    ({ rule, pairs }): Choice => (chosen.includes(rule) ? { rule, used: true, reason: 'chosen' } : surveyedOut(rule, pairs, left)),
  );
  return { choices, coverage: Math.max(0.1, coverage) };
}
