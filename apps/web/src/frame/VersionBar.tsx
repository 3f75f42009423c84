// A new version was put in place while this page was open: one calm line, and the way to it. What was typed goes along as drafts.
import { useState } from 'react';
import { useOutdated } from '../client/build.ts';
import { finishBeforeLeaving } from '../drafts/before-leaving.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { m } from '../words/index.ts';
import { useLoadAnew } from './load-anew.ts';
import styles from './OfflineBar.module.css';

/** Shown while the server has a newer build than the page. */
export function VersionBar() {
  useLoadAnew();
  const [busy, setBusy] = useState(false);
  if (!useOutdated()) return null;
  const load = () => {
    setBusy(true);
    void finishBeforeLeaving().then(() => window.location.reload());
  };
  return (
    <div className={styles.bar} role="status" data-print="no">
      <Icon name="again" />
      <span>
        <b>{m.version_new()}</b> {m.version_new_more()}
      </span>
      <span className="sp" />
      <Button size="small" busy={busy} onClick={load}>
        {m.version_load()}
      </Button>
    </div>
  );
}
