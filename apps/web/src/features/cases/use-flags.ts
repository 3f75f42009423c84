// What marks the listed cases, asked beside the rows: the list does not wait for it.
import type { OutputOf } from '@anwang/contract';
import { useQueries } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { m } from '../../words/index.ts';

export type CaseFlag = OutputOf<'cases', 'flags'>['cases'][number]['flags'][number];

/** The word of a mark. */
export const flagWord = (flag: CaseFlag): string => ({ shared: m.shared(), repeat: m.flag_repeat(), underSix: m.flag_under_six() })[flag];

/** The marks by case. @param pages the ids of each part of the list, asked once each; @param wanted whether they are shown at all */
export function useFlags(pages: readonly (readonly string[])[], wanted: boolean): ReadonlyMap<string, readonly CaseFlag[]> {
  return useQueries({
    queries: pages
      .filter((ids) => ids.length > 0)
      .map((ids) => ({
        queryKey: ['cases', 'flags', ids],
        queryFn: () => api.cases.flags({ ids: [...ids] }),
        enabled: wanted,
        staleTime: 60_000,
      })),
    combine: (found) => new Map(found.flatMap((one) => (one.data?.cases ?? []).map((each) => [each.caseId, each.flags] as const))),
  });
}
