// The account was closed under somebody's hands: what happened, what becomes of the text, and the way out. The page stays behind it.
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { m } from '../words/index.ts';
import { useMe } from './me.ts';

/** The dialog over the page. */
export function AccountClosed() {
  const me = useMe();
  return (
    <Dialog
      title={m.account_was_closed()}
      open
      onClose={() => undefined}
      actions={
        <Button tone="primary" onClick={() => window.location.assign('/sign-in')}>
          {m.account_closed_leave()}
        </Button>
      }
    >
      <p>{m.account_closed_what({ name: me.userName })}</p>
      <p>{m.account_closed_text()}</p>
    </Dialog>
  );
}
