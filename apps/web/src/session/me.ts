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
