// Reports that the caller has taken, newest first; evidence that comes later is added to each.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../client/api.ts';
import { Shown } from '../client/Shown.tsx';
import { Button } from '../ui/Button.tsx';
import { Ladder } from '../ui/Ladder.tsx';
import { PaneHead } from '../ui/Section.tsx';
import { Empty } from '../ui/states.tsx';
import tableStyles from '../ui/Table.module.css';
import { formatMoment, m } from '../words/index.ts';
import { useConceptWords } from '../words/label.ts';
import { AddEvidenceDialog } from './AddEvidenceDialog.tsx';

/** The table: all of them with how many today, or only the `latest`, where the start page holds them all. */
export function TakenReports({ latest }: { latest?: number }) {
  const [adding, setAdding] = useState<{ id: string; number: string } | undefined>(undefined);
  const taken = useInfiniteQuery({
    queryKey: ['intake', 'taken'],
    queryFn: ({ pageParam }) => api.intake.taken({ limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const word = useConceptWords();
  return (
    <section style={{ marginTop: 24 }}>
      <PaneHead
        title={latest ? m.desk_taken_latest() : m.desk_taken()}
        note={taken.data ? m.desk_taken_today({ n: taken.data.pages[0]?.today ?? 0 }) : ''}
        end={latest && <Link to="/">{m.desk_taken_all()}</Link>}
      />
      <Shown query={taken}>
        {({ pages }) =>
          pages[0]?.rows.length === 0 ? (
            <Empty title={m.desk_taken_none()}>{m.desk_taken_none_more()}</Empty>
          ) : (
            <table className={`${tableStyles.table} ${tableStyles.cards}`}>
              <thead>
                <tr>
                  <th scope="col">{m.receipt_number()}</th>
                  <th scope="col">{m.received_at()}</th>
                  <th scope="col">{m.source()}</th>
                  <th scope="col">{m.band_label()}</th>
                  <th scope="col">
                    <span className="vh">{m.addition_add()}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {pages
                  .flatMap((page) => page.rows)
                  .slice(0, latest)
                  .map((row) => (
                    <tr key={row.id}>
                      <td>
                        <b>{row.number}</b>
                      </td>
                      <td data-label={m.received_at()}>{formatMoment(row.receivedAt)}</td>
                      <td data-label={m.source()}>{word(row.channel, 'channel')}</td>
                      <td data-label={m.band_label()}>
                        <Ladder band={row.band} />
                      </td>
                      <td className="num">
                        <Button size="small" aria-label={`${m.addition_add()} ${row.number}`} onClick={() => setAdding(row)}>
                          {m.addition_add()}
                        </Button>
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          )
        }
      </Shown>
      {!latest && taken.hasNextPage && (
        <div className="pad">
          <Button busy={taken.isFetchingNextPage} onClick={() => void taken.fetchNextPage()}>
            {m.more()}
          </Button>
        </div>
      )}
      {adding && <AddEvidenceDialog report={adding} onClose={() => setAdding(undefined)} />}
    </section>
  );
}
