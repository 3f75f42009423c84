// Where somebody stood in a list, for the way back: the row under the keyboard and how far the list was scrolled. Kept beside what the server said, forgotten with it.
import { useQueryClient } from '@tanstack/react-query';
import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';

type Place = { readonly cursor: number; readonly offset: number; readonly sizes: VirtualItem[] };

/**
 * The place in a list, kept while other screens are looked at.
 * @param list what tells the list from others; undefined: its place is not kept
 * @returns where it was left, if it was; and how it is read when the list is left
 */
export function usePlace(list: string | undefined): { before: Place | undefined; keep: (read: () => Place) => void } {
  const client = useQueryClient();
  const [before] = useState(() => (list === undefined ? undefined : client.getQueryData<Place>(['kept', 'place', list])));
  const read = useRef<() => Place>(undefined);
  useEffect(
    () => () => {
      if (list !== undefined && read.current) client.setQueryData(['kept', 'place', list], read.current());
    },
    [client, list],
  );
  return {
    before,
    keep: (next) => {
      read.current = next;
    },
  };
}
