// Offline is a state, not an error: one calm line, as long as it lasts.
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useWaitingDrafts } from '../drafts/send-waiting.ts';
import { may, useMe } from '../session/me.ts';
import { Icon } from '../ui/Icon.tsx';
import { m } from '../words/index.ts';
import styles from './OfflineBar.module.css';

/** Shown only while the network is away, with how much is on this device alone. */
export function OfflineBar() {
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  const waiting = useWaitingDrafts(may(useMe(), 'account.self'));
  if (online) return null;
  return (
    <div className={styles.bar} role="status" data-print="no">
      <Icon name="offline" />
      <span>
        <b>{m.state_offline()}</b> {m.state_offline_more()}
        {waiting > 0 && ` ${m.state_offline_waiting({ n: waiting })}`}
      </span>
    </div>
  );
}
