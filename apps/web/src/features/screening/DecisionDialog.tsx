// Deciding otherwise than proposed, for the first or the second officer: the full form in a dialog; it is sent only when whole.
import { useState } from 'react';
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
  onSend: (decision: Decision) => void;
  onClose: () => void;
};

/** The dialog. */
export function DecisionDialog({ report, start, proposed, busy, onSend, onClose }: Props) {
  const [decision, setDecision] = useState(start);
  const missing = missingPart(decision, proposed);
  const words = { reason: m.missing_reason(), lines: m.missing_lines(), unit: m.missing_unit(), differsReason: m.missing_differs() };
  return (
    <Dialog
      title={m.decision_title()}
      open
      onClose={onClose}
      width="wide"
      actions={
        <>
          {missing && (
            <span className="t-s i2" role="status">
              {words[missing]}
            </span>
          )}
          <span className="sp" />
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button tone="primary" busy={busy} disabled={missing !== undefined} onClick={() => onSend(decision)}>
            {m.decide_and_send()}
          </Button>
        </>
      }
    >
      <DecisionForm report={report} decision={decision} proposed={proposed} onChange={setDecision} />
    </Dialog>
  );
}
