// A screen that broke: what was typed is in its draft; loading the page again brings it back.
import { Failed } from '../ui/states.tsx';
import { m } from '../words/index.ts';

/** Shown in place of a screen that threw. */
export function Broken() {
  return (
    <div className="page">
      <Failed what={m.screen_broke()} onRetry={() => window.location.reload()} />
    </div>
  );
}
