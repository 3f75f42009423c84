// One of several: up to six stand in a row, more open as a list, and a long list is searched by typing.
import { Chooser } from './Chooser.tsx';
import type { FieldFrame } from './Field.tsx';
import { type Choice, OptionRow, SelectInput } from './inputs.tsx';

/** So many fit in a row, and so many are still read from top to bottom. */
const inRow = 6;
const inList = 15;

type Props = FieldFrame & { value: string | null; onChange: (next: string) => void; choices: readonly Choice[] };

/** The control that fits the number of choices. */
export function OneOf(props: Props) {
  const { length } = props.choices;
  const Control = length <= inRow ? OptionRow : length <= inList ? SelectInput : Chooser;
  return <Control {...props} />;
}

const nobody = 'none';

/** A list in which nothing chosen is a choice of its own, said by `empty`; never a row. */
export function MaybeOneOf({ empty, ...props }: Props & { empty: string }) {
  if (props.choices.length <= inList) return <SelectInput {...props} empty={empty} />;
  return (
    <Chooser
      {...props}
      value={props.value || nobody}
      choices={[{ value: nobody, label: empty }, ...props.choices]}
      onChange={(next) => props.onChange(next === nobody ? '' : next)}
    />
  );
}
