// Who has withdrawn from what in my reach, and the way to lift it with a reason; never the own one.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { ReasonDialog } from '../../frame/ReasonDialog.tsx';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty, NoPermission } from '../../ui/states.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatDate, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';

type Recusal = Awaited<ReturnType<typeof api.recusals.list>>['rows'][number];

/** The page of withdrawals. */
export function RecusalsPage() {
  const me = useMe();
  const label = useLabel();
  const allowed = may(me, 'recusal.lift');
  const [lifting, setLifting] = useState<Recusal | undefined>(undefined);
  const query = useInfiniteQuery({
    queryKey: ['recusals'],
    queryFn: ({ pageParam }) => api.recusals.list({ limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: allowed,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="page">
      <h1>{m.recusals()}</h1>
      {!allowed && <NoPermission />}
      {allowed && (
        <div className="stack">
          <p className="i2">{m.recusals_more()}</p>
          <Shown query={query}>
            {() =>
              rows.length === 0 ? (
                <Empty title={m.recusals_none()}>{m.recusals_none_more()}</Empty>
              ) : (
                <table className={tableStyles.table}>
                  <tbody>
                    {rows.map((each) => (
                      <tr key={each.id}>
                        <td>{each.accountName}</td>
                        <td>
                          {each.kind === 'case' ? (
                            <Link to={`/cases/${each.targetId}`}>{each.number}</Link>
                          ) : (
                            m.report_number({ number: each.number })
                          )}
                        </td>
                        <td>{label(each.ground.label)}</td>
                        <td className="i3">{m.recused_since({ date: formatDate(each.declaredAt) })}</td>
                        <td className="num">
                          <Button size="small" onClick={() => setLifting(each)}>
                            {m.recusal_lift()}
                          </Button>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )
            }
          </Shown>
          {query.hasNextPage && (
            <p className="row">
              <span className="i2">{m.recusals_shown({ n: rows.length })}</span>
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {m.more()}
              </Button>
            </p>
          )}
        </div>
      )}
      {lifting && <LiftDialog one={lifting} onClose={() => setLifting(undefined)} />}
    </div>
  );
}

function LiftDialog({ one, onClose }: { one: Recusal; onClose: () => void }) {
  const lift = useWrite(api.recusals.lift, { done: m.recusal_lifted(), onDone: onClose });
  return (
    <ReasonDialog
      title={m.recusal_lift_of({ name: one.accountName, number: one.number })}
      note={m.recusal_lift_note()}
      least={10}
      most={500}
      action={m.recusal_lift()}
      busy={lift.busy}
      draft={`recusal.${one.id}`}
      onReason={(why, sent) => lift.run({ recusalId: one.id, why }, { onSuccess: sent })}
      onClose={onClose}
    />
  );
}
