// A list and beside it the one that was chosen; on a phone one of the two, with a way back.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { useNarrow } from '../ui/narrow.ts';
import { m } from '../words/index.ts';
import styles from './ListBeside.module.css';

type Props = {
  /** The room, for those who hear the page; the list has the heading for those who see it. */
  room: string;
  list: ReactNode;
  /** The id of the chosen one, '' for none. */
  chosen: string;
  chosenLabel?: string;
  onBack: () => void;
  children: ReactNode;
};

/** The two halves of such a room. */
export function ListBeside({ room, list, chosen, chosenLabel, onBack, children }: Props) {
  const narrow = useNarrow();
  return (
    <div className={`${styles.page} ${chosen ? styles.chosen : ''}`}>
      {narrow && chosen && <h1 className="vh">{room}</h1>}
      <section className={styles.list} aria-label={room}>
        {list}
      </section>
      {chosen && (
        <section className={styles.detail} aria-label={chosenLabel}>
          {narrow && (
            <div className="pad">
              <Button onClick={onBack}>{m.back_to_list()}</Button>
            </div>
          )}
          {children}
        </section>
      )}
    </div>
  );
}

/** A row of the list; leads to itself in the address. */
export function ListItem({
  param,
  id,
  on,
  className,
  children,
}: {
  param: string;
  id: string;
  on: boolean;
  className: string | undefined;
  children: ReactNode;
}) {
  return (
    <li>
      <Link
        to="."
        search={(old: Record<string, unknown>) => ({ ...old, [param]: id })}
        className={`${styles.item} ${className ?? ''} ${on ? styles.on : ''}`}
        aria-current={on ? 'true' : undefined}
      >
        {children}
      </Link>
    </li>
  );
}
