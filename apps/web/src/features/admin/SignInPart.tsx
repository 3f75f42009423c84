// The sign-in of somebody else: a new first password, a lost device, the end of all sessions.
import { PASSWORD_MIN } from '@anwang/contract/shapes';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { Section } from '../../ui/Section.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../words/index.ts';
import styles from './Admin.module.css';
import type { User } from './user.ts';

/** The field and the buttons. */
export function SignInPart({ user }: { user: User }) {
  // A password is never kept anywhere but in this field.
  const [password, setPassword] = useState('');
  const reset = useWrite(api.admin.resetPassword, { done: m.password_reset_done(), onDone: () => setPassword('') });
  const lost = useWrite(api.admin.endSecondFactor, { done: m.second_factor_ended() });
  const end = useWrite(api.admin.endSessions, { onDone: ({ ended }) => say(m.sessions_ended({ n: ended })) });
  return (
    <>
      <Section title={m.sign_in()} />
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
          {user.secondFactor && (
            <Button busy={lost.busy} onClick={() => lost.run({ accountId: user.id })}>
              {m.second_factor_end()}
            </Button>
          )}
          <Button busy={end.busy} onClick={() => end.run({ accountId: user.id })}>
            {m.end_sessions()}
          </Button>
        </div>
      </div>
    </>
  );
}
