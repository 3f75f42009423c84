// Are the answers to a form whole and of the right kind? Only questions that are shown count; each fault names its field and says what to do.

import type { Problem } from '../lang/problem.ts';
import { fail, ok, type Result } from '../lang/result.ts';
import { evaluate, type RuleContext } from '../rules/evaluate.ts';
import { parseInstant } from '../time/instant.ts';
import { parsePlainDate } from '../time/plain-date.ts';
import { type Answer, type Answers, answerFacts, isUnknown } from './answers.ts';
import type { Field } from './field.ts';
import type { Form } from './form.ts';

/** A fault in an answer; `reason` is a code that the screens say in words. */
export type AnswerFault = { readonly path: string; readonly reason: AnswerFaultReason };
/** What can be wrong with an answer. */
export type AnswerFaultReason =
  | 'required'
  | 'unknownNotAllowed'
  | 'wrongKind'
  | 'notAnOption'
  | 'tooSmall'
  | 'tooLarge'
  | 'tooLong'
  | 'noSuchDate'
  | 'noSuchField';

function textFault(field: Field, answer: Answer): AnswerFaultReason | null {
  if (typeof answer !== 'string') return 'wrongKind';
  if (field.kind === 'date' && !parsePlainDate(answer).ok) return 'noSuchDate';
  if (field.kind === 'instant' && !parseInstant(answer).ok) return 'noSuchDate';
  return [...answer].length > (field.maxLength ?? 20_000) ? 'tooLong' : null;
}

function numberFault(field: Field, answer: Answer): AnswerFaultReason | null {
  if (typeof answer !== 'number' || !Number.isFinite(answer) || (field.kind === 'integer' && !Number.isInteger(answer))) return 'wrongKind';
  if (field.min !== undefined && answer < field.min) return 'tooSmall';
  return field.max !== undefined && answer > field.max ? 'tooLarge' : null;
}

function choiceFault(field: Field, answer: Answer): AnswerFaultReason | null {
  const chosen: unknown = field.kind === 'choices' ? answer : [answer];
  if (!Array.isArray(chosen) || chosen.some((code) => typeof code !== 'string')) return 'wrongKind';
  const codes = new Set((field.options ?? []).map((option) => option.code));
  return chosen.every((code) => codes.has(code)) ? null : 'notAnOption';
}

function valueFault(field: Field, answer: Answer): AnswerFaultReason | null {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return numberFault(field, answer);
    case 'yesNo':
      return typeof answer === 'boolean' ? null : 'wrongKind';
    case 'choice':
    case 'choices':
      return choiceFault(field, answer);
    case 'files':
      return Array.isArray(answer) && answer.every((id) => typeof id === 'string') ? null : 'wrongKind';
    case 'group':
      return Array.isArray(answer) && answer.every((item) => typeof item === 'object' && item !== null) ? null : 'wrongKind';
    default:
      return textFault(field, answer);
  }
}

function checkFields(fields: readonly Field[], answers: Answers, path: string, context: RuleContext, given: Answers = {}): AnswerFault[] {
  const faults: AnswerFault[] = [];
  const facts = answerFacts({ ...given, ...answers });
  const known = new Set(fields.map((field) => field.id));
  for (const name of Object.keys(answers)) if (!known.has(name)) faults.push({ path: path + name, reason: 'noSuchField' });
  for (const field of fields) {
    if (field.showWhen !== undefined && evaluate(field.showWhen, facts, context) !== true) continue;
    const at = path + field.id;
    const answer = answers[field.id];
    if (answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)) {
      if (field.required) faults.push({ path: at, reason: 'required' });
    } else if (isUnknown(answer)) {
      if (!field.unknownAllowed) faults.push({ path: at, reason: 'unknownNotAllowed' });
    } else {
      const reason = valueFault(field, answer);
      if (reason !== null) faults.push({ path: at, reason });
      else if (field.kind === 'group')
        for (const [index, entry] of (answer as readonly Answers[]).entries())
          faults.push(...checkFields(field.fields ?? [], entry, `${at}[${index}].`, context));
    }
  }
  return faults;
}

/**
 * All faults of the answers to a form, in the order of its fields.
 * @param given answers that conditions may ask about, and that are no part of these
 */
export function answerFaults(form: Form, answers: Answers, context: RuleContext, given: Answers = {}): AnswerFault[] {
  return checkFields(
    form.sections.flatMap((section) => section.fields),
    answers,
    '',
    context,
    given,
  );
}

/** The answers if they are whole, else `answersInvalid` with every fault. */
export function validateAnswers(form: Form, answers: Answers, context: RuleContext): Result<Answers, Problem> {
  const fields = answerFaults(form, answers, context);
  return fields.length === 0 ? ok(answers) : fail({ code: 'answersInvalid', fields });
}
