// What was given to another lead in bulk just now, so that it can be taken back with one press while it is fresh. Kept with what the server said: it is forgotten
// when the session ends, and never sent anywhere.
import { useQuery } from '@tanstack/react-query';
import { queryClient } from '../../client/query.ts';

/** For how many minutes it may be taken back. */
export const undoMinutes = 5;

/** A case that was given away, as the write left it. `from`: who led it before; null where nobody did. */
export type Reassigned = {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
  readonly version: number;
  readonly from: string | null;
};
type Kept = { readonly at: number; readonly rows: readonly Reassigned[] } | null;

const key = ['kept', 'reassigned'];

/** Keeps what was done; an earlier one is not to be taken back any more. */
export const keepReassigned = (kept: Kept): void => {
  queryClient.setQueryData<Kept>(key, kept);
};

/** What may still be taken back at a moment. */
export function useReassigned(now: number): Kept {
  const { data } = useQuery<Kept>({ queryKey: key, queryFn: () => queryClient.getQueryData<Kept>(key) ?? null, initialData: null });
  return data !== null && now < data.at + undoMinutes * 60_000 ? data : null;
}
