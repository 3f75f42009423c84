// A name as people give it: whole, in part, masked (陳○明) or a nickname.
import { TextInput } from '../ui/inputs.tsx';
import { asText, frameOf, fromText } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind personName. */
export const personName: FieldModule = {
  Input: (props) => (
    <TextInput {...frameOf(props)} maxLength={60} value={asText(props.value)} onChange={(next) => props.onChange(fromText(next))} />
  ),
  text: (_field, value) => asText(value),
};
