// The own account: language, password, second factor, and where one is signed in.
import { PASSWORD_MIN } from '@anwang/contract/shapes';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { OptionRow, TextInput } from '../../ui/inputs.tsx';
import { Section } from '../../ui/Section.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatMoment, type Language, m, setLanguage, useLanguage } from '../../words/index.ts';
import { useJobTitle } from '../../words/job-title.ts';
import { deviceWords } from './device-words.ts';
import { OwnFamily } from './OwnFamily.tsx';
import { OwnRecoveries } from './OwnRecoveries.tsx';
import { SecondFactor } from './SecondFactor.tsx';

/** The account page. */
export function AccountPage() {
  const me = useMe();
  const language = useLanguage();
  const jobTitle = useJobTitle();
  const keep = useWrite(api.session.setLocale, { refresh: [] });
  const choose = (next: string) => {
    const locale: Language = next === 'en' ? 'en' : 'zh-TW';
    keep.run({ locale });
    setLanguage(locale);
  };
  return (
    <div className="page">
      <h1>{m.my_account()}</h1>
      <div className="stack" style={{ maxWidth: 720 }}>
        <p className="i2">
          {me.name}（{me.userName}）{me.title ? `${m.clause_mark()}${jobTitle(me.title)}` : ''}
        </p>
        {may(me, 'account.self') ? <OwnRecoveries /> : <p>{m.no_role_more()}</p>}
        {may(me, 'account.recover') && (
          <p>
            <Link to="/recoveries">{m.recoveries()}</Link> <span className="i3">{m.recoveries_for()}</span>
          </p>
        )}
        {may(me, 'recusal.lift') && (
          <p>
            <Link to="/recusals">{m.recusals()}</Link> <span className="i3">{m.recusals_for()}</span>
          </p>
        )}
        <OptionRow
          label={m.language()}
          value={language}
          choices={[
            { value: 'zh-TW', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={choose}
        />
        {may(me, 'account.self') && (
          <>
            <ChangePassword />
            <OwnFamily />
            <SecondFactor on={me.secondFactor} />
            <Sessions />
          </>
        )}
      </div>
    </div>
  );
}

function ChangePassword() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useWrite(api.session.changePassword, {
    done: m.password_changed(),
    onDone: () => {
      setCurrent('');
      setNext('');
    },
  });
  return (
    <section className="stack">
      <Section as="h2" title={m.change_password()} />
      <TextInput
        label={m.password_now()}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={change.problem?.fields.current}
      />
      <TextInput
        label={m.password_new()}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        hint={m.password_hint({ n: PASSWORD_MIN })}
        error={change.problem?.fields.next}
      />
      <div>
        <Button busy={change.busy} disabled={current === '' || next.length < PASSWORD_MIN} onClick={() => change.run({ current, next })}>
          {m.change_password()}
        </Button>
      </div>
    </section>
  );
}

function Sessions() {
  const sessions = useQuery({ queryKey: ['session', 'list'], queryFn: () => api.session.list({}) });
  const revoke = useWrite(api.session.revoke, { done: m.session_revoked() });
  return (
    <section>
      <Section as="h2" title={m.sessions()} />
      <Shown query={sessions}>
        {(data) => (
          <table className={tableStyles.table}>
            <tbody>
              {data.sessions.map((each) => (
                <tr key={each.id}>
                  <td>
                    <span title={each.device ?? undefined}>{deviceWords(each.device ?? '') ?? each.device ?? m.device_unknown()}</span>{' '}
                    {each.current && <Badge tone="teal">{m.this_session()}</Badge>}
                  </td>
                  <td className="i3">{m.signed_in_at({ time: formatMoment(each.createdAt) })}</td>
                  <td className="num">
                    {!each.current && (
                      <Button size="small" onClick={() => revoke.run({ sessionId: each.id })}>
                        {m.end_session()}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Shown>
    </section>
  );
}
