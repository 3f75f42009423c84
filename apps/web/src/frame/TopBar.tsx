// The top bar: one search, the purpose of use, the nearest deadline, the person.
import { Link, useNavigate } from '@tanstack/react-router';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { api } from '../client/api.ts';
import { readProblem } from '../client/problem.ts';
import { queryClient } from '../client/query.ts';
import { finishBeforeLeaving } from '../drafts/before-leaving.ts';
import { dropLocalDrafts } from '../drafts/local.ts';
import { useMe } from '../session/me.ts';
import { choosePurpose, usePurpose } from '../session/purpose.ts';
import { Clock } from '../ui/Clock.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Key } from '../ui/Key.tsx';
import { say } from '../ui/toast.tsx';
import { dropUploads, uploading } from '../uploads/uploads.ts';
import { m } from '../words/index.ts';
import { useJobTitle } from '../words/job-title.ts';
import { useLabel } from '../words/label.ts';
import { Bell } from './Bell.tsx';
import { purposeWord } from './purpose-words.ts';
import styles from './TopBar.module.css';

export type NearestDeadline = { start: string; due: string; name: string; to: string } | null;
type Props = { deadline: NearestDeadline; onSearch: () => void; onKeys: () => void };

/** The bar over every staff screen. */
export function TopBar({ deadline, onSearch, onKeys }: Props) {
  const me = useMe();
  const label = useLabel();
  const jobTitle = useJobTitle();
  const navigate = useNavigate();
  const purpose = usePurpose();
  const signOut = async () => {
    if (uploading()) return say(m.upload_before_sign_out(), 'failed');
    await finishBeforeLeaving();
    try {
      await api.session.signOut({});
    } catch (error) {
      const problem = readProblem(error);
      // Without the server the session would live on behind the sign-in page.
      if (problem.status !== 401) return say(problem.sentence, 'failed');
    }
    dropLocalDrafts(me.id);
    dropUploads();
    queryClient.clear();
    await navigate({ to: '/sign-in', search: {} });
  };
  return (
    <header className={styles.top} data-print="no">
      <button type="button" className={styles.find} onClick={onSearch} aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span className="el">{m.search_placeholder()}</span>
        <Key>Ctrl K</Key>
      </button>
      <MenuTrigger>
        <AriaButton className={styles.purpose}>
          <Icon name="eye" />
          <span className={styles.wide}>{m.purpose_label()}</span>
          <b>{purpose ? purposeWord(purpose) : m.purpose_of_page()}</b>
          <Icon name="down" />
        </AriaButton>
        <Popover className={`float ${styles.menu}`}>
          <Menu aria-label={m.purpose_label()} onAction={(key) => choosePurpose(key === 'page' ? undefined : String(key))}>
            <MenuItem id="page">{m.purpose_of_page()}</MenuItem>
            {me.purposes.map((each) => (
              <MenuItem key={each} id={each}>
                {purposeWord(each)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <span className="sp" />
      {deadline && (
        <span className={`row t-s ${styles.wide}`}>
          <span className="i3 el">{m.nearest_deadline()}</span>
          <Clock start={deadline.start} due={deadline.due} layout="inline" />
          <Link to={deadline.to} className="el">
            {deadline.name}
          </Link>
        </span>
      )}
      <Bell />
      <MenuTrigger>
        <AriaButton className={styles.who}>
          <b>{me.name}</b>
          <span className={styles.wide}> {[jobTitle(me.title), label(me.unit?.name)].filter(Boolean).join('·')}</span>
          <span className="vh">{m.menu()}</span>
          <Icon name="down" />
        </AriaButton>
        <Popover className={`float ${styles.menu}`}>
          <Menu
            aria-label={m.person_menu({ name: me.name })}
            onAction={(key) => (key === 'out' ? void signOut() : void navigate({ to: '/account' }))}
          >
            <MenuItem id="account">{m.my_account()}</MenuItem>
            <MenuItem id="out">{m.sign_out()}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <button type="button" className={styles.help} onClick={onKeys} aria-label={m.keys_title()} aria-keyshortcuts="?">
        <Key>?</Key>
      </button>
    </header>
  );
}
