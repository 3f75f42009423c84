// Deciding otherwise than proposed, for the first or the second officer: the full form in a dialog; it is sent only when whole.
import { useState } from 'react';
import { FormNote } from '../../drafts/FormNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { m } from '../../words/index.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { type Decision, missingPart } from './decision.ts';
import type { DeskReport } from './queries.ts';

type Props = {
  report: DeskReport;
  start: Decision;
  proposed: Decision;
  busy: boolean;
  /** It was pressed without a network, and goes by itself. */
  waiting: boolean;
  onStop: () => void;
  /** Somebody else decided while this was filled in. */
  overtaken: boolean;
  /** For the second officer, of whose words beside a decision only the other county is told. */
  second?: boolean;
  /** Where what is filled in is kept until it is sent. */
  draft: string;
  onSend: (decision: Decision, sent: () => void) => void;
  onClose: () => void;
};

/** The dialog. */
export function DecisionDialog({
  report,
  start,
  proposed,
  busy,
  waiting,
  onStop,
  overtaken,
  second = false,
  draft,
  onSend,
  onClose,
}: Props) {
  const [initial] = useState(start);
  const { value: decision, change, state, savedAt, drop } = useDraft<Decision>(draft, initial);
  const missing = missingPart(decision, proposed);
  const words = {
    reason: m.missing_reason(),
    toCounty: m.missing_county(),
    restsOn: m.missing_rest(),
    lines: m.missing_lines(),
    unit: m.missing_unit(),
    differsReason: m.missing_differs(),
  };
  return (
    <Dialog
      title={m.decision_title_of({ name: report.persons[0]?.name ?? m.unnamed() })}
      onEnter={missing === undefined && !busy ? () => onSend(decision, drop) : undefined}
      open
      onClose={onClose}
      width="wide"
      actions={
        <>
          <FormNote state={state} savedAt={savedAt} waiting={waiting} onStop={onStop} />
          {missing && (
            <span className="t-s i2" role="status">
              {words[missing]}
            </span>
          )}
          <span className="sp" />
          <Button onClick={onClose}>{m.keep_and_close()}</Button>
          <Button tone="primary" keycap="Ctrl ↵" busy={busy} disabled={missing !== undefined} onClick={() => onSend(decision, drop)}>
            {m.decide_and_send()}
          </Button>
        </>
      }
    >
      {overtaken && (
        <p role="status" className="att">
          {m.decided_meanwhile()}
        </p>
      )}
      <DecisionForm
        report={report}
        decision={decision}
        proposed={proposed}
        second={second}
        onChange={(next) => {
          // What is changed after it was pressed is pressed again.
          if (waiting) onStop();
          change(next);
        }}
      />
    </Dialog>
  );
}
