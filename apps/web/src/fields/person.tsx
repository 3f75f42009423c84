// One of the people of the case or the report, chosen by name; the form is given the people it may speak of.
import { createContext, useContext } from 'react';
import { SelectInput } from '../ui/inputs.tsx';
import { asText, frameOf, fromText } from './frame.ts';
import type { FieldModule, InputProps } from './kind.ts';

/** The people a form may speak of. */
export const PeopleOfForm = createContext<readonly { id: string; name: string }[]>([]);

function Input(props: InputProps) {
  const people = useContext(PeopleOfForm);
  return (
    <SelectInput
      {...frameOf(props)}
      value={asText(props.value)}
      choices={people.map((each) => ({ value: each.id, label: each.name }))}
      onChange={(next) => props.onChange(fromText(next))}
    />
  );
}

/** Fields of kind person. */
export const person: FieldModule = { Input, text: (_field, value) => asText(value) };
