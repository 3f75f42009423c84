// The states every screen has besides its content. Empty says what will be here and the first step; error says what failed, that the
// work is kept and what to do; offline is a state, not an error; no permission says who can give it; loading shows only what is unknown.
import type { ReactNode } from 'react';
import { m } from '../words/index.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Shape } from './Shape.tsx';
import styles from './states.module.css';

/** Nothing here yet: what will be, and the first step. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.state}>
      <b>{title}</b>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Something failed. @param what the sentence of the problem; the way out is to try again. */
export function Failed({ what, onRetry }: { what: string; onRetry?: () => void }) {
  return (
    <div className={styles.state} role="alert">
      <b className="urg in">
        <Shape meaning="urgent" />
        {m.state_failed()}
      </b>
      <p>{what}</p>
      <p>{m.state_kept()}</p>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {m.try_again()}
        </Button>
      )}
    </div>
  );
}

/** The network is away. */
export function Offline() {
  return (
    <div className={styles.state} role="status">
      <b className="in">
        <Icon name="offline" />
        {m.state_offline()}
      </b>
      <p>{m.state_offline_more()}</p>
    </div>
  );
}

/** This account may not see this; says why, if the server said. */
export function NoPermission({ why }: { why?: string }) {
  return (
    <div className={styles.state}>
      <b className="in">
        <Icon name="lock" />
        {m.state_forbidden()}
      </b>
      <p>{why ?? m.state_forbidden_more()}</p>
    </div>
  );
}

/** Widths of the grey lines; each once, so that they can be told apart. */
const widths = [40, 92, 78, 84, 66, 88, 52, 95, 73, 81, 60, 90];

/** Grey lines where content will be; announced as busy. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className={styles.skeleton} role="status" aria-busy="true" aria-label={m.state_loading()}>
      {widths.slice(0, lines).map((width) => (
        <span key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
