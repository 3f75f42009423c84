// One store of what the server said. A lost session is noticed here and asked for again over the page, so that nothing typed is lost.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { loseSession } from '../session/lost.ts';
import { readProblem } from './problem.ts';

function notice(error: unknown): void {
  if (readProblem(error).code === 'notSignedIn') loseSession();
}

/** The query client of the application. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && (readProblem(error).offline || readProblem(error).status >= 502),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
// Where somebody was in a list, and what they looked for: not the server's, but forgotten with what it said when the session ends.
queryClient.setQueryDefaults(['kept'], { gcTime: 3_600_000, staleTime: Number.POSITIVE_INFINITY });
