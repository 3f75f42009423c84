// A national or residence ID as typed; whether its check digit holds is said by the server with the field.
import { TextInput } from '../ui/inputs.tsx';
import { asText, frameOf, fromText } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind nationalId. */
export const nationalId: FieldModule = {
  Input: (props) => (
    <TextInput {...frameOf(props)} maxLength={20} value={asText(props.value)} onChange={(next) => props.onChange(fromText(next))} />
  ),
  text: (_field, value) => asText(value),
};
