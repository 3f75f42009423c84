// The second factor of the own account: on or off, each asked with the password.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { Section } from '../../ui/Section.tsx';
import { m } from '../../words/index.ts';
import { type Begun, EnrolAuthenticator } from './EnrolAuthenticator.tsx';

/** Turns the second factor on or off. */
export function SecondFactor({ on }: { on: boolean }) {
  const [password, setPassword] = useState('');
  const [begun, setBegun] = useState<Begun | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const onProblem = ({ sentence }: { sentence: string }) => {
    setProblem(sentence);
    return true;
  };
  const start = useWrite(api.session.totpStart, {
    refresh: [],
    onProblem,
    onDone: (answer) => {
      setPassword('');
      setBegun(answer);
    },
  });
  const stop = useWrite(api.session.totpStop, { done: m.second_factor_stopped(), onProblem, onDone: () => setPassword('') });
  const press = () => {
    setProblem(undefined);
    if (on) stop.run({ password });
    else start.run({ password });
  };
  return (
    <section className="stack">
      <Section
        as="h2"
        title={m.second_factor()}
        end={on ? <Badge tone="normal">{m.second_factor_on()}</Badge> : <Badge>{m.second_factor_off()}</Badge>}
      />
      {begun ? (
        <EnrolAuthenticator begun={begun} onDone={() => setBegun(undefined)} />
      ) : (
        <>
          <p className="i2">{m.second_factor_why()}</p>
          <TextInput
            label={m.password_now()}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={problem}
          />
          <div>
            <Button disabled={password === ''} busy={start.busy || stop.busy} onClick={press}>
              {on ? m.second_factor_stop() : m.second_factor_start()}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
