// Something is opened or done only with a reason: the reason is asked for, and it is said that it is kept.
import { useState } from 'react';
import { useDraft } from '../drafts/use-draft.ts';
import { TextArea } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';
import { type Back, FormDialog } from './FormDialog.tsx';

type Props = {
  title: string;
  note?: string;
  least?: number;
  /** As many characters as the act takes. */
  most?: number;
  action?: string;
  busy?: boolean;
  back?: Back;
  /** Where the reason is kept until it is sent. */
  draft: string;
  /** @param sent to be called when it was taken, so that the draft goes */
  onReason: (reason: string, sent: () => void) => void;
  onClose: () => void;
};

/** Asks for a reason of `least` to `most` characters. */
export function ReasonDialog({ title, note, least = 1, most = 400, action, busy, back, draft, onReason, onClose }: Props) {
  const [nothing] = useState({ reason: '' });
  const { value, change, state, savedAt, drop } = useDraft(draft, nothing);
  return (
    <FormDialog
      title={title}
      action={action ?? m.open()}
      busy={busy ?? false}
      ready={value.reason.trim().length >= least}
      draft={{ state, savedAt }}
      back={back}
      onClose={onClose}
      onSend={() => onReason(value.reason, drop)}
    >
      {note && <p>{note}</p>}
      <TextArea
        label={m.reason()}
        required
        rows={3}
        maxLength={most}
        value={value.reason}
        onChange={(reason) => {
          if (back?.waiting) back.stop();
          change({ reason });
        }}
        hint={least > 1 ? m.reason_least({ n: least }) : m.reason_kept()}
      />
    </FormDialog>
  );
}
