// A screen that broke: what was typed is in its draft; loading the page again brings it back. Without a network it is not loaded anew: there would be nothing in its place.
import { onlineManager } from '@tanstack/react-query';
import { useOutdated } from '../client/build.ts';
import { Failed, Offline } from '../ui/states.tsx';
import { m } from '../words/index.ts';

/** Shown in place of a screen that threw. */
export function Broken() {
  // A screen of an earlier build whose code is gone is nothing that broke.
  const outdated = useOutdated();
  return (
    <div className="page">
      {onlineManager.isOnline() ? (
        <Failed what={outdated ? m.version_screen() : m.screen_broke()} onRetry={() => window.location.reload()} />
      ) : (
        <Offline />
      )}
    </div>
  );
}
