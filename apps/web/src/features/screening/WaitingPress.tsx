// A decision was pressed without a network and has no form to stand in: it is sent as long as its report stays on the screen, and says so.
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { m } from '../../words/index.ts';

/** The line in the decision bar. */
export function WaitingPress({ onStop }: { onStop: () => void }) {
  return (
    <p className="row">
      <span className="in t-xs i2" role="status">
        <Icon name="offline" />
        {m.send_when_back_here()}
      </span>
      <Button tone="bare" size="small" onClick={onStop}>
        {m.send_when_back_stop()}
      </Button>
    </p>
  );
}
