// One store of what the server said. A lost session is noticed here and asked for again over the page, so that nothing typed is lost.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { losesSession } from '../session/lost.ts';
import { readProblem } from './problem.ts';

function notice(error: unknown): void {
  const problem = readProblem(error);
  if (losesSession(problem)) return;
  // What was offered is refused: rights may have changed under somebody's hands.
  if (problem.code === 'accessDenied') rightsChanged();
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

/** Asks anew what this person may do. */
export function rightsChanged(): void {
  void queryClient.invalidateQueries({ queryKey: ['session', 'me'] });
}

// Where somebody was in a list, and what they looked for: not the server's, but forgotten with what it said when the session ends.
queryClient.setQueryDefaults(['kept'], { gcTime: 3_600_000, staleTime: Number.POSITIVE_INFINITY });
// On the road a case that was opened this morning is there again without a network; with one it is asked for anew. Gone with sign-out like the rest.
queryClient.setQueryDefaults(['cases'], { gcTime: 4 * 3_600_000 });
