// Two people changed one thing at once: both sides are shown, nothing is overwritten; what this person wrote can be sent again or let go.
import { useQueryClient } from '@tanstack/react-query';
import { type ConflictLine, closeConflict, useConflict } from '../client/conflict.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { m } from '../words/index.ts';
import styles from './ConflictDialog.module.css';

function Side({ title, lines, none }: { title: string; lines: readonly ConflictLine[]; none: string }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {lines.length === 0 && <p className="i3">{none}</p>}
      <dl>
        {lines.map(({ term, words }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
          <div key={`${at}-${term}`}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The window with both sides; mounted once by the frame. */
export function ConflictDialog() {
  const client = useQueryClient();
  const conflict = useConflict();
  if (!conflict) return null;
  const { again, own = false } = conflict;
  const close = () => {
    closeConflict();
    void client.invalidateQueries();
  };
  return (
    <Dialog
      title={own ? m.conflict_own_title() : m.conflict_title()}
      open
      onClose={close}
      width="wide"
      actions={
        <>
          <Button tone={again ? 'plain' : 'primary'} onClick={close}>
            {m.conflict_take_theirs()}
          </Button>
          {again && (
            <Button
              tone="primary"
              onClick={() => {
                closeConflict();
                void client.invalidateQueries().then(again);
              }}
            >
              {own ? m.conflict_own_again() : m.conflict_keep_mine()}
            </Button>
          )}
        </>
      }
    >
      <p>{own ? m.conflict_own_text() : m.conflict_text()}</p>
      <div className={styles.sides}>
        <Side title={own ? m.conflict_own_first() : m.conflict_theirs()} lines={conflict.theirs} none={m.conflict_theirs_none()} />
        <Side title={own ? m.conflict_own_here() : m.conflict_yours()} lines={conflict.yours} none={m.conflict_yours_none()} />
      </div>
    </Dialog>
  );
}
