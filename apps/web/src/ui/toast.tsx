// What has just happened, said once at the foot of the page and to screen readers; it may carry one way back (undo, open).
import { useSyncExternalStore } from 'react';
import { m } from '../words/index.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Shape } from './Shape.tsx';
import styles from './toast.module.css';

type Toast = { id: number; text: string; tone: 'done' | 'failed'; action?: { label: string; run: () => void } };

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function change(to: readonly Toast[]): void {
  toasts = to;
  for (const listener of listeners) listener();
}

/** Says something has happened; it stays 8 seconds, a failure until it is closed. */
export function say(text: string, tone: Toast['tone'] = 'done', action?: Toast['action']): void {
  const toast: Toast = { id: next++, text, tone, ...(action ? { action } : {}) };
  change([...toasts.slice(-2), toast]);
  if (tone === 'done') setTimeout(() => dismiss(toast.id), 8000);
}

function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Where toasts appear; mounted once. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className={styles.region} role="status" aria-live="polite" data-print="no">
      {shown.map((toast) => (
        <div key={toast.id} className={`float ${styles.toast}`}>
          {toast.tone === 'done' ? (
            <Icon name="check" />
          ) : (
            <span className="urg">
              <Shape meaning="urgent" />
            </span>
          )}
          <span>{toast.text}</span>
          {toast.action && (
            <Button
              tone="bare"
              size="small"
              onClick={() => {
                toast.action?.run();
                dismiss(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <Button tone="bare" size="small" aria-label={m.close()} onClick={() => dismiss(toast.id)}>
            <Icon name="close" />
          </Button>
        </div>
      ))}
    </div>
  );
}
