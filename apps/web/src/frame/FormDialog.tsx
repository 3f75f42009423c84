// A form over the page: its fields, and at the foot whether what was typed is kept, the way out, and the one act.
import type { ReactNode } from 'react';
import { FormNote } from '../drafts/FormNote.tsx';
import type { DraftState } from '../drafts/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { m } from '../words/index.ts';

/** Whether something was pressed and waits for the network, and how to let it be. */
export type Back = { waiting: boolean; stop: () => void };

type Props = {
  title: string;
  children: ReactNode;
  /** The word on the button that does it. */
  action: string;
  busy: boolean;
  /** False while something that is needed is missing. */
  ready?: boolean;
  onSend: () => void;
  onClose: () => void;
  /** Where what is typed is kept as a draft; without it the form is short enough to be typed again. */
  draft?: { state: DraftState; savedAt: string | undefined };
  /** For what may be pressed without a network: whether it waits to go by itself. */
  back?: Back | undefined;
  width?: 'narrow' | 'wide';
};

/** The dialog of a form. */
export function FormDialog({ title, children, action, busy, ready = true, onSend, onClose, draft, back, width = 'narrow' }: Props) {
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      width={width}
      onEnter={ready && !busy ? onSend : undefined}
      actions={
        <>
          {(draft || back?.waiting) && (
            <>
              <FormNote
                state={draft?.state ?? 'clean'}
                savedAt={draft?.savedAt}
                waiting={back?.waiting ?? false}
                onStop={() => back?.stop()}
              />
              <span className="sp" />
            </>
          )}
          <Button onClick={onClose}>{draft ? m.keep_and_close() : m.cancel()}</Button>
          <Button tone="primary" keycap="Ctrl ↵" busy={busy} disabled={!ready} onClick={onSend}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
