// Where a family is seen one may withdraw from it (迴避), with the ground of law; from then on others work on it.
import { type RecusalGround, recusalGroundIds, recusalGrounds } from '@anwang/core/access';
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { FormDialog } from '../frame/FormDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { OptionRow } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';
import { useLabel } from '../words/label.ts';

type Thing = { readonly kind: 'case' | 'report'; readonly id: string };

/** The press, with its question. */
export function Recuse({ thing }: { thing: Thing }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button tone="bare" size="small" onClick={() => setAsking(true)}>
        {m.recuse()}
      </Button>
      {asking && <RecuseDialog thing={thing} onClose={() => setAsking(false)} />}
    </>
  );
}

function RecuseDialog({ thing, onClose }: { thing: Thing; onClose: () => void }) {
  const label = useLabel();
  const [ground, setGround] = useState('');
  const done = { done: m.recuse_done(), onDone: onClose };
  const fromCase = useWrite(api.recusals.fromCase, done);
  const fromReport = useWrite(api.recusals.fromReport, done);
  const known = (id: string): RecusalGround | undefined => recusalGroundIds.find((each) => each === id);
  const send = () => {
    const chosen = known(ground);
    if (chosen === undefined) return;
    if (thing.kind === 'case') fromCase.run({ caseId: thing.id, ground: chosen });
    else fromReport.run({ reportId: thing.id, ground: chosen });
  };
  return (
    <FormDialog
      title={m.recuse()}
      action={m.recuse()}
      busy={fromCase.busy || fromReport.busy}
      ready={known(ground) !== undefined}
      onClose={onClose}
      onSend={send}
    >
      <p>{thing.kind === 'case' ? m.recuse_what_case() : m.recuse_what_report()}</p>
      <OptionRow
        label={m.recuse_ground()}
        required
        value={ground}
        choices={recusalGroundIds.map((id) => ({ value: id, label: label(recusalGrounds[id].label), note: recusalGrounds[id].law }))}
        onChange={setGround}
      />
    </FormDialog>
  );
}
