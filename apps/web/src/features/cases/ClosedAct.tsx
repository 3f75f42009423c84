// An act that an address asks for and that is closed now: a link from the worklist, or a draft that somebody else's decision overtook. Says why, and lets the draft go.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import type { Workspace } from './queries.ts';

type Props = { act: Workspace['closed'][number]; draft: string; onClose: () => void };

/** The reason in a dialog. @param draft the key under which the form keeps what was typed */
export function ClosedAct({ act, draft, onClose }: Props) {
  const label = useLabel();
  const kept = useQuery({ queryKey: ['drafts', draft], queryFn: async () => (await api.drafts.read({ key: draft })).draft });
  const drop = useWrite(() => api.drafts.drop({ key: draft }), { onDone: onClose });
  return (
    <Dialog
      title={label(act.label)}
      open
      onClose={onClose}
      actions={
        <>
          {kept.data && (
            <Button tone="bare" busy={drop.busy} onClick={() => drop.run({})}>
              {m.draft_drop()}
            </Button>
          )}
          <Button tone="primary" onClick={onClose}>
            {m.close()}
          </Button>
        </>
      }
    >
      <p>
        {label(act.why)}
        {act.opensAt ? `${m.clause_mark()}${m.opens_at({ time: formatMoment(act.opensAt) })}` : ''}
      </p>
      {kept.data && <p className="i2">{m.draft_saved({ time: formatMoment(kept.data.savedAt) })}</p>}
    </Dialog>
  );
}
