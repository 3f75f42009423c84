// Two entries of the index are one human being: chosen, seen with what would move and what speaks against it, then joined with a reason.
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { ReasonDialog } from '../../frame/ReasonDialog.tsx';
import { useUrl } from '../../frame/url.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { bornInWords } from '../../words/born.ts';
import { m } from '../../words/index.ts';
import { sexWord } from '../../words/person.ts';
import styles from './Matching.module.css';
import { PersonPicker, type Picked } from './PersonPicker.tsx';

type Preview = Awaited<ReturnType<typeof api.matching.previewMerge>>;
const againstWords = () => ({ number: m.matching_against_number(), birthDate: m.matching_against_birth(), sex: m.matching_against_sex() });

/** The two pickers and what they come to. */
export function MergeTab() {
  const [url, setUrl] = useUrl('tab', 'one', 'other');
  const [known, setKnown] = useState<Readonly<Record<string, string>>>({});
  const one = usePicked(url.one, known);
  const other = usePicked(url.other, known);
  const pick = (side: 'one' | 'other') => (picked: Picked | undefined) => {
    if (picked) setKnown({ ...known, [picked.id]: picked.name });
    setUrl({ [side]: picked?.id });
  };
  const preview = useQuery({
    queryKey: ['matching', 'preview', one?.id, other?.id],
    queryFn: () => api.matching.previewMerge({ personId: one?.id ?? '', otherId: other?.id ?? '' }),
    enabled: one !== undefined && other !== undefined,
    retry: false,
  });
  return (
    <div className={styles.merge}>
      <PersonPicker label={m.matching_one()} picked={one} onPick={pick('one')} />
      <PersonPicker label={m.matching_other()} picked={other} onPick={pick('other')} />
      {!(one && other) && <p className={`${styles.wide} i2`}>{m.matching_choose_two()}</p>}
      {one && other && (
        <div className={`${styles.wide} stack`}>
          <Shown query={preview}>
            {(data) => <Joining preview={data} onDone={() => setUrl({ tab: 'decisions', one: undefined, other: undefined })} />}
          </Shown>
        </div>
      )}
    </div>
  );
}

/** Who stands in the address: by the words with which they were chosen, or by the name of their file when the address was opened as it is. */
function usePicked(id: string | undefined, known: Readonly<Record<string, string>>): Picked | undefined {
  const file = useQuery({
    queryKey: ['people', 'one', id],
    queryFn: () => api.people.one({ personId: id ?? '' }),
    enabled: id !== undefined && known[id] === undefined,
    retry: false,
  });
  return id === undefined ? undefined : { id, name: known[id] ?? file.data?.name ?? m.unnamed() };
}

function Joining({ preview, onDone }: { preview: Preview; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const taken = useRef<() => void>(undefined);
  const merge = useWrite(api.matching.merge, {
    done: m.matching_merged(),
    onDone: () => {
      taken.current?.();
      onDone();
    },
    ends: ['matching', 'preview'],
  });
  const { kept, gone, moves, against } = preview;
  const said = (person: Preview['kept']) => [person.name ?? m.unnamed(), sexWord(person.sex), bornInWords(person)].join(' ');
  return (
    <>
      <p>{m.matching_merge_says({ gone: said(gone), kept: said(kept) })}</p>
      <p>{m.matching_moves({ reports: moves.reports, cases: moves.cases, flags: moves.flags, contacts: moves.contacts })}</p>
      {against.length > 0 && (
        <p className="row wrap">
          {against.map((code) => (
            <Badge key={code} tone="attention">
              {againstWords()[code]}
            </Badge>
          ))}
        </p>
      )}
      <p className="row">
        <Button tone="primary" onClick={() => setAsking(true)}>
          {m.matching_join()}
        </Button>
      </p>
      {asking && (
        <ReasonDialog
          title={m.matching_join()}
          note={m.matching_join_note()}
          action={m.matching_join()}
          busy={merge.busy}
          draft={`merge.${kept.id}.${gone.id}`}
          onClose={() => setAsking(false)}
          onReason={(reason, sent) => {
            taken.current = sent;
            merge.run({ personId: kept.id, otherId: gone.id, version: kept.version, otherVersion: gone.version, reason });
          }}
        />
      )}
    </>
  );
}
