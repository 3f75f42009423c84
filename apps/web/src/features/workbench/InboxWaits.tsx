// Cases sent to the own unit that nobody has taken yet, by the nearest clock: for who takes them this comes before what is under way.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/Section.tsx';
import { caseName } from '../../words/case-name.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Workbench.module.css';

/** The list; nothing when none waits. */
export function InboxWaits() {
  const me = useMe();
  const label = useLabel();
  const waiting = useQuery({
    queryKey: ['dispatch', 'inbox', 'toAccept'],
    queryFn: () => api.dispatch.inbox({ limit: 200, view: 'toAccept' }),
    enabled: may(me, 'case.accept'),
    refetchInterval: 60_000,
  });
  const offers = useQuery({
    queryKey: ['dispatch', 'moves'],
    queryFn: () => api.dispatch.moves({}),
    enabled: may(me, 'case.accept'),
    refetchInterval: 60_000,
  });
  const moves = (offers.data?.rows ?? []).map((row) => ({ ...row, due: row.answerDue, move: true }));
  const sent = (waiting.data?.rows ?? []).map((row) => ({ ...row, number: row.reportNumber, due: row.acceptDue, move: false }));
  const rows = [...moves, ...sent].toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
  if (rows.length === 0) return null;
  return (
    <>
      <Section as="h2" title={m.inbox_waits({ n: rows.length })} end={<Link to="/inbox">{m.room_inbox()}</Link>} />
      <ul className={styles.changes}>
        {rows.slice(0, 10).map((row) => (
          <li key={row.id}>
            <Icon name="send" />
            <span>
              <Link to={`/inbox?dispatch=${row.id}`}>
                <b>{caseName({ title: row.title, number: row.number })}</b>
              </Link>{' '}
              {label(row.programmeLabel)} {row.move && <Badge tone="teal">{m.move()}</Badge>}
            </span>
            <span />
            <span className="i3 t-xs">{row.due && <Clock start={row.sentAt} due={row.due} layout="inline" />}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
