// Somebody who is not among the people of the form, found by name, number, telephone or address. Searching is logged with its purpose, like everywhere.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../client/api.ts';
import { readProblem } from '../client/problem.ts';
import { type FieldFrame, FieldGroup } from '../ui/Field.tsx';
import { type Choice, OptionRow, TextInput } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';
import { useDistrictWords } from '../words/label.ts';
import { describePerson } from '../words/person.ts';

type Props = FieldFrame & { value: string; onChange: (personId: string) => void; known: readonly Choice[]; except: readonly string[] };

/** The people at hand as options, and a search for others beside them; whoever is chosen stays among the options. */
export function FindPerson({ value, onChange, known, except, ...frame }: Props) {
  const district = useDistrictWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Choice | undefined>(undefined);
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['people', 'search', asked],
    queryFn: () => api.people.search({ text: asked, limit: 8 }),
    enabled: asked.length >= 2,
    retry: false,
  });
  // A draft holds the id alone; the name is asked for.
  const unnamed = value !== '' && chosen?.value !== value && !known.some((each) => each.value === value);
  const named = useQuery({ queryKey: ['people', value], queryFn: () => api.people.one({ personId: value }), enabled: unnamed });
  const rows = (asked.length >= 2 ? (found.data?.rows ?? []) : []).filter((row) => !except.includes(row.personId));
  const hits = rows.map((row) => ({
    value: row.personId,
    label: [row.name ?? m.unnamed(), describePerson(row.sex, row.age, row.birthPrecision === 'approximate'), district(row.district)]
      .filter(Boolean)
      .join(m.clause_mark()),
  }));
  const kept: Choice[] = chosen ? [chosen] : unnamed && named.data ? [{ value, label: named.data.name ?? m.unnamed() }] : [];
  const choices = [...new Map([...hits, ...kept, ...known].map((each) => [each.value, each])).values()].toReversed();
  const problem = found.error ? readProblem(found.error).sentence : undefined;
  const none = asked.length >= 2 && found.isSuccess && hits.length === 0 ? m.find_person_none() : undefined;
  const cut =
    asked.length >= 2 && found.data && (found.data.cut || found.data.next !== null)
      ? m.search_cut({ n: found.data.rows.length })
      : undefined;
  return (
    <div className="stack">
      {choices.length > 0 ? (
        <OptionRow
          {...frame}
          value={value}
          choices={choices}
          onChange={(id) => {
            setChosen(choices.find((each) => each.value === id));
            onChange(id);
          }}
        />
      ) : (
        <FieldGroup {...frame}>
          <span className="i2">{m.find_person_no_kin()}</span>
        </FieldGroup>
      )}
      <TextInput
        label={m.find_person()}
        type="search"
        value={text}
        maxLength={120}
        placeholder={m.search_placeholder()}
        onChange={setText}
        hint={none ?? cut}
        fault={problem}
      />
    </div>
  );
}
