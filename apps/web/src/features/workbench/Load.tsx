// How much I carry, or the units I supervise: against the limit where one is stated, by band, and how many families were seen this month.
import { m } from '../../words/index.ts';
import styles from './Workbench.module.css';
import type { Work } from './work.ts';

/** The foot of the worklist. */
export function Load({ load }: { load: Work['load'] }) {
  const { open, capacity, visited } = load;
  const over = capacity !== null && open > capacity;
  return (
    <footer className={styles.load}>
      <span>{load.whose === 'own' ? m.my_load() : m.unit_load()}</span>
      <b className={over ? 'att' : undefined}>{m.open_count({ n: open })}</b>
      {capacity !== null && (
        <>
          <span className="i3">{m.load_limit({ n: capacity })}</span>
          <span className={styles.loadBar} data-over={over || undefined} aria-hidden="true">
            <i style={{ inlineSize: `${Math.min(100, (open / Math.max(capacity, 1)) * 100)}%` }} />
          </span>
        </>
      )}
      <span className="sp" />
      <span className="i2">{m.load_bands({ extreme: load.extreme, high: load.high, medium: load.medium, low: load.low })}</span>
      {visited !== null && open > 0 && <span className="i2">{m.load_visited({ n: visited, of: open })}</span>}
    </footer>
  );
}
