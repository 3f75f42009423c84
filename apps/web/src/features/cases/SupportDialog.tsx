// A call for support is made, taken up, or said to be over: one question each, answered with one press and, if there is time, a line of words.

import type { CaseCommand } from '@anwang/contract/shapes';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { OptionRow, TextInput } from '../../ui/inputs.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { Telephone } from '../../ui/Telephone.tsx';
import { m } from '../../words/index.ts';
import { supportEndWords } from '../../words/support.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';
import type { SupportAct } from './support-acts.ts';
import { useAct } from './use-act.ts';

type Props = { one: Workspace; type: SupportAct; callId?: string | undefined; planId?: string | undefined; onClose: () => void };

const words: Readonly<Record<SupportAct, () => { title: string; line: string; send: string; done: string }>> = {
  callSupport: () => ({ title: m.support_call(), line: m.support_line(), send: m.support_send(), done: m.support_sent() }),
  takeSupport: () => ({ title: m.support_take(), line: m.support_take_line(), send: m.support_take(), done: m.recorded() }),
  endSupport: () => ({ title: m.support_end(), line: m.support_end_line(), send: m.support_end(), done: m.recorded() }),
};

/** The question. Without `callId` it is about the first call that stands. */
export function SupportDialog({ one, type, callId, planId, onClose }: Props) {
  const [note, setNote] = useState('');
  const [how, setHow] = useState('safe');
  const [unsent, setUnsent] = useState(false);
  const { title, line, send, done } = words[type]();
  const write = useAct(one.id, {
    done,
    onDone: onClose,
    onProblem: (problem) => {
      setUnsent(problem.offline);
      return problem.offline;
    },
  });
  const about = callId ?? one.supports.find((call) => (type === 'takeSupport' ? call.takenBy === null && !call.own : call.mayEnd))?.id;
  const command = (): CaseCommand | undefined => {
    const text = note.trim() === '' ? null : note.trim();
    if (type === 'callSupport') return { type, planId: planId ?? null, note: text };
    if (about === undefined) return undefined;
    if (type === 'takeSupport') return { type, callId: about, note: text };
    return { type, callId: about, how: how === 'safe' ? 'safe' : how === 'mistake' ? 'mistake' : 'other', note: text };
  };
  const run = () => {
    const made = command();
    if (made === undefined) onClose();
    else write.run({ caseId: one.id, version: one.version, command: made });
  };
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button tone={type === 'callSupport' ? 'danger' : 'primary'} size="large" busy={write.busy} onClick={run}>
            {send}
          </Button>
        </>
      }
    >
      {type === 'callSupport' && (
        <>
          <p>{m.support_call_note()}</p>
          <p className={styles.danger}>
            <Shape meaning="urgent" />
            <span>
              {m.support_danger()} <Telephone number="110" />
            </span>
          </p>
        </>
      )}
      {type === 'endSupport' && <OptionRow label={m.support_how()} value={how} onChange={setHow} choices={supportEndWords()} />}
      <TextInput label={line} value={note} onChange={setNote} maxLength={200} />
      {unsent && (
        <p className={styles.danger} role="alert">
          <Shape meaning="urgent" />
          <span>
            {m.support_offline()}{' '}
            {one.leadTelephone && one.myRole !== 'lead' && <Telephone number={one.leadTelephone} of={one.leadName ?? undefined} />}
          </span>
        </p>
      )}
    </Dialog>
  );
}
