// A small mark in a row. The four meanings speak of time, danger or a target only; everything else is grey (plain) or teal (you, shared).
import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { type Meaning, Shape } from './Shape.tsx';

export type BadgeTone = Meaning | 'plain' | 'teal';

/** A badge with its shape (if it is one of the four meanings) and its word. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      {tone !== 'plain' && tone !== 'teal' && <Shape meaning={tone} />}
      {children}
    </span>
  );
}
