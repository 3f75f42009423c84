// Time left as words, then a bar. A clock that has stopped or is paused says so and shows no bar.
import { formatMoment, m } from '../words/index.ts';
import styles from './Clock.module.css';
import { useNow } from './now.ts';
import { Shape } from './Shape.tsx';
import { timeLeft } from './time-left.ts';

type Props = {
  start: string;
  due: string;
  /** What the clock is for, read before the words: 再評估 剩 2 日. */
  label?: string;
  stoppedAt?: string | null;
  paused?: boolean;
  layout?: 'stacked' | 'inline' | 'list' | 'big';
};

/** One clock; the full due moment is in its title. */
export function Clock({ start, due, label, stoppedAt, paused, layout = 'stacked' }: Props) {
  const now = useNow();
  const state = timeLeft(Date.parse(start), Date.parse(due), now);
  const resting = stoppedAt ? m.clock_stopped() : paused ? m.clock_paused() : undefined;
  const meaning = resting ? 'normal' : state.meaning;
  return (
    <span className={`${styles.clock} ${styles[meaning]} ${styles[layout]}`} title={formatMoment(due)}>
      <Shape meaning={meaning} />
      <span className={styles.words}>
        {label ? `${label} ` : ''}
        {resting ?? state.words}
      </span>
      {!resting && (
        <span className={styles.bar} role="img" aria-label={m.clock_used({ percent: state.usedPercent })}>
          <i style={{ width: `${state.usedPercent}%` }} />
        </span>
      )}
    </span>
  );
}
