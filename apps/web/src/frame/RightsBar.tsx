// A role was taken away, or has ended, under somebody's hands: one line that says so, and what becomes of what was typed.
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../session/me.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { m } from '../words/index.ts';
import styles from './OfflineBar.module.css';

/** Shown from the moment something is no longer allowed that was, until it is put away. */
export function RightsBar() {
  const { actions } = useMe();
  const before = useRef(actions);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (before.current.some((each) => !actions.includes(each))) setLost(true);
    before.current = actions;
  }, [actions]);
  if (!lost) return null;
  return (
    <div className={styles.bar} role="alert" data-print="no">
      <Icon name="lock" />
      <span>
        <b>{m.rights_changed()}</b> {m.rights_changed_more()}
      </span>
      <span className="sp" />
      <Button size="small" tone="bare" onClick={() => setLost(false)}>
        {m.close()}
      </Button>
    </div>
  );
}
