// A national or residence ID as typed; a check digit that does not hold is said beside it.
import { TextInput } from '../ui/inputs.tsx';
import { idRemark } from '../words/id-remark.ts';
import { asText, frameOf, fromText } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind nationalId. */
export const nationalId: FieldModule = {
  Input: (props) => {
    const remark = idRemark(asText(props.value));
    return (
      <TextInput
        {...frameOf(props)}
        {...(remark ? { hint: remark } : {})}
        maxLength={20}
        value={asText(props.value)}
        onChange={(next) => props.onChange(fromText(next))}
      />
    );
  },
  text: (_field, value) => asText(value),
};
