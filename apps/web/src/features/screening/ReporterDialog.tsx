// Opening the reporter's identity: a reason first, the opening is logged, and what is shown goes with the dialog.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';

const nothing = { reason: '' };
type Reporter = Awaited<ReturnType<typeof api.screening.openReporter>>;

/** The dialog. */
export function ReporterDialog({ reportId, onClose }: { reportId: string; onClose: () => void }) {
  const { value, change, state, savedAt, drop } = useDraft(`reporter.${reportId}`, nothing);
  const [reporter, setReporter] = useState<Reporter | undefined>(undefined);
  const open = useWrite(api.screening.openReporter, {
    refresh: [],
    onDone: (found: Reporter) => {
      drop();
      setReporter(found);
    },
  });
  return (
    <Dialog
      title={m.reporter_open_title()}
      open
      onClose={onClose}
      actions={
        <>
          {!reporter && (
            <>
              <DraftNote state={state} savedAt={savedAt} />
              <span className="sp" />
            </>
          )}
          <Button onClick={onClose}>{reporter ? m.close() : m.keep_and_close()}</Button>
          {!reporter && (
            <Button
              tone="primary"
              busy={open.busy}
              disabled={value.reason.trim() === ''}
              onClick={() => open.run({ reportId, reason: value.reason })}
            >
              {m.open()}
            </Button>
          )}
        </>
      }
    >
      {reporter ? (
        <dl className="stack">
          {[
            [m.name(), reporter.name],
            [m.report_phone(), reporter.phone],
            [m.email(), reporter.email],
            [m.organisation(), reporter.organisation],
            [m.report_relation_short(), reporter.relation],
          ].map(([term, value]) => (
            <div key={term} className="row">
              <dt className="i3">{term}</dt>
              <dd>{value ?? m.unknown()}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <>
          <p>{m.reporter_open_law()}</p>
          <TextArea label={m.reason()} required value={value.reason} maxLength={400} onChange={(reason) => change({ reason })} rows={3} />
        </>
      )}
    </Dialog>
  );
}
