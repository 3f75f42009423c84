// How many cases the sentence finds. What came whole is counted here; of a long list the server is asked, which counts to a limit.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { m } from '../../words/index.ts';
import { countWord } from './count-word.ts';
import { conditionsOf } from './filter.ts';
import type { CaseFilter } from './queries.ts';

/** The count at the end of the sentence. @param rows how many came; @param more whether further ones would come */
export function ListCount({ filter, rows, more }: { filter: CaseFilter; rows: number; more: boolean }) {
  const asked = conditionsOf(filter);
  const found = useQuery({ queryKey: ['cases', 'count', asked], queryFn: () => api.cases.count(asked), enabled: more, staleTime: 30_000 });
  const counted = more ? found.data : { count: rows, capped: false };
  return (
    <span className="t-s" role="status">
      <b>{countWord(counted) ?? `${rows}+`}</b> {m.filter_count()}
    </span>
  );
}
