// The sign-in of somebody else: another first password until the holder has come in, afterwards a recovery by two people; the end of all sessions.
import { PASSWORD_MIN } from '@anwang/contract/shapes';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { AskRecovery } from '../../recovery/AskRecovery.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { Section } from '../../ui/Section.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../words/index.ts';
import styles from './Admin.module.css';
import type { User } from './user.ts';

/** What may be done, and why not more. */
export function SignInPart({ user }: { user: User }) {
  const [asking, setAsking] = useState(false);
  const end = useWrite(api.admin.endSessions, { onDone: ({ ended }) => say(m.sessions_ended({ n: ended })) });
  return (
    <>
      <Section title={m.sign_in()} />
      {user.ownPassword ? <p className="i2">{m.recovery_rule()}</p> : <FirstPassword user={user} />}
      <div className="row wrap">
        {user.ownPassword && user.active && <Button onClick={() => setAsking(true)}>{m.recovery_ask()}</Button>}
        <Button busy={end.busy} onClick={() => end.run({ accountId: user.id })}>
          {m.end_sessions()}
        </Button>
      </div>
      {asking && <AskRecovery userName={user.userName} secondFactor={user.secondFactor} onClose={() => setAsking(false)} />}
    </>
  );
}

function FirstPassword({ user }: { user: User }) {
  // A password is never kept anywhere but in this field.
  const [password, setPassword] = useState('');
  const reset = useWrite(api.admin.resetPassword, { done: m.password_reset_done(), onDone: () => setPassword('') });
  return (
    <div className={styles.pair}>
      <TextInput
        label={m.first_password()}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={reset.problem?.fields.password}
        hint={m.password_hint({ n: PASSWORD_MIN })}
      />
      <div className="row wrap" style={{ alignSelf: 'end' }}>
        <Button disabled={password.length < PASSWORD_MIN} busy={reset.busy} onClick={() => reset.run({ accountId: user.id, password })}>
          {m.password_reset()}
        </Button>
      </div>
    </div>
  );
}
