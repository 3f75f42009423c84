// A page of an earlier build is loaded anew when nobody loses anything by it: on the way to another screen, or while nobody looks at it.
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isOutdated } from '../client/build.ts';
import { holdsUnsaved } from '../drafts/before-leaving.ts';
import { uploading } from '../uploads/uploads.ts';

/** Whether something is open in which somebody was in the middle: a window, or a field with text. A draft would come back, but not where the cursor stood. */
const inTheMiddle = (): boolean =>
  document.querySelector('[role=dialog]') !== null ||
  [
    ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('#main input:not([type]), #main input[type=text], #main textarea'),
  ].some((field) => field.value !== '');

/** Loads the page anew at such a moment, once it is outdated. */
export function useLoadAnew(): void {
  const router = useRouter();
  const client = useQueryClient();
  useEffect(() => {
    const losesNothing = () => isOutdated() && navigator.onLine && !holdsUnsaved() && !uploading() && client.isMutating() === 0;
    const onWay = router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
      if (!pathChanged || !losesNothing()) return;
      router.history.flush();
      window.location.reload();
    });
    const unseen = () => {
      if (document.hidden && losesNothing() && !inTheMiddle()) window.location.reload();
    };
    document.addEventListener('visibilitychange', unseen);
    return () => {
      onWay();
      document.removeEventListener('visibilitychange', unseen);
    };
  }, [router, client]);
}
