// Several of the options.
import { CheckList } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';
import { frameOf, sayIn } from './frame.ts';
import type { FieldModule } from './kind.ts';

function codes(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** Fields of kind choices. */
export const choices: FieldModule = {
  Input: (props) => (
    <CheckList
      {...frameOf(props)}
      value={codes(props.value)}
      choices={(props.field.options ?? []).map((option) => ({ value: option.code, label: sayIn(option.label) }))}
      onChange={(next) => props.onChange(next.length > 0 ? next : undefined)}
    />
  ),
  text: (field, value) =>
    codes(value)
      .map((code) => {
        const option = field.options?.find((each) => each.code === code);
        return option ? sayIn(option.label) : code;
      })
      .join(m.list_mark()),
};
