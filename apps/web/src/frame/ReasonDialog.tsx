// Something is opened or done only with a reason: the reason is asked for, and it is said that it is kept.
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';

type Props = {
  title: string;
  note?: string;
  least?: number;
  action?: string;
  busy?: boolean;
  onReason: (reason: string) => void;
  onClose: () => void;
};

/** Asks for a reason of at least `least` characters. */
export function ReasonDialog({ title, note, least = 1, action, busy, onReason, onClose }: Props) {
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button tone="primary" busy={busy ?? false} disabled={reason.trim().length < least} onClick={() => onReason(reason)}>
            {action ?? m.open()}
          </Button>
        </>
      }
    >
      {note && <p>{note}</p>}
      <TextArea
        label={m.reason()}
        required
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={setReason}
        hint={least > 1 ? m.reason_least({ n: least }) : m.reason_kept()}
      />
    </Dialog>
  );
}
