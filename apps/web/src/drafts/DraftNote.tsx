// The state of what was typed, visible beside every form: not yet saved, saved when, or kept on this device only.
import { Icon } from '../ui/Icon.tsx';
import { formatTime, m } from '../words/index.ts';
import type { DraftState } from './use-draft.ts';

/** One line at the foot of a form. */
export function DraftNote({ state, savedAt }: { state: DraftState; savedAt: string | undefined }) {
  if (state === 'loading' || state === 'clean') return null;
  const words =
    state === 'unsaved'
      ? m.draft_saving()
      : state === 'onDevice'
        ? m.draft_on_device()
        : state === 'onScreen'
          ? m.draft_on_screen()
          : state === 'refused'
            ? m.draft_refused()
            : m.draft_saved({ time: savedAt ? formatTime(savedAt) : '' });
  return (
    <span className="in t-xs i2" role="status">
      <Icon name={state === 'saved' ? 'check' : state === 'unsaved' ? 'file' : state === 'refused' ? 'lock' : 'offline'} />
      {words}
    </span>
  );
}
