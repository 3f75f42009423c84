// Free text of several lines.
import { TextArea } from '../ui/inputs.tsx';
import { asText, frameOf, fromText } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind paragraph. */
export const paragraph: FieldModule = {
  Input: (props) => (
    <TextArea
      {...frameOf(props)}
      value={asText(props.value)}
      maxLength={props.field.maxLength ?? 8000}
      onChange={(next) => props.onChange(fromText(next))}
    />
  ),
  text: (_field, value) => asText(value),
};
