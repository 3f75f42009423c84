// Every view, filter and tab is in the URL. This reads named search parameters as text and writes them back.
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * Search parameters of the present address.
 * @returns their values, and a setter that keeps the others; undefined or '' removes one
 */
export function useUrl<Name extends string>(
  ...names: Name[]
): [Partial<Record<Name, string>>, (next: Partial<Record<Name, string | undefined>>, replace?: boolean) => void] {
  const search = useRouterState({ select: (state) => state.location.search as Record<string, unknown> });
  const navigate = useNavigate();
  const values = Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : []))) as Partial<
    Record<Name, string>
  >;
  const set = useCallback(
    (next: Partial<Record<Name, string | undefined>>, replace = false) => {
      void navigate({
        to: '.',
        replace,
        search: (old: Record<string, unknown>) =>
          Object.fromEntries(Object.entries({ ...old, ...next }).filter(([, value]) => value !== undefined && value !== '')),
      });
    },
    [navigate],
  );
  return [values, set];
}
