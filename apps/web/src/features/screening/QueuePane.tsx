// The queue: one order of risk and time, by the nearest clock. Selecting is a link, so that each report has its address.
import { Link } from '@tanstack/react-router';
import { useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Key } from '../../ui/Key.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { Empty } from '../../ui/states.tsx';
import { Segments } from '../../ui/TabBar.tsx';
import { formatDay, formatTime, m } from '../../words/index.ts';
import { useConceptWords, useDistrictWords } from '../../words/label.ts';
import type { QueueKind, QueueRow } from './queries.ts';
import { useDeskCounts } from './queries.ts';
import styles from './Screening.module.css';

type Props = { kind: QueueKind; rows: readonly QueueRow[]; current: string; more: (() => void) | undefined };

/** The left pane of the desk. */
export function QueuePane({ kind, rows, current, more }: Props) {
  const me = useMe();
  const counts = useDeskCounts().data;
  const tabs = [
    ...(me.actions.includes('report.screen') ? [{ id: 'screen', label: m.queue_screen(), count: counts?.toScreen }] : []),
    ...(me.actions.includes('report.review') ? [{ id: 'review', label: m.queue_review(), count: counts?.toReview }] : []),
    ...(me.actions.includes('report.screen') ? [{ id: 'returned', label: m.queue_returned(), count: counts?.returned }] : []),
  ];
  return (
    <section className={styles.queue} aria-label={m.queue_label()}>
      <div className={styles.queueHead}>
        <h1 className="vh">{m.room_screening()}</h1>
        <Segments label={m.queue_label()} tabs={tabs} current={kind} param="queue" />
        <span className="sp" />
        <Key>J</Key>
        <Key>K</Key>
      </div>
      <div className={styles.queueNote}>
        {m.queue_by_time()}
        <span className="sp" />
        {counts &&
          m.queue_today({ n: counts.dispatchedToday, percent: counts.within24h === null ? '—' : Math.round(counts.within24h * 1000) / 10 })}
      </div>
      {rows.length === 0 && <Empty title={m.queue_empty()}>{m.queue_empty_more()}</Empty>}
      <ul>
        {rows.map((row) => (
          <QueueItem key={row.id} row={row} on={row.id === current} />
        ))}
      </ul>
      {more && (
        <div className="pad">
          <Button size="small" onClick={more}>
            {m.more()}
          </Button>
        </div>
      )}
    </section>
  );
}

function QueueItem({ row, on }: { row: QueueRow; on: boolean }) {
  const district = useDistrictWords();
  const me = useMe();
  const word = useConceptWords();
  const others = row.present.filter((each) => each.accountId !== me.id);
  return (
    <li>
      <Link
        to="."
        search={(old: Record<string, unknown>) => ({ ...old, report: row.id })}
        className={`${styles.item} ${on ? styles.on : ''}`}
        aria-current={on ? 'true' : undefined}
      >
        <Clock start={row.receivedAt} due={row.nextDue} />
        <span className={styles.marks}>
          {row.status === 'returned' && <Badge>{m.queue_returned()}</Badge>}
          {row.priorReports > 0 && <Badge tone="attention">{m.repeat_report()}</Badge>}
          <Ladder band={row.band} />
        </span>
        <span className={`${styles.title} el`}>
          {row.title ?? m.unnamed()}
          {row.grounds[0] ? `·${word(row.grounds[0], 'grounds')}` : ''}
        </span>
        <span className={styles.meta}>
          <span className="el">{[word(row.channel, 'channel'), district(row.districtName)].filter(Boolean).join('·')}</span>
          <span className="sp" />
          {row.newEvidence && <span className="att">{m.new_evidence()}</span>}
          {others.length > 0 && (
            <span className="acc el">{m.present_here({ name: others.map((each) => each.name).join(m.list_mark()) })}</span>
          )}
          <span className="nw">{`${formatDay(row.receivedAt)} ${formatTime(row.receivedAt)}`}</span>
        </span>
      </Link>
    </li>
  );
}
