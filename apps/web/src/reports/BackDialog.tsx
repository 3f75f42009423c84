// A fact was taken down wrongly: it is taken back with why, stays to be read as such, and the person is matched again without it.
import type { OutputOf } from '@anwang/contract';
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWriteWhenBack } from '../client/write-when-back.ts';
import { FormDialog } from '../frame/FormDialog.tsx';
import { OptionRow } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';
import { type BackReason, backReasonChoices, type Fact, learnedSentence } from './learned-words.ts';

type Report = Pick<OutputOf<'screening', 'report'>, 'id' | 'version'>;

/** The dialog. */
export function BackDialog({ report, fact, onClose }: { report: Report; fact: Fact; onClose: () => void }) {
  const [why, setWhy] = useState<BackReason>('mistyped');
  const unlearn = useWriteWhenBack(api.screening.unlearn, { done: m.learned_back_done(), onDone: onClose });
  return (
    <FormDialog
      title={m.learned_back_title()}
      action={m.learned_back_send()}
      busy={unlearn.busy}
      ready
      back={unlearn.back}
      onClose={onClose}
      onSend={() => unlearn.run({ reportId: report.id, factId: fact.id, version: report.version, why })}
    >
      <p>
        <b>{learnedSentence(fact)}</b>
      </p>
      <p className="i2">{m.learned_back_note()}</p>
      {fact.hidden && <p className="i2">{m.learned_back_hidden()}</p>}
      <OptionRow
        label={m.learned_back_why()}
        value={why}
        choices={backReasonChoices()}
        onChange={(next) => {
          unlearn.back.stop();
          setWhy(backReasonChoices().find((each) => each.value === next)?.value ?? why);
        }}
      />
    </FormDialog>
  );
}
