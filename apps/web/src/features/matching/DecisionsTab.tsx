// What was decided on who is who, newest first; a decision is taken back with a reason, and everything stands as before it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { ReasonDialog } from '../../frame/ReasonDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/states.tsx';
import tableStyles from '../../ui/Table.module.css';
import { ageInWords } from '../../words/age.ts';
import { bornInWords } from '../../words/born.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useDistrictWords } from '../../words/label.ts';
import { sexWord } from '../../words/person.ts';
import styles from './Matching.module.css';

type Row = Awaited<ReturnType<typeof api.matching.decisions>>['rows'][number];
const verbWords = () => ({
  confirm: m.matching_verb_confirm(),
  reject: m.matching_verb_reject(),
  undo: m.matching_verb_undo(),
  merge: m.matching_verb_merge(),
  split: m.matching_verb_split(),
});

/** Somebody whom the decision made and its taking back unmade: nothing is left of them. */
const isWithdrawn = (row: Row, person: Row['persons'][number]): boolean =>
  row.takenBackAt !== null && person.name === null && person.birthDate === null && !person.joined;

/** The history. */
export function DecisionsTab() {
  const [asking, setAsking] = useState<Row | undefined>(undefined);
  const list = useInfiniteQuery({
    queryKey: ['matching', 'decisions'],
    queryFn: ({ pageParam }) => api.matching.decisions({ limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const district = useDistrictWords();
  // Two people of one name are told apart: by what a search shows of anybody, and which of them the other was joined to.
  const marks = (person: Row['persons'][number]) =>
    [
      sexWord(person.sex),
      person.birthDate && person.birthPrecision !== 'approximate' ? ageInWords(person.birthDate) : bornInWords(person),
      district(person.district),
      person.joined && m.matching_joined(),
    ]
      .filter(Boolean)
      .join(' ');
  const taken = useRef<() => void>(undefined);
  const back = useWrite(api.matching.takeBack, {
    done: m.matching_taken_back(),
    onDone: () => {
      taken.current?.();
      setAsking(undefined);
    },
  });
  return (
    <Shown query={list}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.rows);
        if (rows.length === 0) return <Empty title={m.matching_no_decisions()}>{m.matching_no_decisions_more()}</Empty>;
        return (
          <div className={styles.list}>
            <table className={tableStyles.table}>
              <thead>
                <tr>
                  <th scope="col">{m.matching_when()}</th>
                  <th scope="col">{m.matching_verb()}</th>
                  <th scope="col">{m.matching_persons()}</th>
                  <th scope="col">{m.matching_by()}</th>
                  <th scope="col">
                    <span className="vh">{m.matching_take_back()}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td className="nw">{formatMoment(row.decidedAt)}</td>
                    <td>{verbWords()[row.verb]}</td>
                    <td>
                      <span className={styles.persons}>
                        {row.persons.map((person) =>
                          isWithdrawn(row, person) ? (
                            <span key={person.id} className="i2">
                              {m.matching_withdrawn()}
                            </span>
                          ) : (
                            <Link key={person.id} to={`/people/${person.id}`}>
                              {person.name ?? m.unnamed()}
                              <span className="i2 t-xs">{marks(person)}</span>
                            </Link>
                          ),
                        )}
                      </span>
                    </td>
                    <td>{row.decidedBy}</td>
                    <td className="num">
                      {row.takenBackAt
                        ? m.matching_back_by({ name: row.takenBackBy ?? '', time: formatMoment(row.takenBackAt) })
                        : row.mayTakeBack && (
                            <Button size="small" onClick={() => setAsking(row)}>
                              {m.matching_take_back()}
                            </Button>
                          )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {list.hasNextPage && (
              <p className="pad">
                <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {m.more()}
                </Button>
              </p>
            )}
            {asking && (
              <ReasonDialog
                title={m.matching_take_back()}
                note={m.matching_take_back_note()}
                action={m.matching_take_back()}
                busy={back.busy}
                draft={`takeback.${asking.id}`}
                onClose={() => setAsking(undefined)}
                onReason={(reason, sent) => {
                  taken.current = sent;
                  back.run({ decisionId: asking.id, version: asking.version, reason });
                }}
              />
            )}
          </div>
        );
      }}
    </Shown>
  );
}
