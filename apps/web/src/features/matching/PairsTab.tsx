// Pairs in doubt of the whole reach, oldest first: what was given, whom it may be, why in words. Each is confirmed or rejected by a person.

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/states.tsx';
import { formatDate, formatMoment, m } from '../../words/index.ts';
import { useDistrictWords, useLabel } from '../../words/label.ts';
import { sexWord } from '../../words/person.ts';
import styles from './Matching.module.css';

type Pair = Awaited<ReturnType<typeof api.matching.candidates>>['rows'][number];
const likelihoodWords = () => ({ strong: m.likelihood_strong(), possible: m.likelihood_possible(), weak: m.likelihood_weak() });

/** The list. */
export function PairsTab() {
  const pairs = useInfiniteQuery({
    queryKey: ['matching', 'candidates'],
    queryFn: ({ pageParam }) => api.matching.candidates({ limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  // A decided pair leaves and the next one moves under the pointer: a second click of a double click must not decide that one.
  const [settling, setSettling] = useState(false);
  const settle = () => {
    setSettling(true);
    window.setTimeout(() => setSettling(false), 900);
  };
  return (
    <Shown query={pairs}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.rows);
        if (rows.length === 0) return <Empty title={m.matching_no_pairs()}>{m.matching_no_pairs_more()}</Empty>;
        return (
          <div className={styles.list}>
            <ul className={settling ? styles.settling : ''}>
              {rows.map((pair) => (
                <PairLine key={pair.linkId} pair={pair} onDecided={settle} />
              ))}
            </ul>
            {pairs.hasNextPage && (
              <p className="pad">
                <Button busy={pairs.isFetchingNextPage} onClick={() => void pairs.fetchNextPage()}>
                  {m.more()}
                </Button>
              </p>
            )}
          </div>
        );
      }}
    </Shown>
  );
}

function PairLine({ pair, onDecided }: { pair: Pair; onDecided: () => void }) {
  const label = useLabel();
  const district = useDistrictWords();
  const confirm = useWrite(api.matching.confirm, { done: m.link_confirmed(), onDone: onDecided });
  const reject = useWrite(api.matching.reject, { done: m.link_rejected(), onDone: onDecided });
  const said = (name: string | null, sex: Parameters<typeof sexWord>[0], birth: string | null) =>
    [name ?? m.unnamed(), sexWord(sex), birth ? formatDate(birth) : m.birth_unknown()].join(' ');
  return (
    <li className={styles.pair}>
      <span>
        {m.quoted({ text: said(pair.given.name, pair.given.sex, pair.given.birthDate) })} {m.is_this()}{' '}
        <Link to={`/people/${pair.personId}`}>
          <b>{said(pair.person.name, pair.person.sex, pair.person.birthDate)}</b>
        </Link>{' '}
        {district(pair.person.district)}
      </span>
      <span className={styles.acts}>
        <Button size="small" busy={confirm.busy} onClick={() => confirm.run({ linkId: pair.linkId, version: pair.version })}>
          {m.same_person()}
        </Button>
        <Button size="small" busy={reject.busy} onClick={() => reject.run({ linkId: pair.linkId, version: pair.version })}>
          {m.other_person()}
        </Button>
      </span>
      <span className={styles.why}>
        <b>{likelihoodWords()[pair.likelihood]}</b> {label(pair.sentence)}
        {m.clause_mark()}
        {pair.reportNumber ? `${m.report_number({ number: pair.reportNumber })} ` : ''}
        {formatMoment(pair.createdAt)}
      </span>
    </li>
  );
}
