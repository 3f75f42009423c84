// Which blocking rules to use: in the order of the shelf (most useful first), as long as the budget lasts. Pure, so that a plan can be tested without an engine.
import type { RuleReport } from '../run/options.ts';
import type { RuleSurvey } from './survey.ts';

/** A pair's rule mask has 31 bits. */
const MOST_RULES = 30;

export interface Choice {
  readonly rule: number;
  readonly used: boolean;
  readonly reason: RuleReport['reason'];
}

/** Rules that the survey did not take: what they would find is found by others, or costs more than is left. */
export function surveyedOut(rule: number, pairs: number, left: number): Choice {
  return { rule, used: false, reason: pairs === 0 ? 'no values' : pairs > left ? 'over budget' : 'adds little' };
}

/** In the order of `counts`. With `asked`, exactly these rules are used, budget or not. */
export function chooseRules(counts: readonly Pick<RuleSurvey, 'rule' | 'pairs'>[], budget: number, asked?: readonly number[]): Choice[] {
  if (asked !== undefined) {
    return counts.map(({ rule, pairs }) => {
      if (!asked.includes(rule)) return { rule, used: false, reason: 'not asked for' };
      return pairs === 0 ? { rule, used: false, reason: 'no values' } : { rule, used: true, reason: 'asked for' };
    });
  }
  const choices = new Map<number, Choice>();
  let spent = 0;
  let taken = 0;
  for (const { rule, pairs } of counts) {
    if (pairs === 0) choices.set(rule, { rule, used: false, reason: 'no values' });
    else if (taken === MOST_RULES) choices.set(rule, { rule, used: false, reason: 'adds little' });
    else if (spent + pairs > budget) choices.set(rule, { rule, used: false, reason: 'over budget' });
    else {
      spent += pairs;
      taken++;
      choices.set(rule, { rule, used: true, reason: 'chosen' });
    }
  }
  return counts.map(({ rule }) => choices.get(rule)!);
}
