// One person is looked for and chosen. What was typed does not stand in the address.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import tableStyles from '../../ui/Table.module.css';
import { bornInWords } from '../../words/born.ts';
import { m } from '../../words/index.ts';
import { useDistrictWords } from '../../words/label.ts';
import { sexWord } from '../../words/person.ts';

export type Picked = { readonly id: string; readonly name: string };
type Props = { label: string; picked: Picked | undefined; onPick: (person: Picked | undefined) => void };

/** The box, what it found, or whom it stands for. */
export function PersonPicker({ label, picked, onPick }: Props) {
  const district = useDistrictWords();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const found = useQuery({
    queryKey: ['people', 'search', asked],
    queryFn: () => api.people.search({ text: asked, limit: 20 }),
    enabled: asked !== '',
  });
  type Found = Awaited<ReturnType<typeof api.people.search>>['rows'][number];
  // Two of one name are told apart by the day they were born and where they live.
  const said = (row: Found) =>
    [row.name ?? m.unnamed(), sexWord(row.sex), bornInWords(row), district(row.district)].filter(Boolean).join(' ');
  if (picked)
    return (
      <div className="row wrap">
        <span>{label}</span> <b>{picked.name}</b>
        <Button size="small" onClick={() => onPick(undefined)}>
          {m.matching_choose_other()}
        </Button>
      </div>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(typed.trim());
      }}
    >
      <TextInput label={label} type="search" value={typed} maxLength={120} placeholder={m.search_placeholder()} onChange={setTyped} />
      <div>
        <Button type="submit">{m.search()}</Button>
      </div>
      {asked !== '' && (
        <Shown query={found}>
          {(data) => (
            <table className={tableStyles.table}>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={row.personId}>
                    <td>{said(row)}</td>
                    <td className="num">
                      <Button size="small" onClick={() => onPick({ id: row.personId, name: said(row) })}>
                        {m.matching_choose()}
                      </Button>
                    </td>
                  </tr>
                ))}
                {data.rows.length === 0 && (
                  <tr>
                    <td>{m.search_nothing()}</td>
                  </tr>
                )}
                {(data.cut || data.next !== null) && (
                  <tr>
                    <td>{m.search_cut({ n: data.rows.length })}</td>
                  </tr>
                )}
              </tbody>
            </table>
          )}
        </Shown>
      )}
    </form>
  );
}
