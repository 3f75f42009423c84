// A number within the limits of its field: what the kinds integer and decimal share.
import { NumberInput } from '../ui/inputs.tsx';
import { frameOf } from './frame.ts';
import type { InputProps } from './kind.ts';

/** Asks for a number. @param fraction whether 2.5 is a number of the kind */
export function NumberAnswer({ fraction, ...props }: InputProps & { fraction: boolean }) {
  return (
    <NumberInput
      {...frameOf(props)}
      fraction={fraction}
      value={typeof props.value === 'number' ? props.value : null}
      {...(props.field.min === undefined ? {} : { min: props.field.min })}
      {...(props.field.max === undefined ? {} : { max: props.field.max })}
      onChange={(next) => props.onChange(next ?? undefined)}
    />
  );
}

/** The number as text. */
export const numberText = (_field: unknown, value: unknown): string => (typeof value === 'number' ? String(value) : '');
