// The frame of every staff screen: strip, rail, top bar, main. Deep links work before sign-in: they are kept and returned to.
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { readProblem } from '../client/problem.ts';
import { prepareLocalKey } from '../drafts/local-key.ts';
import { AccountClosed } from '../session/AccountClosed.tsx';
import { useSessionLost } from '../session/lost.ts';
import { may, useMe, useMeQuery } from '../session/me.ts';
import { SignInAgain } from '../session/SignInAgain.tsx';
import { useKeyListener, useKeys } from '../ui/keys.ts';
import { Failed, Offline, Skeleton } from '../ui/states.tsx';
import { useWholeText } from '../ui/whole-text.ts';
import { m, useLanguage } from '../words/index.ts';
import { adoptLanguage } from '../words/locale.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { DemoStrip } from './DemoStrip.tsx';
import styles from './Frame.module.css';
import { KeysDialog } from './KeysDialog.tsx';
import { useLoadAhead } from './load-ahead.ts';
import { OfflineBar } from './OfflineBar.tsx';
import { Palette } from './Palette.tsx';
import { PrintHead } from './PrintHead.tsx';
import { usePulse } from './pulse.ts';
import { Rail } from './Rail.tsx';
import { RightsBar } from './RightsBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useTitle } from './title.ts';
import { Underway } from './Underway.tsx';
import { VersionBar } from './VersionBar.tsx';

function FrameInside() {
  const language = useLanguage();
  const [open, setOpen] = useState<'none' | 'palette' | 'keys'>('none');
  const pulse = usePulse();
  const keys = [
    { key: '?', does: m.keys_title(), run: () => setOpen('keys') },
    { key: '/', does: m.search_open(), run: () => setOpen('palette') },
  ];
  useKeys(keys);
  useKeyListener();
  useWholeText();
  useTitle();
  // Nobody without a role has anything to keep: what is one's own is read by right of a role.
  const mine = may(useMe(), 'account.self');
  useEffect(() => {
    if (mine) prepareLocalKey();
  }, [mine]);
  useLoadAhead();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen('palette');
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <div className={styles.app} key={language}>
      <a className={styles.skip} href="#main">
        {m.skip_to_main()}
      </a>
      <DemoStrip demo={pulse.demo} />
      <Rail counts={pulse.counts} />
      <TopBar deadline={pulse.deadline} onSearch={() => setOpen('palette')} onKeys={() => setOpen('keys')} />
      <Underway />
      <main id="main" className={styles.main} tabIndex={-1}>
        <PrintHead />
        <OfflineBar />
        <VersionBar />
        <RightsBar />
        <div className={styles.content}>
          <Outlet />
        </div>
      </main>
      {open === 'palette' && <Palette onClose={() => setOpen('none')} />}
      <ConflictDialog />
      <KeysDialog open={open === 'keys'} onClose={() => setOpen('none')} />
    </div>
  );
}

/** Leaves for the sign-in page once, keeping where somebody wanted to go. */
function ToSignIn({ closed }: { closed: boolean }) {
  const navigate = useNavigate();
  useEffect(() => {
    const { pathname, search } = window.location;
    void navigate({ to: '/sign-in', search: { next: `${pathname}${search}`, closed: closed ? 'yes' : undefined }, replace: true });
  }, [navigate, closed]);
  return <Skeleton />;
}

/** Asks who is signed in before anything is shown; nobody is sent to the sign-in page and back here afterwards. */
export function Frame() {
  const query = useMeQuery();
  const lost = useSessionLost();
  const ofAccount = query.data?.locale;
  useEffect(() => {
    if (ofAccount) adoptLanguage(ofAccount);
  }, [ofAccount]);
  if (query.data) {
    return (
      <>
        <FrameInside />
        {lost === 'ended' && <SignInAgain />}
        {lost === 'closed' && <AccountClosed />}
      </>
    );
  }
  if (query.error) {
    const problem = readProblem(query.error);
    if (problem.status === 401) return <ToSignIn closed={problem.code === 'accountClosed'} />;
    return <main>{problem.offline ? <Offline /> : <Failed what={problem.sentence} onRetry={() => void query.refetch()} />}</main>;
  }
  return <main>{query.fetchStatus === 'paused' ? <Offline /> : <Skeleton />}</main>;
}
