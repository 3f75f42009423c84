// The screens of one's rooms are fetched while nothing else is to do: on the road a screen that was never opened before still opens, and says itself that it is offline.
// Without this the router, finding no code for a screen, loads the page anew, and without a network that page is gone.
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMe } from '../session/me.ts';
import { roomsOf } from './rooms.ts';

/** After the first screen has what it needs. */
const afterMs = 4000;
/** Screens that no room of the rail leads to directly. */
const behind: Readonly<Record<string, readonly string[]>> = { '/cases': ['/cases/ahead'], '/people': ['/people/ahead'] };

/** Fetches them one after the other; what cannot be fetched is left for when it is opened. */
export function useLoadAhead(): void {
  const router = useRouter();
  const me = useMe();
  useEffect(() => {
    let stopped = false;
    const run = async () => {
      const rooms = roomsOf(me).map((room) => room.to);
      for (const to of [...rooms.flatMap((room) => [room, ...(behind[room] ?? [])]), '/notices']) {
        if (stopped || !navigator.onLine) return;
        await router.preloadRoute({ to }).catch(() => undefined);
      }
    };
    const timer = setTimeout(() => void run(), afterMs);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [router, me]);
}
