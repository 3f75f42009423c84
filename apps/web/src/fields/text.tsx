// One line of free text.
import { TextInput } from '../ui/inputs.tsx';
import { asText, frameOf, fromText } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind text. */
export const text: FieldModule = {
  Input: (props) => (
    <TextInput
      {...frameOf(props)}
      value={asText(props.value)}
      maxLength={props.field.maxLength ?? 400}
      onChange={(next) => props.onChange(fromText(next))}
    />
  ),
  text: (_field, value) => asText(value),
};
