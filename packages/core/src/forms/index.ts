// forms: what is asked, how, and whether the answers are whole. Maps one to one to a FHIR Questionnaire; "unknown" is an answer everywhere.
// Words: form, section, field, field kind, answer.
export * from './answers.ts';
export * from './field.ts';
export type * from './form.ts';
export * from './to-questionnaire.ts';
export * from './validate.ts';
