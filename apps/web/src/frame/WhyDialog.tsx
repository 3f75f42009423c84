// "Why can I see this?": the grants on which this view rests, and what it leaves out by which rule. Reachable from every record.
import { useQuery } from '@tanstack/react-query';
import { api } from '../client/api.ts';
import { Shown } from '../client/Shown.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { m } from '../words/index.ts';
import { useLabel } from '../words/label.ts';

/** The dialog for one record. */
export function WhyDialog({ kind, id, onClose }: { kind: 'report' | 'case' | 'person'; id: string; onClose: () => void }) {
  const label = useLabel();
  const why = useQuery({ queryKey: ['why', kind, id], queryFn: () => api.reference.why({ kind, id }) });
  return (
    <Dialog title={m.why_visible()} open onClose={onClose}>
      <Shown query={why}>
        {(data) => (
          <>
            <ul className="stack">
              {data.basis.map((each) => (
                <li key={`${each.role}-${each.reach}`} className="row">
                  <Icon name="check" />
                  <span>{label(each.sentence)}</span>
                </li>
              ))}
            </ul>
            {data.hidden.length > 0 && (
              <>
                <h3>
                  <b>{m.why_hidden()}</b>
                </h3>
                <ul className="stack">
                  {data.hidden.map((each) => (
                    <li key={each.zh} className="row">
                      <Icon name="lock" />
                      <span>{label(each)}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p className="t-s i3">{m.why_logged()}</p>
          </>
        )}
      </Shown>
    </Dialog>
  );
}
