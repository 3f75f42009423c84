// What is a concept? A thing that can be recorded: name, definition, kind of value, how sensitive, where it comes from.

import type { DataClass } from '../access/data-class.ts';
import type { Label } from '../lang/label.ts';

/** Kinds of values a concept takes. */
export type ConceptValue = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'code' | 'codes' | 'reference' | 'file' | 'group';

/** An entry of a value set. */
export type ValueSetEntry = { readonly code: string; readonly label: Label };
/** A closed list of values. */
export type ValueSet = { readonly id: string; readonly label: Label; readonly source: string; readonly entries: readonly ValueSetEntry[] };

/** A coded concept. */
export type Concept = {
  readonly id: string;
  readonly label: Label;
  readonly definition: Label;
  readonly value: ConceptValue;
  /** Id of a value set, for `code` and `codes`. */
  readonly valueSet?: string;
  readonly sensitivity: DataClass;
  readonly source: string;
};
