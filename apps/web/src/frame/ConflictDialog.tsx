// Two people changed one thing at once: both sides are shown, nothing is overwritten; what this person wrote can be taken over or let go.
import { useQueryClient } from '@tanstack/react-query';
import type { ProblemView } from '../client/problem.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { m } from '../words/index.ts';
import styles from './ConflictDialog.module.css';

/** Whether a problem is a stale version. */
export function isConflict(problem: ProblemView): boolean {
  return problem.code === 'versionConflict';
}

function lines(side: unknown): [string, string][] {
  if (typeof side !== 'object' || side === null) return side === undefined || side === null ? [] : [['', String(side)]];
  return Object.entries(side)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
}

function Side({ title, side }: { title: string; side: unknown }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines(side).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Props = { problem: ProblemView; onClose: () => void; onAgain?: () => void };

/** The dialog with both sides. `onAgain` sends one's own side again on the present version. */
export function ConflictDialog({ problem, onClose, onAgain }: Props) {
  const client = useQueryClient();
  const { theirs, yours, based, current } = problem.facts;
  const reload = async () => {
    await client.invalidateQueries();
    onClose();
  };
  return (
    <Dialog
      title={m.conflict_title()}
      open
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onClick={() => void reload()}>{m.conflict_take_theirs()}</Button>
          {onAgain && (
            <Button
              tone="primary"
              onClick={() => {
                void client.invalidateQueries().then(onAgain);
                onClose();
              }}
            >
              {m.conflict_keep_mine()}
            </Button>
          )}
        </>
      }
    >
      <p>{m.conflict_text({ based: String(based ?? ''), current: String(current ?? '') })}</p>
      <div className={styles.sides}>
        <Side title={m.conflict_theirs()} side={theirs} />
        <Side title={m.conflict_yours()} side={yours} />
      </div>
    </Dialog>
  );
}
