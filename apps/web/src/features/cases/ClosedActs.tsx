// What may not be done now, with the reason, and from when where that is known: those that open at a moment first; a few stand open, the rest is folded.
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/Section.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';

type Closed = Workspace['closed'][number];

/** As many as are read at a glance. */
const open = 3;

/** The list; nothing where nothing is closed. */
export function ClosedActs({ closed }: { closed: readonly Closed[] }) {
  if (closed.length === 0) return null;
  const sorted = closed.toSorted((a, b) => (a.opensAt ?? '9').localeCompare(b.opensAt ?? '9'));
  const rest = sorted.slice(open);
  return (
    <>
      <Section as="h2" title={m.actions_closed()} />
      {sorted.slice(0, open).map((each) => (
        <ClosedOne key={each.type} act={each} />
      ))}
      {rest.length > 0 && (
        <details className={styles.folded}>
          <summary>{m.actions_closed_n({ n: rest.length })}</summary>
          {rest.map((each) => (
            <ClosedOne key={each.type} act={each} />
          ))}
        </details>
      )}
    </>
  );
}

function ClosedOne({ act }: { act: Closed }) {
  const label = useLabel();
  return (
    <div className={`${styles.action} ${styles.closed}`}>
      <span className="row">
        <Icon name="lock" />
        {label(act.label)}
      </span>
      <span />
      <small>
        {label(act.why)}
        {act.opensAt ? `${m.clause_mark()}${m.opens_at({ time: formatMoment(act.opensAt) })}` : ''}
      </small>
    </div>
  );
}
