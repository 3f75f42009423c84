// Who is signed in, and what may they do? Asked once, shared by all screens; rights decide what is offered, the server decides what is allowed.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../client/api.ts';

export const meKey = ['session', 'me'] as const;
const options = { queryKey: meKey, queryFn: () => api.session.me({}), staleTime: 60_000, retry: false } as const;

export type Me = Awaited<ReturnType<typeof api.session.me>>;

/** The signed-in person, or the state of the question. */
export function useMeQuery() {
  return useQuery(options);
}

/** The signed-in person; only inside the frame, which has already asked. */
export function useMe(): Me {
  return useSuspenseQuery(options).data;
}

/** Whether some grant of the person gives one of the actions. */
export function may(me: Me, ...actions: string[]): boolean {
  return actions.some((action) => me.actions.includes(action));
}

/** A route of the contract. */
export type OneRoute = { readonly '~orpc': { readonly meta: { readonly access?: string; readonly purpose?: readonly string[] } } };

/** Whether the person may use a route at all: its act for one of its purposes. Screening may see a case of the family, and yet has no list of cases. */
export function mayUse(me: Me, { '~orpc': { meta } }: OneRoute): boolean {
  const allowed = me.purposesOf[meta.access ?? ''] ?? [];
  return (meta.purpose ?? []).some((purpose) => allowed.includes(purpose));
}
