// The half of a password that is mine to tell, and what the holder does with both.
import type { OutputOf } from '@anwang/contract';
import { m } from '../words/index.ts';
import styles from './Recovery.module.css';

export type Recovery = OutputOf<'recoveries', 'list'>['rows'][number];

/** Nothing where there is no half. */
export function HalfNote({ half }: { half: Recovery['half'] }) {
  if (half === null) return null;
  return (
    <p className={styles.half}>
      <span>{half.which === 'first' ? m.recovery_half_first() : m.recovery_half_second()}</span> <code data-raw>{half.text}</code>{' '}
      <span className="i3">{half.which === 'first' ? m.recovery_half_first_more() : m.recovery_half_second_more()}</span>
    </p>
  );
}
