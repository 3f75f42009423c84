// What waits at the desk, by the nearest clock, on the start page of who screens or reviews: the first reports, each a press away.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { Section } from '../../ui/Section.tsx';
import { m } from '../../words/index.ts';
import { useConceptWords, useDistrictWords } from '../../words/label.ts';
import styles from './Workbench.module.css';

/** As many as stand on a screen without moving it. */
const most = 12;

/** The list, for whoever screens and else for whoever reviews; nothing for anybody else, or when nothing waits. */
export function DeskWaits() {
  const me = useMe();
  const word = useConceptWords();
  const district = useDistrictWords();
  const screens = may(me, 'report.screen');
  const waits = useQuery({
    queryKey: ['screening', 'waits', screens],
    queryFn: async () =>
      screens
        ? (await api.screening.queue({ limit: most, waitsFor: 'screening' })).rows
        : (await api.review.queue({ limit: most })).rows.filter((row) => !row.own),
    enabled: screens || may(me, 'report.review'),
    refetchInterval: 60_000,
  });
  const rows = waits.data ?? [];
  if (rows.length === 0) return null;
  return (
    <>
      <Section as="h2" title={screens ? m.queue_screen() : m.queue_review()} note={m.queue_by_time()} />
      <ul className={`${styles.due} ${styles.waits}`}>
        {rows.map((row) => (
          <li key={row.id}>
            <Clock start={row.receivedAt} due={row.nextDue} />
            <Ladder band={row.band} />
            <span className="el">
              <b>{row.title ?? m.unnamed()}</b>
              {row.grounds[0] ? `　${word(row.grounds[0], 'grounds')}` : ''}{' '}
              <span className="i3 t-xs">{[word(row.channel, 'channel'), district(row.districtName)].filter(Boolean).join('·')}</span>
              {row.priorReports > 0 && (
                <>
                  {' '}
                  <Badge tone="attention">{m.repeat_report()}</Badge>
                </>
              )}
            </span>
            <Link to="/screening" search={{ report: row.id }} className={buttonClass('plain', 'small')}>
              {m.open()}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
