// Buttons: one primary per view, teal; a disabled one says why beside it. Links that act as navigation stay links.
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './Button.module.css';
import { Key } from './Key.tsx';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  tone?: 'plain' | 'primary' | 'bare' | 'danger';
  size?: 'small' | 'medium' | 'large';
  /** The key that presses this button, shown on it and announced. */
  keycap?: string;
  /** True while the work it started is under way: pressing again does nothing. */
  busy?: boolean;
  children: ReactNode;
};

/** A button with its key on it. */
export function Button({ tone = 'plain', size = 'medium', keycap, busy, children, onClick, type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      data-tone={tone}
      className={[styles.button, styles[tone], styles[size]].filter(Boolean).join(' ')}
      aria-keyshortcuts={keycap?.replace('Ctrl ↵', 'Control+Enter')}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {children}
      {keycap && <Key>{keycap}</Key>}
    </button>
  );
}

/** The classes of a button, for a link that looks like one. */
export function buttonClass(tone: NonNullable<Props['tone']> = 'plain', size: NonNullable<Props['size']> = 'medium'): string {
  return `${styles.button} ${styles[tone]} ${styles[size]}`;
}
