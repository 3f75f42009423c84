// The keyboard is visible: the key stands on the button that it presses.
import type { ReactNode } from 'react';
import styles from './Key.module.css';

/** How a key is written on its cap. */
export const capOf = (key: string): string => (key.length === 1 ? key.toUpperCase() : key);

/** A key cap, for sighted readers; the button announces its shortcut through aria-keyshortcuts. */
export function Key({ children }: { children: ReactNode }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {children}
    </span>
  );
}
