// Days that stand in the calendar and not in what is about to take its place: whoever deletes them sees it, and whoever began before somebody else entered them takes them in.
import { Button } from '../../ui/Button.tsx';
import { formatDate, m } from '../../words/index.ts';
import styles from './Admin.module.css';

type Day = { date: string; name: string };
const mostNamed = 8;

/** The days, by name, with the way to keep them. */
export function LeftOut({ days, onKeep }: { days: readonly Day[]; onKeep: () => void }) {
  if (days.length === 0) return null;
  const named = days.slice(0, mostNamed).map((day) => `${formatDate(day.date)} ${day.name}`);
  const rest = days.length - named.length;
  return (
    <div className={styles.leftOut} role="status">
      <p>{m.calendar_left_out({ days: named.join(m.list_mark()) + (rest > 0 ? m.calendar_left_out_more({ n: rest }) : '') })}</p>
      <Button size="small" onClick={onKeep}>
        {m.calendar_keep()}
      </Button>
    </div>
  );
}
