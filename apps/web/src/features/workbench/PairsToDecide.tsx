// Pairs in doubt on the start page of whoever decides on them and has no desk of reports: the oldest first, decided where they stand.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { PairList } from '../../pairs/PairList.tsx';
import { Section } from '../../ui/Section.tsx';
import { m } from '../../words/index.ts';

/** As many as stand on a screen without moving it. */
const most = 8;

/** The list, or that there is none. */
export function PairsToDecide() {
  const pairs = useQuery({
    queryKey: ['matching', 'candidates', 'first'],
    queryFn: () => api.matching.candidates({ limit: most }),
    refetchInterval: 60_000,
  });
  return (
    <>
      <Section as="h2" title={m.matching_pairs()} end={<Link to="/matching">{m.all()}</Link>} />
      <Shown query={pairs}>
        {({ rows }) => (rows.length === 0 ? <p className="pad i2">{m.matching_no_pairs()}</p> : <PairList pairs={rows} />)}
      </Shown>
    </>
  );
}
