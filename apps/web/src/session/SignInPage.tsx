// The way in for staff; beside it the way for everybody else: the public report. Nothing is said about which part of a wrong pair was wrong.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { DemoStrip } from '../frame/DemoStrip.tsx';
import { m, useLanguage } from '../words/index.ts';
import { regainSession } from './lost.ts';
import { OutsideSignIn, useProviders } from './OutsideSignIn.tsx';
import styles from './SignIn.module.css';
import { SignInForm } from './SignInForm.tsx';

/** An inner address only; anything else goes to the start page. */
function innerPath(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

/** The sign-in page. */
export function SignInPage() {
  const language = useLanguage();
  const { next, problem, closed } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const providers = useProviders();
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
        {closed && (
          <p role="alert" className="urg">
            {m.account_was_closed()}
            {m.clause_mark()}
            {m.account_closed_text()}
          </p>
        )}
        <SignInForm
          onDone={() => {
            regainSession();
            // The way back does not lead to the door again.
            void navigate({ to: innerPath(next), replace: true });
          }}
        />
        <OutsideSignIn returnTo={innerPath(next)} />
        <p className={styles.foot}>
          {m.sign_in_public()} <a href={language === 'en' ? '/report?lang=en' : '/report'}>{m.report_title()}</a>
        </p>
      </main>
    </div>
  );
}
