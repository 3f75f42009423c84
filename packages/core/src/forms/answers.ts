// What is an answer? A value, or the statement that it is not known. Nothing given at all is neither: the question is still open.

import type { Fact, Facts } from '../rules/condition.ts';

/** The statement "not known". */
export type Unknown = { readonly unknown: true };
/** One answer. Dates and instants are ISO texts; several codes are a list; a group is a list of answer records. */
export type Answer = string | number | boolean | readonly string[] | readonly Answers[] | Unknown;
/** Answers by field id. */
export type Answers = { readonly [field: string]: Answer };

/** The answer "not known". */
export const unknown: Unknown = { unknown: true };

/** Whether an answer says "not known". */
export function isUnknown(answer: Answer | undefined): answer is Unknown {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) && 'unknown' in answer;
}

/** Whether an answer is the filled-in list of a group. */
export function isGroup(answer: Answer): answer is readonly Answers[] {
  return Array.isArray(answer) && answer.some((item) => typeof item === 'object');
}

/** Answers as facts for conditions, prefixed (`answers.`); unknown and open questions are unknown facts, groups count as their number of entries. */
export function answerFacts(answers: Answers, prefix = 'answers.'): Facts {
  const facts: Record<string, Fact> = {};
  for (const [field, answer] of Object.entries(answers)) {
    if (isUnknown(answer)) facts[prefix + field] = null;
    else if (isGroup(answer)) facts[prefix + field] = answer.length;
    else facts[prefix + field] = answer as Fact;
  }
  return facts;
}
