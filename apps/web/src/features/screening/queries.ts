// What the desk asks the server, with one name for each question.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';

export type QueueKind = 'screen' | 'review' | 'returned';
export type QueueRow = Awaited<ReturnType<typeof api.screening.queue>>['rows'][number];
export type DeskReport = Awaited<ReturnType<typeof api.screening.report>>;
export type DeskFamily = Awaited<ReturnType<typeof api.screening.family>>;
export type Candidate = DeskFamily['candidates'][number];

/** One of the desk's queues, by the nearest clock; asked again every half minute. */
export function useQueue(kind: QueueKind) {
  return useInfiniteQuery({
    queryKey: ['screening', 'queue', kind],
    queryFn: async ({ pageParam }): Promise<{ rows: QueueRow[]; next: string | null }> => {
      const page = { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) };
      if (kind === 'review') return api.review.queue(page);
      return api.screening.queue({ ...page, waitsFor: kind === 'returned' ? 'correction' : 'screening' });
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 30_000,
  });
}

/** How many wait, for what. */
export function useDeskCounts() {
  return useQuery({ queryKey: ['screening', 'counts'], queryFn: () => api.screening.counts({}), refetchInterval: 60_000 });
}

/** One report as the desk sees it. */
export function useDeskReport(reportId: string) {
  return useQuery({
    queryKey: ['screening', 'report', reportId],
    queryFn: () => api.screening.report({ reportId }),
    enabled: reportId !== '',
  });
}

/** The question for earlier reports of the same people, the newest first. */
export const earlierOf = (reportId: string) => ({
  queryKey: ['screening', 'earlier', reportId],
  queryFn: () => api.screening.earlier({ reportId }),
});

/** The family picture round a report. */
export function useDeskFamily(reportId: string) {
  return useQuery({
    queryKey: ['screening', 'family', reportId],
    queryFn: () => api.screening.family({ reportId }),
    enabled: reportId !== '',
  });
}
