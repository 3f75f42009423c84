// Signing in: name and password, then an own password where it was an administrator who gave it, and the one-time code where the account has one.
import { PASSWORD_MAX, PASSWORD_MIN } from '@anwang/contract/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { api } from '../client/api.ts';
import { readProblem } from '../client/problem.ts';
import { Button } from '../ui/Button.tsx';
import { Shape } from '../ui/Shape.tsx';
import { m } from '../words/index.ts';
import { type Me, meKey } from './me.ts';
import styles from './SignIn.module.css';

type Props = { userName?: string; onDone: (userName: string) => void };
type Answer = { state: 'signedIn'; me: Me } | { state: 'secondFactor' } | { state: 'newPassword' };

/** The form of all steps. */
export function SignInForm({ userName = '', onDone }: Props) {
  const ids = { name: useId(), password: useId(), next: useId(), again: useId(), code: useId(), problem: useId() };
  const client = useQueryClient();
  const [step, setStep] = useState<'password' | 'own' | 'code'>('password');
  // Kept for the step that replaces it, and nowhere else.
  const [given, setGiven] = useState({ userName: '', given: '' });
  const [backup, setBackup] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const answer = async (ask: () => Promise<Answer>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const said = await ask();
      if (said.state === 'secondFactor') setStep('code');
      else if (said.state === 'newPassword') setStep('own');
      else {
        client.setQueryData(meKey, said.me);
        onDone(said.me.userName);
      }
    } catch (error) {
      const { fields, sentence } = readProblem(error);
      setProblem(fields.next ?? sentence);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    if (step === 'password') {
      setGiven({ userName: text('userName'), given: text('password') });
      void answer(() => api.session.signIn({ userName: text('userName'), password: text('password') }));
    } else if (step === 'own') {
      if (text('next') !== text('again')) setProblem(m.passwords_differ());
      else void answer(() => api.session.chooseFirstPassword({ ...given, next: text('next') }));
    } else void answer(() => api.session.secondFactor({ code: text('code').replace(/\s/g, ''), kind: backup ? 'backup' : 'totp' }));
  };
  const described = problem ? ids.problem : undefined;
  const form = useRef<HTMLFormElement>(null);
  // A further step asks for exactly one thing first.
  useEffect(() => {
    if (step !== 'password') form.current?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus();
  }, [step]);
  return (
    <form className={styles.form} onSubmit={submit} key={step} ref={form}>
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
      ) : step === 'own' ? (
        <>
          <p>{m.password_given()}</p>
          <input type="hidden" autoComplete="username" value={given.userName} readOnly />
          <label htmlFor={ids.next}>
            {m.password_new()} <span className="i3">{m.password_hint({ n: PASSWORD_MIN })}</span>
          </label>
          <input
            id={ids.next}
            name="next"
            type="password"
            autoComplete="new-password"
            required
            minLength={PASSWORD_MIN}
            maxLength={PASSWORD_MAX}
            aria-describedby={described}
          />
          <label htmlFor={ids.again}>{m.password_again()}</label>
          <input id={ids.again} name="again" type="password" autoComplete="new-password" required aria-describedby={described} />
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
