// Lost passwords and devices of colleagues: what waits for a second person, what was done lately, and the way to ask.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { AskRecovery } from '../../recovery/AskRecovery.tsx';
import { RecoveryList } from '../../recovery/RecoveryList.tsx';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty, NoPermission } from '../../ui/states.tsx';
import { Segments } from '../../ui/TabBar.tsx';
import { m } from '../../words/index.ts';

/** The page of recoveries. */
export function RecoveriesPage() {
  const me = useMe();
  const [url] = useUrl('show');
  const [asking, setAsking] = useState(false);
  const waiting = url.show !== 'all';
  const allowed = may(me, 'account.recover');
  const query = useInfiniteQuery({
    queryKey: ['recoveries', waiting],
    queryFn: ({ pageParam }) =>
      api.recoveries.list({ limit: 50, ...(waiting ? { waiting } : {}), ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 30_000,
    enabled: allowed,
  });
  if (!allowed)
    return (
      <div className="page">
        <h1>{m.recoveries()}</h1>
        <NoPermission />
      </div>
    );
  return (
    <div className="page">
      <header className="row wrap">
        <h1>{m.recoveries()}</h1>
        <Segments
          label={m.recoveries()}
          param="show"
          current={waiting ? 'waiting' : 'all'}
          tabs={[
            { id: 'waiting', label: m.recovery_waiting() },
            { id: 'all', label: m.all() },
          ]}
        />
        <span className="sp" />
        <Button tone="primary" onClick={() => setAsking(true)}>
          {m.recovery_ask()}
        </Button>
      </header>
      <p className="i2">{m.recovery_rule()}</p>
      <Shown query={query}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.rows);
          return (
            <>
              {rows.length === 0 && <Empty title={m.recovery_none()}>{m.recovery_none_more()}</Empty>}
              <RecoveryList rows={rows} />
            </>
          );
        }}
      </Shown>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m.more()}
        </Button>
      )}
      {asking && <AskRecovery onClose={() => setAsking(false)} />}
    </div>
  );
}
