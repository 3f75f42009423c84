// Offline is a state, not an error: one calm line, as long as it lasts.
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { m } from '../words/index.ts';
import styles from './OfflineBar.module.css';

/** Shown only while the network is away. */
export function OfflineBar() {
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  if (online) return null;
  return (
    <div className={styles.bar} role="status" data-print="no">
      <Icon name="offline" />
      <span>
        <b>{m.state_offline()}</b> {m.state_offline_more()}
      </span>
    </div>
  );
}
