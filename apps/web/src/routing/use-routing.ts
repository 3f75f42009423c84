// The table of routes with the programmes and districts that it should cover.
import type { OutputOf } from '@anwang/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../client/api.ts';
import { everyPage } from '../client/every-page.ts';
import type { Choice } from '../ui/inputs.tsx';
import { useLabel } from '../words/label.ts';

export type RouteRow = OutputOf<'admin', 'routes'>['rows'][number];
export type Routing = {
  readonly routes: readonly RouteRow[];
  readonly programmes: readonly Choice[];
  readonly districts: readonly Choice[];
};

/** All routes of the county as the server has them; programmes and districts to choose from, none before they are there. */
export function useRouting(): { query: UseQueryResult<RouteRow[]>; programmes: Choice[]; districts: Choice[] } {
  const label = useLabel();
  const query = useQuery({
    queryKey: ['admin', 'routes'],
    queryFn: () => everyPage((cursor) => api.admin.routes({ limit: 200, ...cursor })),
  });
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => api.reference.programmes({}), staleTime: 3_600_000 });
  const places = useQuery({ queryKey: ['places'], queryFn: () => api.reference.places({}), staleTime: 3_600_000 });
  return useMemo(
    () => ({
      query,
      programmes: (programmes.data?.programmes ?? []).map((each) => ({ value: each.id, label: label(each.label) })),
      districts: (places.data?.districts ?? []).map((each) => ({ value: each.id, label: label(each.name) })),
    }),
    [query, programmes.data, places.data, label],
  );
}
