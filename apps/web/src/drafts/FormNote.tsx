// At the foot of a form that may be sent without a network: what was typed is kept where, or that it was pressed and goes by itself once there is a network.
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { m } from '../words/index.ts';
import { DraftNote } from './DraftNote.tsx';
import type { DraftState } from './use-draft.ts';

type Props = { state: DraftState; savedAt: string | undefined; waiting: boolean; onStop: () => void };

/** The line. */
export function FormNote({ state, savedAt, waiting, onStop }: Props) {
  if (!waiting) return <DraftNote state={state} savedAt={savedAt} />;
  return (
    <>
      {state === 'onScreen' && <DraftNote state={state} savedAt={savedAt} />}
      <span className="in t-xs i2" role="status">
        <Icon name="offline" />
        {m.send_when_back()}
      </span>
      <Button tone="bare" size="small" onClick={onStop}>
        {m.send_when_back_stop()}
      </Button>
    </>
  );
}
