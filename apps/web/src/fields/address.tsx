// An address as people write it, from coarse to fine.
import { TextInput } from '../ui/inputs.tsx';
import { asText, frameOf, fromText } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind address. */
export const address: FieldModule = {
  Input: (props) => (
    <TextInput {...frameOf(props)} maxLength={200} value={asText(props.value)} onChange={(next) => props.onChange(fromText(next))} />
  ),
  text: (_field, value) => asText(value),
};
