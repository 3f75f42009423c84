// Yes or no, with "not known" beside them where the field allows it.
import { unknown } from '@anwang/core/forms';
import { OptionRow, yesNoChoices } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';
import { frameOf, isUnknown } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind yesNo. */
export const yesNo: FieldModule = {
  Input: (props) => (
    <OptionRow
      {...frameOf(props)}
      value={isUnknown(props.value) ? 'unknown' : typeof props.value === 'boolean' ? (props.value ? 'yes' : 'no') : null}
      choices={yesNoChoices().filter((choice) => choice.value !== 'unknown' || props.field.unknownAllowed)}
      onChange={(next) => props.onChange(next === 'unknown' ? unknown : next === 'yes')}
    />
  ),
  text: (_field, value) => (typeof value === 'boolean' ? (value ? m.yes() : m.no()) : ''),
};
