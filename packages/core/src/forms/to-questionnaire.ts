// How does a form look as a FHIR R4 Questionnaire? One item per field, nothing lost: this is the proof that the shapes match one to one.

import { type Field, fieldKinds } from './field.ts';
import type { Form } from './form.ts';

/** The part of a FHIR Questionnaire item that our fields fill. */
export type QuestionnaireItem = {
  linkId: string;
  text: string;
  type: string;
  required: boolean;
  repeats: boolean;
  code: { code: string }[];
  maxLength?: number;
  answerOption?: { valueCoding: { code: string; display: string } }[];
  item?: QuestionnaireItem[];
};

/** The part of a FHIR Questionnaire that our forms fill. */
export type Questionnaire = {
  resourceType: 'Questionnaire';
  name: string;
  version: string;
  title: string;
  status: 'active';
  item: QuestionnaireItem[];
};

function toItem(field: Field): QuestionnaireItem {
  const options = field.options?.map((option) => ({ valueCoding: { code: option.code, display: option.label.zh } }));
  return {
    linkId: field.id,
    text: field.label.zh,
    type: fieldKinds[field.kind].fhir,
    required: field.required,
    repeats: field.kind === 'choices' || field.kind === 'files' || field.repeats === true,
    code: [{ code: field.concept }],
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
    ...(options === undefined ? {} : { answerOption: options }),
    ...(field.fields === undefined ? {} : { item: field.fields.map(toItem) }),
  };
}

/** The form as a FHIR R4 Questionnaire; sections become groups. */
export function toQuestionnaire(form: Form): Questionnaire {
  const item = form.sections.map((section) => ({
    linkId: section.id,
    text: section.label.zh,
    type: 'group',
    required: false,
    repeats: false,
    code: [],
    item: section.fields.map(toItem),
  }));
  return { resourceType: 'Questionnaire', name: form.id, version: form.version, title: form.label.zh, status: 'active', item };
}
