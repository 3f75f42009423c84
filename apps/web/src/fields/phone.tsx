// A telephone number as people write it.
import { TextInput } from '../ui/inputs.tsx';
import { asText, frameOf, fromText } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind phone. */
export const phone: FieldModule = {
  Input: (props) => (
    <TextInput
      {...frameOf(props)}
      type="tel"
      maxLength={40}
      value={asText(props.value)}
      onChange={(next) => props.onChange(fromText(next))}
    />
  ),
  text: (_field, value) => asText(value),
};
