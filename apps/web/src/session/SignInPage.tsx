// The way in for staff; beside it the way for everybody else: the public report. Nothing is said about which part of a wrong pair was wrong.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../client/api.ts';
import { readProblem } from '../client/problem.ts';
import { DemoStrip } from '../frame/DemoStrip.tsx';
import { Button } from '../ui/Button.tsx';
import { say } from '../ui/toast.tsx';
import { m, useLanguage } from '../words/index.ts';
import { regainSession } from './lost.ts';
import styles from './SignIn.module.css';
import { SignInForm } from './SignInForm.tsx';

/** An inner address only; anything else goes to the start page. */
function innerPath(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

/** The sign-in page. */
export function SignInPage() {
  const language = useLanguage();
  const { next, problem } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const providers = useQuery({
    queryKey: ['session', 'providers'],
    queryFn: () => api.session.providers({}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const outside = async (provider: string) => {
    try {
      const { url } = await api.session.oidcStart({ provider, returnTo: innerPath(next) });
      window.location.assign(url);
    } catch (error) {
      say(readProblem(error).sentence, 'failed');
    }
  };
  return (
    <div className={styles.page} key={language}>
      <DemoStrip demo={providers.data?.demo ?? false} />
      <main className={styles.main}>
        <h1>{m.app_title()}</h1>
        <p className="i2">{m.sign_in_intro()}</p>
        {problem && (
          <p role="alert" className="urg">
            {m.sign_in_outside_failed()}
          </p>
        )}
        <SignInForm
          onDone={() => {
            regainSession();
            // The way back does not lead to the door again.
            void navigate({ to: innerPath(next), replace: true });
          }}
        />
        {(providers.data?.providers ?? []).map((provider) => (
          <Button key={provider.id} size="large" onClick={() => void outside(provider.id)}>
            {m.sign_in_with({ name: provider.name })}
          </Button>
        ))}
        <p className={styles.foot}>
          {m.sign_in_public()} <a href={language === 'en' ? '/report?lang=en' : '/report'}>{m.report_title()}</a>
        </p>
      </main>
    </div>
  );
}
