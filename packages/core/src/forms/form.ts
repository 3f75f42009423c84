// What is a form? Sections of fields, versioned; a published version is never edited.

import type { Label } from '../lang/label.ts';
import type { Field } from './field.ts';

/** A part of a form. */
export type Section = { readonly id: string; readonly label: Label; readonly fields: readonly Field[] };

/** A form. */
export type Form = { readonly id: string; readonly version: string; readonly label: Label; readonly sections: readonly Section[] };
