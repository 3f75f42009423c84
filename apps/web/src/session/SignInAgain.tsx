// The session has ended under somebody's hands: the page stays, this asks for the password, and the work goes on.
import { useQueryClient } from '@tanstack/react-query';
import { renewLocalKey } from '../drafts/local-key.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { m } from '../words/index.ts';
import { regainSession } from './lost.ts';
import { useMe } from './me.ts';
import { OutsideSignIn } from './OutsideSignIn.tsx';
import { SignInForm } from './SignInForm.tsx';

/** The dialog over the page; another account than before leaves the page, since what is on it belongs to the first. */
export function SignInAgain() {
  const me = useMe();
  const client = useQueryClient();
  return (
    <Dialog title={m.session_ended()} open onClose={() => undefined} actions={<span className="t-s i3">{m.session_kept()}</span>}>
      <SignInForm
        userName={me.userName}
        onDone={(userName) => {
          if (userName !== me.userName) {
            window.location.assign('/');
            return;
          }
          renewLocalKey();
          regainSession();
          void client.invalidateQueries();
        }}
      />
      <OutsideSignIn returnTo={`${window.location.pathname}${window.location.search}`} />
    </Dialog>
  );
}
