// Which form does a programme have filled in with an act, and what of it is asked? The report with which an opening is proposed, the safety plan with a plan, what a
// county added to the record of a visit. What the act asks itself is not asked twice: it answers the form by the names that the form states (`answeredBy`).

import type { Answer, Answers } from '../forms/answers.ts';
import type { Field } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import type { Programme } from './program.ts';

/** Whether the form may stay open: whoever was not found, or belongs elsewhere, is not diagnosed, and of a visit in vain there is little to say. */
export const mayStayOpen = (act: string, decision: unknown): boolean =>
  (act === 'proposeOpening' && decision === 'notOpened') || (act === 'recordVisit' && decision !== 'met');

/** The form of an act (core/cases `caseActions`), with what a county added to it; null where the programme has none. */
export function formOfAct(programme: Pick<Programme, 'actions' | 'forms'>, act: string): Form | null {
  const id = programme.actions.find((one) => one.id === act)?.form;
  return id === undefined ? null : (programme.forms.find((form) => form.id === id) ?? null);
}

/** What of the form is asked beside the act; null where nothing is. */
export function askedOf(form: Form): Form | null {
  const sections = form.sections
    .map((section) => ({ ...section, fields: section.fields.filter((field) => field.answeredBy === undefined) }))
    .filter((section) => section.fields.length > 0);
  return sections.length === 0 ? null : { ...form, sections };
}

const yesNo: Readonly<Record<string, boolean>> = { yes: true, no: false };
const isAnswer = (value: unknown): value is Answer => ['string', 'number', 'boolean'].includes(typeof value);

function asAnswer({ kind }: Field, value: unknown): Answer | undefined {
  if (kind === 'yesNo' && typeof value === 'string') return yesNo[value];
  return isAnswer(value) ? value : undefined;
}

/** What the fields of the act answer of the form, for the conditions of what is asked: a question may hang on how the family was met. */
export function answeredByAct(form: Form, act: object): Answers {
  const said: Readonly<Record<string, unknown>> = { ...act };
  return Object.fromEntries(
    form.sections
      .flatMap((section) => section.fields)
      .flatMap((field) => {
        const answer = field.answeredBy === undefined ? undefined : asAnswer(field, said[field.answeredBy]);
        return answer === undefined ? [] : [[field.id, answer]];
      }),
  );
}

/** Fields of the act itself that the form wants answered: a county may require what the nation leaves open. */
export const requiredOfAct = (form: Form): string[] =>
  form.sections.flatMap((section) =>
    section.fields.flatMap((field) => (field.required && field.answeredBy !== undefined ? [field.answeredBy] : [])),
  );
