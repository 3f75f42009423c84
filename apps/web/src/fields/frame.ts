// Label, help and error of a field in the language of the screen, as every control takes them.
import { type Answer, type Field, isUnknown } from '@anwang/core/forms';
import { sayLabel } from '@anwang/core/lang';
import type { FieldFrame } from '../ui/Field.tsx';
import { language } from '../words/index.ts';
import type { InputProps } from './kind.ts';

/** The label of anything labelled, in the language of the screen. */
export function sayIn(label: Field['label']): string {
  return sayLabel(label, language() === 'en' ? 'en' : 'zh').text;
}

/** What stands around the control. */
export function frameOf({ field, error, origin }: InputProps): FieldFrame {
  return {
    label: sayIn(field.label),
    hint: field.help ? sayIn(field.help) : undefined,
    required: field.required,
    ...(error ? { error } : {}),
    ...(origin ? { origin } : {}),
  };
}

/** The answer as text for a text control; other kinds of answers are empty there. */
export function asText(value: Answer | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A text control's value as an answer: nothing typed is no answer. */
export function fromText(text: string): Answer | undefined {
  return text === '' ? undefined : text;
}

export { isUnknown };
