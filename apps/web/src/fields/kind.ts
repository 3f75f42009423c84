// What belongs to a kind of field: the control, the read view and the text form for print, export and search. One module per kind;
// the record over core's FieldKind makes a missing part a type error.
import type { Answer, Field } from '@anwang/core/forms';
import type { ComponentType } from 'react';

export type InputProps = {
  field: Field;
  value: Answer | undefined;
  onChange: (next: Answer | undefined) => void;
  error?: string | undefined;
  /** Where a pre-filled answer came from. */
  origin?: string | undefined;
};

export type FieldModule = {
  Input: ComponentType<InputProps>;
  /** The answer as text in the language of the screen. */
  text: (field: Field, value: Answer) => string;
};
