// Signing in: name and password, then the one-time code where the account has one.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { api } from '../client/api.ts';
import { readProblem } from '../client/problem.ts';
import { Button } from '../ui/Button.tsx';
import { Shape } from '../ui/Shape.tsx';
import { m } from '../words/index.ts';
import { type Me, meKey } from './me.ts';
import styles from './SignIn.module.css';

type Props = { userName?: string; onDone: (userName: string) => void };
type Answer = { state: 'signedIn'; me: Me } | { state: 'secondFactor' };

/** The form of both steps. */
export function SignInForm({ userName = '', onDone }: Props) {
  const ids = { name: useId(), password: useId(), code: useId(), problem: useId() };
  const client = useQueryClient();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [backup, setBackup] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const answer = async (ask: () => Promise<Answer>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const said = await ask();
      if (said.state === 'secondFactor') setStep('code');
      else {
        client.setQueryData(meKey, said.me);
        onDone(said.me.userName);
      }
    } catch (error) {
      setProblem(readProblem(error).sentence);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    if (step === 'password') void answer(() => api.session.signIn({ userName: text('userName'), password: text('password') }));
    else void answer(() => api.session.secondFactor({ code: text('code').replace(/\s/g, ''), kind: backup ? 'backup' : 'totp' }));
  };
  const described = problem ? ids.problem : undefined;
  return (
    <form className={styles.form} onSubmit={submit} key={step}>
      {step === 'password' ? (
        <>
          <label htmlFor={ids.name}>{m.user_name()}</label>
          <input
            id={ids.name}
            name="userName"
            defaultValue={userName}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            aria-describedby={described}
          />
          <label htmlFor={ids.password}>{m.password()}</label>
          <input id={ids.password} name="password" type="password" autoComplete="current-password" required aria-describedby={described} />
        </>
      ) : (
        <>
          <label htmlFor={ids.code}>{backup ? m.backup_code() : m.one_time_code()}</label>
          <input
            id={ids.code}
            name="code"
            inputMode={backup ? 'text' : 'numeric'}
            autoComplete="one-time-code"
            required
            aria-describedby={described}
            // biome-ignore lint/a11y/noAutofocus: the second step asks for exactly this
            autoFocus
          />
          <Button tone="bare" onClick={() => setBackup(!backup)}>
            {backup ? m.use_one_time_code() : m.use_backup_code()}
          </Button>
        </>
      )}
      {problem && (
        <p id={ids.problem} role="alert" className="urg row">
          <Shape meaning="urgent" />
          {problem}
        </p>
      )}
      <Button type="submit" tone="primary" size="large" busy={busy}>
        {busy ? m.signing_in() : m.sign_in()}
      </Button>
    </form>
  );
}
