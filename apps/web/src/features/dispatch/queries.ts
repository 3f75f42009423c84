// What a receiving unit and the arbiter ask the server.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';

export type DispatchRow = Awaited<ReturnType<typeof api.dispatch.inbox>>['rows'][number];
export type DispatchOne = Awaited<ReturnType<typeof api.dispatch.one>>;
export type OfferRow = Awaited<ReturnType<typeof api.dispatch.moves>>['rows'][number];
export type OfferOne = Awaited<ReturnType<typeof api.dispatch.move>>;
export type Dispute = Awaited<ReturnType<typeof api.dispatch.disputes>>['rows'][number];
export type DisputeOne = Awaited<ReturnType<typeof api.dispatch.disputed>>;
/** What both the receiving unit and the arbiter read of a report. */
export type Reported = DispatchOne | DisputeOne;
export type DispatchStatus = DispatchRow['status'];
export type InboxView = NonNullable<Parameters<typeof api.dispatch.inbox>[0]['view']>;

/** What was sent to the own unit. */
export function useInbox(view: InboxView) {
  return useQuery({
    queryKey: ['dispatch', 'inbox', view],
    queryFn: () => api.dispatch.inbox({ limit: 200, view }),
    refetchInterval: 60_000,
  });
}

/** One dispatch with its report. */
export function useDispatch(dispatchId: string) {
  return useQuery({ queryKey: ['dispatch', dispatchId], queryFn: () => api.dispatch.one({ dispatchId }), enabled: dispatchId !== '' });
}

/** The disputes that wait for the arbiter. */
export function useDisputes() {
  return useQuery({ queryKey: ['dispatch', 'disputes'], queryFn: () => api.dispatch.disputes({ limit: 100 }), refetchInterval: 60_000 });
}

/** One dispute with its report. */
export function useDispute(dispatchId: string) {
  return useQuery({ queryKey: ['dispatch', 'dispute', dispatchId], queryFn: () => api.dispatch.disputed({ dispatchId }) });
}

/** Cases of other units that wait for the own one. */
export function useOffers(enabled: boolean) {
  return useQuery({ queryKey: ['dispatch', 'moves'], queryFn: () => api.dispatch.moves({}), enabled, refetchInterval: 60_000 });
}

/** One of them with what was written for this unit. */
export function useOffer(moveId: string) {
  return useQuery({ queryKey: ['dispatch', 'moves', moveId], queryFn: () => api.dispatch.move({ moveId }) });
}
