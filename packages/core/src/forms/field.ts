// Which kinds of questions exist? A closed table: what an answer of that kind looks like, and the FHIR Questionnaire item type it becomes.

import type { Label } from '../lang/label.ts';
import type { Condition } from '../rules/condition.ts';

/** Kinds of fields with their FHIR item type. */
export const fieldKinds = {
  text: { fhir: 'string' },
  paragraph: { fhir: 'text' },
  integer: { fhir: 'integer' },
  decimal: { fhir: 'decimal' },
  yesNo: { fhir: 'boolean' },
  choice: { fhir: 'choice' },
  choices: { fhir: 'choice' },
  date: { fhir: 'date' },
  instant: { fhir: 'dateTime' },
  nationalId: { fhir: 'string' },
  personName: { fhir: 'string' },
  phone: { fhir: 'string' },
  address: { fhir: 'text' },
  person: { fhir: 'reference' },
  files: { fhir: 'attachment' },
  group: { fhir: 'group' },
} as const satisfies Record<string, { fhir: string }>;

/** A kind of field. */
export type FieldKind = keyof typeof fieldKinds;

/** One of the answers of a choice. */
export type Option = {
  readonly code: string;
  readonly label: Label;
  /** What helps to choose and is no part of the answer, as the load of a worker. */
  readonly note?: Label;
  /** An answer that asks for attention, and looks like it once it is chosen. */
  readonly tone?: 'attention';
};

/** A question. */
export type Field = {
  readonly id: string;
  readonly kind: FieldKind;
  readonly label: Label;
  /** Guidance from the manual, shown beside the question. */
  readonly help?: Label;
  /** Id of the concept in the dictionary that an answer records. */
  readonly concept: string;
  /** An answer (or "unknown") must be given. */
  readonly required: boolean;
  /** Whether "unknown" may be chosen; nearly always yes. */
  readonly unknownAllowed: boolean;
  readonly options?: readonly Option[];
  readonly min?: number;
  readonly max?: number;
  /** Longest text, in code points. */
  readonly maxLength?: number;
  /** The act with which the form is filled in asks this itself, by this name (`note`), or another act has (`reviewGoal.status`): it is not asked again. */
  readonly answeredBy?: string;
  /** Its answer goes along when the case moves to another county: nothing by which somebody could be found. */
  readonly handedOn?: true;
  /** Asked only when this holds over earlier answers. */
  readonly showWhen?: Condition;
  /** Fields of a group; `repeats` lets the group be filled in several times. */
  readonly fields?: readonly Field[];
  readonly repeats?: boolean;
};
