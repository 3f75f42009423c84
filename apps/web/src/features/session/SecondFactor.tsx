// The second factor: the secret for the authenticator as text and as a link, backup codes once, proved before it counts.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { Section } from '../../ui/Section.tsx';
import { m } from '../../words/index.ts';

type Begun = Awaited<ReturnType<typeof api.session.totpStart>>;

/** Turns the second factor on or off. */
export function SecondFactor({ on }: { on: boolean }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [begun, setBegun] = useState<Begun | undefined>(undefined);
  const start = useWrite(api.session.totpStart, { refresh: [], onDone: setBegun });
  const confirm = useWrite(api.session.totpConfirm, { done: m.second_factor_on(), onDone: () => setBegun(undefined) });
  const stop = useWrite(api.session.totpStop, { done: m.second_factor_off(), onDone: () => setPassword('') });
  const secret = begun ? new URL(begun.uri).searchParams.get('secret') : null;
  return (
    <section className="stack">
      <Section
        as="h2"
        title={m.second_factor()}
        end={on ? <Badge tone="normal">{m.second_factor_on()}</Badge> : <Badge>{m.second_factor_off()}</Badge>}
      />
      {begun ? (
        <>
          <p>{m.second_factor_scan()}</p>
          <p>
            <a href={begun.uri}>{m.second_factor_open()}</a>
          </p>
          <p>
            <code>{secret}</code>
          </p>
          <p>{m.backup_codes()}</p>
          <p>
            <code>{begun.backupCodes.join('  ')}</code>
          </p>
          <TextInput label={m.one_time_code()} value={code} onChange={setCode} autoComplete="one-time-code" />
          <div>
            <Button
              tone="primary"
              busy={confirm.busy}
              disabled={code.length < 6}
              onClick={() => confirm.run({ code: code.replace(/\s/g, '') })}
            >
              {m.confirm()}
            </Button>
          </div>
        </>
      ) : (
        <>
          <TextInput label={m.password_now()} type="password" autoComplete="current-password" value={password} onChange={setPassword} />
          <div>
            {on ? (
              <Button disabled={password === ''} busy={stop.busy} onClick={() => stop.run({ password })}>
                {m.second_factor_stop()}
              </Button>
            ) : (
              <Button disabled={password === ''} busy={start.busy} onClick={() => start.run({ password })}>
                {m.second_factor_start()}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
