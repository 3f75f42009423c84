// What the case screens ask the server.
import type { OutputOf, SentOf } from '@anwang/contract';
import type { Instrument } from '@anwang/core/assessment';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';

export type CaseFilter = Omit<NonNullable<SentOf<'cases', 'list'>>, 'cursor' | 'limit'>;
export type CaseRow = OutputOf<'cases', 'list'>['rows'][number];
export type Workspace = OutputOf<'cases', 'one'>;
export type TimelineEntry = OutputOf<'cases', 'timeline'>['rows'][number];

export type ReportOfCase = OutputOf<'cases', 'report'>;

/** A list of cases by its filter, part after part. */
export function useCases(filter: CaseFilter) {
  return useInfiniteQuery({
    queryKey: ['cases', 'list', filter],
    queryFn: ({ pageParam }) => api.cases.list({ ...filter, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    // The way back from an hour in a case leads to the list as it was left.
    gcTime: 3_600_000,
  });
}

/** An instrument as it is served: the statement that the server scores by. */
export function useInstrument(use: { readonly instrument: string; readonly version: string } | undefined) {
  return useQuery({
    queryKey: ['instrument', use?.instrument, use?.version],
    queryFn: async () => (await api.reference.instruments({ instrument: use!.instrument, version: use!.version })) as unknown as Instrument,
    enabled: use !== undefined,
    staleTime: 3_600_000,
  });
}

/** The programme as data, in the version that the case is pinned to. */
export function useProgramme(one: Pick<Workspace, 'programme' | 'programmeVersion'>, enabled = true) {
  return useQuery({
    queryKey: ['programme', one.programme, one.programmeVersion],
    queryFn: () => api.reference.programme({ programme: one.programme, version: one.programmeVersion }),
    enabled,
    staleTime: 3_600_000,
  });
}

/** One case. */
export function useCase(caseId: string) {
  return useQuery({
    queryKey: ['cases', caseId],
    queryFn: () => api.cases.one({ caseId }),
    // Whoever called watches for who comes.
    refetchInterval: ({ state }) => ((state.data?.supports.length ?? 0) > 0 ? 10_000 : false),
  });
}

/** What happened in a case. */
export function useTimeline(caseId: string, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['cases', caseId, 'timeline'],
    queryFn: ({ pageParam }) => api.cases.timeline({ caseId, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
}
