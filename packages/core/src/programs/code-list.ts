// What is a list of codes? Code, words, where it comes from, and what must hold before it may be chosen.

import type { Label } from '../lang/label.ts';
import type { Condition } from '../rules/condition.ts';

/** How sure a statement is: verified in law (V), partly or in an older text, in a source document (S), practice (M), designed by us (D). */
export type Mark = 'V' | 'V-partly' | 'V-history' | 'V-order' | 'S' | 'M' | 'D';

/** The legal or documentary ground of an element. */
export type LegalBasis = { readonly text: string; readonly mark: Mark; readonly note?: string; readonly why?: Label };

/** One code that can be chosen. */
export type Code = {
  readonly code: string;
  readonly label: Label;
  readonly basis?: LegalBasis;
  /** Must hold (over case facts) before the code may be chosen. */
  readonly requires?: Condition;
  /** Another system's code for the same thing, by code system: `{ TWSS: 'Y' }`. */
  readonly maps?: Readonly<Record<string, string>>;
  /** Added by a county overlay: the county's id. */
  readonly county?: string;
};

/** A closed list of codes. */
export type CodeList = readonly Code[];
