// Pairs in doubt of the whole reach, oldest first: what was given, whom it may be, why in words. Each is confirmed or rejected by a person.

import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { PairList } from '../../pairs/PairList.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/states.tsx';
import { m } from '../../words/index.ts';
import styles from './Matching.module.css';

/** The list. */
export function PairsTab() {
  const pairs = useInfiniteQuery({
    queryKey: ['matching', 'candidates'],
    queryFn: ({ pageParam }) => api.matching.candidates({ limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return (
    <Shown query={pairs}>
      {(data) => {
        const rows = data.pages.flatMap((page) => page.rows);
        if (rows.length === 0) return <Empty title={m.matching_no_pairs()}>{m.matching_no_pairs_more()}</Empty>;
        return (
          <div className={styles.list}>
            <PairList pairs={rows} />
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
