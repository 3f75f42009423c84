// What a receiving unit and the arbiter ask the server.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';

export type DispatchRow = Awaited<ReturnType<typeof api.dispatch.inbox>>['rows'][number];
export type DispatchOne = Awaited<ReturnType<typeof api.dispatch.one>>;
export type Dispute = Awaited<ReturnType<typeof api.dispatch.disputes>>['rows'][number];
export type DispatchStatus = DispatchRow['status'];

/** What was sent to the own unit. */
export function useInbox(status: DispatchStatus | undefined) {
  return useQuery({
    queryKey: ['dispatch', 'inbox', status],
    queryFn: () => api.dispatch.inbox({ limit: 200, ...(status ? { status } : {}) }),
    refetchInterval: 60_000,
  });
}

/** One dispatch with its report. */
export function useDispatch(dispatchId: string) {
  return useQuery({ queryKey: ['dispatch', dispatchId], queryFn: () => api.dispatch.one({ dispatchId }), enabled: dispatchId !== '' });
}
