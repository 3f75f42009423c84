// What was told to me, newest first: what it is, what it speaks of, until when; opening one leads to the thing itself and marks it read.
import type { OutputOf } from '@anwang/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { useUrl } from '../../frame/url.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { Empty } from '../../ui/states.tsx';
import { Segments } from '../../ui/TabBar.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Notices.module.css';
import { noticeLink } from './notice-link.ts';

type Notice = OutputOf<'notices', 'list'>['rows'][number];

/** The page of notices. */
export function NoticesPage() {
  const [url] = useUrl('show');
  const unread = url.show !== 'all';
  const query = useInfiniteQuery({
    queryKey: ['notices', unread],
    queryFn: ({ pageParam }) => api.notices.list({ limit: 50, ...(unread ? { unread } : {}), ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 30_000,
  });
  const read = useWrite(api.notices.read, { refresh: [['notices']] });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{m.notices()}</h1>
        <Segments
          label={m.notices()}
          param="show"
          current={unread ? 'unread' : 'all'}
          tabs={[
            { id: 'unread', label: m.notices_only_unread() },
            { id: 'all', label: m.all() },
          ]}
        />
        <span className="sp" />
        <Button size="small" busy={read.busy} onClick={() => read.run({ ids: null })}>
          {m.notices_read_all()}
        </Button>
      </header>
      <Shown query={query}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <Empty title={unread ? m.notices_none_unread() : m.notices_none()}>{m.notices_none_more()}</Empty>;
          return (
            <ul className={styles.list}>
              {rows.map((each) => (
                <Line key={each.id} notice={each} onRead={() => read.run({ ids: [each.id] })} />
              ))}
            </ul>
          );
        }}
      </Shown>
      {query.hasNextPage && (
        <p className="pad">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {m.more()}
          </Button>
        </p>
      )}
      <p className="pad t-s i3">{m.notices_kept()}</p>
    </div>
  );
}

/** What it speaks of has a moment, and no limit that could be passed. */
const isPlan = ({ kind }: Notice): boolean => kind.startsWith('plan.');

function Line({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const label = useLabel();
  return (
    <li data-unread={!notice.read || undefined}>
      <span className={`in nw ${notice.urgent ? 'urg' : 'i3'}`}>
        <Shape meaning={notice.urgent ? 'urgent' : 'normal'} />
        {notice.urgent ? m.meaning_urgent() : m.meaning_normal()}
      </span>
      <span>
        <Link to={noticeLink(notice)} onClick={notice.read ? undefined : onRead}>
          <b>{label(notice.label)}</b>
        </Link>{' '}
        {notice.ref} {notice.about && <span className="i2">{label(notice.about)}</span>}
        {notice.post && (
          <>
            {' '}
            <Badge>{m.notice_to_post({ role: label(notice.post) })}</Badge>
          </>
        )}
      </span>
      <span className="nw">
        {notice.due && (isPlan(notice) ? formatMoment(notice.due) : <Clock start={notice.at} due={notice.due} layout="inline" />)}
      </span>
      <span className="i3 nw">{formatMoment(notice.at)}</span>
      <span className="num">
        {notice.read ? (
          <span className="i3 t-s">{m.notice_is_read()}</span>
        ) : (
          <Button size="small" tone="bare" aria-label={`${m.notice_read()} ${label(notice.label)} ${notice.ref ?? ''}`} onClick={onRead}>
            {m.notice_read()}
          </Button>
        )}
      </span>
    </li>
  );
}
