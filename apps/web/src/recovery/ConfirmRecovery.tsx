// The second person: sees what was asked and by whom, says how the holder was recognised, and is then shown the other half.
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { OptionRow } from '../ui/inputs.tsx';
import { formatMoment, m } from '../words/index.ts';
import { HalfNote, type Recovery } from './HalfNote.tsx';
import { isWay, partWord, wayChoices, wayWord } from './recovery-words.ts';

/** The question, and then what to tell the holder. */
export function ConfirmRecovery({ recovery, onClose }: { recovery: Recovery; onClose: () => void }) {
  const [how, setHow] = useState('');
  const [done, setDone] = useState<Recovery | undefined>(undefined);
  const confirm = useWrite(api.recoveries.confirm, { onDone: setDone });
  const name = recovery.account.name;
  if (done)
    return (
      <Dialog title={m.recovery_confirmed()} open onClose={onClose}>
        <p>{done.what === 'secondFactor' ? m.recovery_done_factor({ name }) : m.recovery_done_password({ name })}</p>
        <HalfNote half={done.half} />
      </Dialog>
    );
  return (
    <Dialog
      title={m.recovery_confirm()}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.close()}</Button>
          <Button
            tone="primary"
            busy={confirm.busy}
            disabled={!isWay(how)}
            onClick={() => isWay(how) && confirm.run({ recoveryId: recovery.id, recognised: how })}
          >
            {m.recovery_confirm()}
          </Button>
        </>
      }
    >
      <p>
        <b>{name}</b>（{recovery.account.userName}）{m.clause_mark()}
        {partWord(recovery.what)}
      </p>
      <p className="i2">
        {m.recovery_asked_by({
          name: recovery.askedBy ?? m.recovery_machine(),
          time: formatMoment(recovery.askedAt),
          how: wayWord(recovery.askedHow),
        })}
      </p>
      <p>{m.recovery_confirm_more({ name })}</p>
      <OptionRow label={m.recovery_how()} value={how} choices={wayChoices()} onChange={setHow} />
    </Dialog>
  );
}
