// A screen that was asked for and is still on its way: a line at the top once it takes longer than a moment, since the old screen stands until then.
import { useRouterState } from '@tanstack/react-router';
import { m } from '../words/index.ts';
import styles from './Frame.module.css';

/** The line, or nothing. */
export function Underway() {
  const loading = useRouterState({ select: (state) => state.isLoading });
  return loading ? <div className={styles.underway} role="progressbar" aria-label={m.loading()} /> : null;
}
