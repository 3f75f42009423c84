// One of the people of the case or the report, chosen by name; the form is given the people it may speak of, and whether others may be found.
import { createContext, useContext } from 'react';
import { SelectInput } from '../ui/inputs.tsx';
import { FindPerson } from './FindPerson.tsx';
import { asText, frameOf, fromText } from './frame.ts';
import type { FieldModule, InputProps } from './kind.ts';

type Speaks = {
  readonly people: readonly { id: string; name: string }[];
  /** Others may be searched for, but these. */
  readonly find?: { readonly except: readonly string[] };
};

/** The people a form may speak of. */
export const PeopleOfForm = createContext<Speaks>({ people: [] });

function Input(props: InputProps) {
  const { people, find } = useContext(PeopleOfForm);
  const choices = people.map((each) => ({ value: each.id, label: each.name }));
  const control = { ...frameOf(props), value: asText(props.value), onChange: (next: string) => props.onChange(fromText(next)) };
  return find ? <FindPerson {...control} known={choices} except={find.except} /> : <SelectInput {...control} choices={choices} />;
}

/** Fields of kind person; an id is nothing to read. */
export const person: FieldModule = { Input, text: () => '' };
