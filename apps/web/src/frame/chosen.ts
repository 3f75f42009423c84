// Which row of a list stands beside it? That of the address; else the first, but on a phone none, since there the list comes first.
import { useEffect } from 'react';
import { useNarrow } from '../ui/narrow.ts';
import { useUrl } from './url.ts';

/**
 * The id of the chosen row ('' for none) and how another one is chosen; undefined goes back to the list.
 * @param param the name under which it stands in the address
 * @param rows the list, nearest first
 */
export function useChosen(
  param: string,
  rows: readonly { readonly id: string }[],
): { current: string; choose: (id: string | undefined, replace?: boolean) => void } {
  const [url, setUrl] = useUrl(param);
  const narrow = useNarrow();
  const named = url[param];
  const nearest = narrow ? undefined : rows[0]?.id;
  // What is on the screen stays there when another one comes in above it.
  useEffect(() => {
    if (!named && nearest) setUrl({ [param]: nearest }, true);
  }, [named, nearest, param, setUrl]);
  return { current: named ?? nearest ?? '', choose: (id, replace) => setUrl({ [param]: id }, replace) };
}
