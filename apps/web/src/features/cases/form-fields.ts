// The form that the programme has for an act, as part of the act's own form: each field under `answers.`, as the contract and the form's own conditions name it.
import { type Answer, type Answers, answerFacts, type Field, type Form, isUnknown } from '@anwang/core/forms';
import { answeredByAct, askedOf, formOfAct, type Programme } from '@anwang/core/programs';
import { evaluate } from '@anwang/core/rules';
import { instantFromMs, taipei } from '@anwang/core/time';

const under = 'answers.';

/** Acts with which a programme may have a form filled in. */
export const actsWithForm: readonly string[] = ['proposeOpening', 'draftPlan', 'recordVisit', 'proposeClosure', 'placeChild'];
/** The act that wrote an event of these. */
export const actOfEvent: Readonly<Record<string, string>> = {
  openingProposed: 'proposeOpening',
  planDrafted: 'draftPlan',
  visitRecorded: 'recordVisit',
  closureProposed: 'proposeClosure',
  placementBegun: 'placeChild',
};

export const isFormField = (id: string): boolean => id.startsWith(under);

/** What is served as a programme has acts and forms. */
const hasForms = (programme: object): programme is Pick<Programme, 'actions' | 'forms'> =>
  'actions' in programme && Array.isArray(programme.actions) && 'forms' in programme && Array.isArray(programme.forms);

/** The form of an act; null where the programme has none, or is not there yet. */
export function formFor(programme: object | undefined, act: string): Form | null {
  return programme === undefined || !hasForms(programme) ? null : formOfAct(programme, act);
}

const named = (fields: readonly Field[], open: boolean): Field[] =>
  fields.map((field) => ({ ...field, id: `${under}${field.id}`, required: field.required && !open }));

const fieldsOf = (form: Form | null): Field[] => (form?.sections ?? []).flatMap((section) => section.fields);

/** The questions of a form that are asked after what was answered so far, also to the act's own. @param open none of them must be answered */
export function formFields(form: Form | null, answers: Answers, open = false): Field[] {
  if (form === null) return [];
  const facts = { ...answerFacts(answers, ''), ...answerFacts(answeredByAct(form, answers)) };
  const context = { now: instantFromMs(Date.now()), zone: taipei };
  const asked = fieldsOf(askedOf(form)).filter(
    (field) => field.showWhen === undefined || evaluate(field.showWhen, facts, context) === true,
  );
  return named(asked, open);
}

/** Whether only the rest of the form is asked, because the act asks the most of it itself. */
export const isRest = (form: Form | null): boolean => fieldsOf(form).some((field) => field.answeredBy !== undefined);

/** The questions of a form that were answered: on what they hung is not asked again. */
export const answeredFields = (form: Form | null, answers: Answers): Field[] =>
  named(fieldsOf(form), true).filter(({ id }) => answers[id] !== undefined);

/** Answers that were kept, as the form begins with them. */
export const asFormAnswers = (kept: Answers): Answers =>
  Object.fromEntries(Object.entries(kept).map(([id, answer]) => [`${under}${id}`, answer]));

const isOpen = (answer: Answer | undefined): boolean =>
  answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);

/** Which of these must be answered and are not; that it is not known is an answer where it may be one. */
export const openFormFields = (fields: readonly Field[], answers: Answers): Field[] =>
  fields.filter(({ id, required, unknownAllowed }) => required && (isOpen(answers[id]) || (isUnknown(answers[id]) && !unknownAllowed)));

/** The answers as the contract takes them: null is not known, what is open is left out. */
export const sentAnswers = (fields: readonly Field[], answers: Answers): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ id }) => {
      const answer = answers[id];
      return isOpen(answer) ? [] : [[id.slice(under.length), isUnknown(answer) ? null : answer]];
    }),
  );
