// A question asked over the page: focus stays inside, Escape leaves, the title names it.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { m } from '../words/index.ts';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';
import { useEscapeFromNowhere } from './escape.ts';
import { useSendKey } from './send-key.ts';

type Props = {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons at the foot; without them there is one that closes. */
  actions?: ReactNode;
  /** Stands at the end of the title's line, in sight while the body scrolls. */
  beside?: ReactNode;
  width?: 'narrow' | 'wide';
  /** What Ctrl+Enter (⌘ Enter) does: the one act of the form, wherever in it the keyboard is. */
  onEnter?: (() => void) | undefined;
  /** Nothing of the page behind is to be seen meanwhile. */
  covers?: boolean;
};

/** A modal dialog. */
export function Dialog({ title, open, onClose, children, actions, beside, width = 'narrow', covers = false, onEnter }: Props) {
  useEscapeFromNowhere(open, onClose);
  const dialog = useSendKey(onEnter);
  return (
    <ModalOverlay
      className={`${styles.overlay} ${covers ? styles.covers : ''}`}
      data-covers={covers || undefined}
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable
    >
      <Modal className={`${styles.modal} ${styles[width]}`}>
        <AriaDialog ref={dialog} className={styles.dialog}>
          <div className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            {beside}
          </div>
          <div className={styles.body}>{children}</div>
          <div className={styles.foot}>{actions ?? <Button onClick={onClose}>{m.close()}</Button>}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
