// Rows of a person that are somebody else: chosen in the list of source rows, seen with what would move, parted with a reason.
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { ReasonDialog } from '../../frame/ReasonDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { m } from '../../words/index.ts';

type Props = { personId: string; version: number; linkIds: readonly string[]; onDone: () => void };

/** What parting would do, and the button that asks why. */
export function SplitRecords({ personId, version, linkIds, onDone }: Props) {
  const [asking, setAsking] = useState(false);
  const taken = useRef<() => void>(undefined);
  const split = useWrite(api.matching.split, {
    done: m.matching_parted(),
    onDone: () => {
      taken.current?.();
      setAsking(false);
      onDone();
    },
    // Once parted the rows belong to somebody else, and asking about them again would find nobody.
    ends: ['matching', 'split', personId],
  });
  const preview = useQuery({
    queryKey: ['matching', 'split', personId, ...linkIds],
    queryFn: () => api.matching.previewSplit({ personId, linkIds: [...linkIds] }),
    retry: false,
  });
  return (
    <div className="row wrap pad">
      <Shown query={preview}>
        {({ moves }) => (
          <>
            <span>{m.matching_moves({ reports: moves.reports, cases: moves.cases, flags: moves.flags, contacts: moves.contacts })}</span>
            <Button size="small" onClick={() => setAsking(true)}>
              {m.matching_part({ n: linkIds.length })}
            </Button>
          </>
        )}
      </Shown>
      {asking && (
        <ReasonDialog
          title={m.matching_part({ n: linkIds.length })}
          note={m.matching_part_note()}
          action={m.matching_part({ n: linkIds.length })}
          busy={split.busy}
          draft={`split.${personId}`}
          onClose={() => setAsking(false)}
          onReason={(reason, sent) => {
            taken.current = sent;
            split.run({ personId, version, linkIds: [...linkIds], reason });
          }}
        />
      )}
    </div>
  );
}
