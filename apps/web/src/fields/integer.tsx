// A whole number within the limits of its field.
import { NumberInput } from '../ui/inputs.tsx';
import { frameOf } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind integer. */
export const integer: FieldModule = {
  Input: (props) => (
    <NumberInput
      {...frameOf(props)}
      value={typeof props.value === 'number' ? props.value : null}
      {...(props.field.min === undefined ? {} : { min: props.field.min })}
      {...(props.field.max === undefined ? {} : { max: props.field.max })}
      onChange={(next) => props.onChange(next ?? undefined)}
    />
  ),
  text: (_field, value) => (typeof value === 'number' ? String(value) : ''),
};
