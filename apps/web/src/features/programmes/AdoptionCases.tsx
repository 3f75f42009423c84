// Case by case, by number: what going over changes. Nothing of the people: who keeps the rules has no cases.
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { type AdoptionCase, caseStateWord, clockChangeWord } from './adoption-words.ts';
import styles from './Programmes.module.css';

const due = (moment: string | null): string => (moment === null ? m.adoption_due_none() : formatMoment(moment));

/** The list; made anew when the adoption has gone a step further. */
export function AdoptionCases({ id, version }: { id: string; version: number }) {
  const query = useInfiniteQuery({
    queryKey: ['adoptions', 'cases', id, version],
    queryFn: ({ pageParam }) => api.adoptions.cases({ adoptionId: id, ...(pageParam === '' ? {} : { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <h4>{m.adoption_cases()}</h4>
      <div className={styles.wide}>
        <table className={`${tableStyles.table} ${tableStyles.cards}`}>
          <thead>
            <tr>
              {[m.adoption_number(), m.state(), m.adoption_change()].map((each) => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.number} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {query.hasNextPage && (
        <p className={styles.note}>
          <Button size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {m.adoption_cases_more()}
          </Button>
        </p>
      )}
    </>
  );
}

function Row({ row }: { row: AdoptionCase }) {
  const label = useLabel();
  return (
    <tr>
      <td className="nw">
        <b>{row.number}</b> <span className="i3 t-xs">{m.adoption_from({ version: row.from })}</span>
      </td>
      <td className="nw" data-label={m.state()}>
        {caseStateWord(row.state)} {row.pending && <Badge>{m.adoption_case_pending()}</Badge>}
      </td>
      <td className={styles.change} data-label={m.adoption_change()}>
        {row.changes.length === 0 && <span className="i2">{m.adoption_unchanged()}</span>}
        {row.changes.map((one) => (
          <div key={`${one.rule} ${one.change} ${one.from} ${one.to}`}>
            {label(one.label)} {clockChangeWord(one.change)}{' '}
            <span className="num i2">{m.adoption_due_from_to({ from: due(one.from), to: due(one.to) })}</span>
          </div>
        ))}
      </td>
    </tr>
  );
}
