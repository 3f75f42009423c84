// Of whom or what is the log asked? Found by name, identity number, case number or account; the address then holds ids only.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { bornInWords } from '../../words/born.ts';
import { m } from '../../words/index.ts';
import styles from './Audit.module.css';
import { thingWord } from './act-words.ts';
import type { kinds } from './filter.ts';

type Kind = keyof typeof kinds;
type Found = Awaited<ReturnType<typeof api.audit.find>>;
type Choice = { readonly kind: Kind; readonly id: string; readonly words: string };

/** As many people as the server names at most. */
const most = 20;

const choicesOf = ({ people, things, accounts }: Found): Choice[] => [
  ...people.map((one) => ({
    kind: 'person' as const,
    id: one.id,
    words: [one.name ?? m.unnamed(), bornInWords(one)].join(' '),
  })),
  ...things.map((one) => ({ kind: one.kind, id: one.id, words: one.number })),
  ...accounts.map((one) => ({ kind: 'actor' as const, id: one.id, words: one.name + m.in_brackets({ text: one.userName }) })),
];

/** The box and what it found; choosing fills the filter. */
export function Finder({ onChoose }: { onChoose: (kind: Kind, id: string, words: string) => void }) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Choice[] | undefined>();
  const search = useWrite(api.audit.find, {
    refresh: [],
    onDone: (answer) => setFound(choicesOf(answer)),
    onProblem: (problem) => problem.code === 'queryTooWide',
  });
  const wide = search.problem?.code === 'queryTooWide';
  return (
    <form
      className={styles.finder}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') search.run({ text: typed.trim() });
      }}
    >
      <TextInput
        label={m.audit_find()}
        type="search"
        value={typed}
        maxLength={120}
        hint={m.audit_find_hint()}
        fault={wide ? m.audit_find_too_wide() : undefined}
        onChange={(next) => {
          setTyped(next);
          setFound(undefined);
        }}
      />
      <Button type="submit" busy={search.busy}>
        {m.search()}
      </Button>
      {found && (
        <div className={styles.found} role="status">
          {found.filter((one) => one.kind === 'person').length >= most && <span className="i2">{m.audit_find_more()}</span>}
          {found.length === 0 && <span className="i2">{m.audit_find_none()}</span>}
          {found.map((one) => (
            <Button
              key={one.id}
              size="small"
              onClick={() => {
                onChoose(one.kind, one.id, one.words);
                setFound(undefined);
                setTyped('');
              }}
            >
              {thingWord(one.kind)} {one.words}
            </Button>
          ))}
        </div>
      )}
    </form>
  );
}
