// A goal or the plan as the form that changes it, or looks at it again, begins with: what stands there, to be changed and not to be typed again.
import type { Answers } from '@anwang/core/forms';
import { asFormAnswers } from './form-fields.ts';
import type { Workspace } from './queries.ts';

type Goal = Workspace['goals'][number];

/** The answers of a goal for the act `setGoal` or `reviewGoal`. */
export function answersOfGoal(type: string, goal: Goal): Answers {
  if (type === 'reviewGoal') return { goalId: goal.id };
  return {
    need: goal.need,
    ...(goal.goal === null ? {} : { goal: goal.goal }),
    ...(goal.measureOfSuccess === null ? {} : { measureOfSuccess: goal.measureOfSuccess }),
    ...(goal.dueOn === null ? {} : { dueOn: goal.dueOn }),
  };
}

/** The answers of the plan for the act `draftPlan`; when it is looked at again is decided anew. */
export function answersOfPlan({ summary, answers }: Pick<NonNullable<Workspace['plan']>, 'summary' | 'answers'>): Answers {
  return { ...asFormAnswers(answers), ...(summary === null ? {} : { summary }) };
}
