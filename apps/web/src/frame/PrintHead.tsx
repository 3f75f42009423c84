// What stands over every printed page of a record: whose paper this is. Who printed it, for whom they work and when; and that it must be kept.
import { useSyncExternalStore } from 'react';
import { useMe } from '../session/me.ts';
import { formatMoment, m } from '../words/index.ts';
import { useLabel } from '../words/label.ts';
import styles from './PrintHead.module.css';

let printedAt = new Date().toISOString();

/** The moment moves when the paper is made, not when the page was opened. */
function listen(listener: () => void): () => void {
  const media = window.matchMedia('print');
  const note = () => {
    printedAt = new Date().toISOString();
    listener();
  };
  window.addEventListener('beforeprint', note);
  media.addEventListener('change', note);
  return () => {
    window.removeEventListener('beforeprint', note);
    media.removeEventListener('change', note);
  };
}

/** The head; on paper only. */
export function PrintHead() {
  const me = useMe();
  const label = useLabel();
  const at = useSyncExternalStore(listen, () => printedAt);
  return (
    <div className={styles.head} data-print="only">
      <b>{m.app_title()}</b>
      <span>{m.printed_by({ name: me.name, unit: label(me.unit?.name), time: formatMoment(at) })}</span>
      <span>{m.printed_secret()}</span>
      {me.demo && <b>{m.demo_banner()}</b>}
    </div>
  );
}
