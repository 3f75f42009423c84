// Keys and clicks on the answers of an instrument, heard where all of them stand: what they do is also done with arrows and Tab, so the place itself is no control.
import { type RefObject, useEffect, useRef } from 'react';

type Presses = { readonly keydown: (event: KeyboardEvent) => void; readonly click: (event: MouseEvent) => void };

/** The element to listen on; what is done is always what the last rendering said. */
export function usePresses(presses: Presses): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(presses);
  latest.current = presses;
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const onKey = (event: KeyboardEvent) => latest.current.keydown(event);
    const onClick = (event: MouseEvent) => latest.current.click(event);
    element.addEventListener('keydown', onKey);
    element.addEventListener('click', onClick);
    return () => {
      element.removeEventListener('keydown', onKey);
      element.removeEventListener('click', onClick);
    };
  }, []);
  return place;
}
