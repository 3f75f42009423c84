// Tying an authenticator to the account: its secret as a picture, as a link and as text, the backup codes once; it counts when its code was right.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { m } from '../../words/index.ts';
import styles from './SecondFactor.module.css';

export type Begun = Awaited<ReturnType<typeof api.session.totpStart>>;

/** The steps after the password was right. */
export function EnrolAuthenticator({ begun, onDone }: { begun: Begun; onDone: () => void }) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const confirm = useWrite(api.session.totpConfirm, {
    done: m.second_factor_on(),
    onDone,
    onProblem: ({ sentence }) => {
      setProblem(sentence);
      return true;
    },
  });
  const secret = new URL(begun.uri).searchParams.get('secret') ?? '';
  return (
    <>
      <p>{m.second_factor_scan()}</p>
      <div className={styles.enrol}>
        <QrCode text={begun.uri} label={m.second_factor_qr()} />
        <div className="stack">
          <p>
            <a href={begun.uri}>{m.second_factor_open()}</a>
          </p>
          <p className="i2">{m.second_factor_type()}</p>
          <code className={styles.secret}>{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
        </div>
      </div>
      <p>{m.backup_codes()}</p>
      <ul className={styles.codes}>
        {begun.backupCodes.map((each) => (
          <li key={each}>
            <code>{each}</code>
          </li>
        ))}
      </ul>
      <TextInput
        label={m.one_time_code()}
        value={code}
        error={problem}
        autoComplete="one-time-code"
        onChange={(next) => {
          setProblem(undefined);
          setCode(next);
        }}
      />
      <div className="row">
        <Button
          tone="primary"
          busy={confirm.busy}
          disabled={code.replace(/\s/g, '').length < 6}
          onClick={() => confirm.run({ code: code.replace(/\s/g, '') })}
        >
          {m.confirm()}
        </Button>
        <Button onClick={onDone}>{m.cancel()}</Button>
      </div>
    </>
  );
}
