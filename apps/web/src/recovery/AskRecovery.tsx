// Asking that somebody's lost password or device be mended: who, what, and how one knows that it is the holder who wants it. Somebody else confirms.
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { OptionRow, TextInput } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';
import { HalfNote, type Recovery } from './HalfNote.tsx';
import { isPart, isWay, partChoices, wayChoices } from './recovery-words.ts';

type Props = { userName?: string; secondFactor?: boolean; onClose: () => void };

/** The question, and then the own half and what comes next. `userName` is asked for where it is not given. */
export function AskRecovery({ userName, secondFactor = true, onClose }: Props) {
  const [form, setForm] = useState({ userName: userName ?? '', what: secondFactor ? '' : 'password', how: '' });
  const [asked, setAsked] = useState<Recovery | undefined>(undefined);
  const ask = useWrite(api.recoveries.ask, { onDone: setAsked });
  const { what, how } = form;
  if (asked)
    return (
      <Dialog title={m.recovery_asked()} open onClose={onClose}>
        <p>{m.recovery_asked_more({ name: asked.account.name })}</p>
        <HalfNote half={asked.half} />
      </Dialog>
    );
  return (
    <Dialog
      title={m.recovery_ask()}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.close()}</Button>
          <Button
            tone="primary"
            busy={ask.busy}
            disabled={form.userName.trim() === '' || !isPart(what) || !isWay(how)}
            onClick={() => isPart(what) && isWay(how) && ask.run({ userName: form.userName.trim(), what, recognised: how })}
          >
            {m.recovery_ask()}
          </Button>
        </>
      }
    >
      <p className="i2">{m.recovery_rule()}</p>
      {userName === undefined && (
        <TextInput
          label={m.user_name()}
          required
          value={form.userName}
          onChange={(next) => setForm({ ...form, userName: next })}
          error={ask.problem?.fields.userName}
        />
      )}
      <OptionRow
        label={m.recovery_what()}
        value={what}
        choices={partChoices(secondFactor)}
        onChange={(next) => setForm({ ...form, what: next })}
      />
      <OptionRow label={m.recovery_how()} value={how} choices={wayChoices()} onChange={(next) => setForm({ ...form, how: next })} />
    </Dialog>
  );
}
