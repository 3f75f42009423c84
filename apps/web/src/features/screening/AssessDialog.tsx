// Confirm or correct what was reported; the triage rules read it again. The band may be set by a person, with a reason.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CheckList, OptionRow, TextArea, yesNoChoices } from '../../ui/inputs.tsx';
import { bandWord } from '../../ui/Ladder.tsx';
import { m } from '../../words/index.ts';
import { useFormChoicesForDesk } from './desk-choices.ts';
import type { DeskReport } from './queries.ts';

type YesNo = 'yes' | 'no' | 'unknown';
const asYesNo = (text: string): YesNo => (text === 'yes' || text === 'no' ? text : 'unknown');

/** The dialog. */
export function AssessDialog({ report, onClose }: { report: DeskReport; onClose: () => void }) {
  const choices = useFormChoicesForDesk();
  const [grounds, setGrounds] = useState(report.grounds.map((each) => each.code));
  const [needs, setNeeds] = useState(report.needs.map((each) => each.code));
  const [danger, setDanger] = useState(asYesNo(report.immediateDanger));
  const [children, setChildren] = useState(asYesNo(report.childrenInHome));
  const [band, setBand] = useState('');
  const [reason, setReason] = useState('');
  const write = useWrite(api.screening.assess, { done: m.assessed(), onDone: onClose });
  const save = () =>
    write.run({
      reportId: report.id,
      version: report.version,
      grounds,
      needs,
      immediateDanger: danger,
      childrenInHome: children,
      band: band ? { value: band as DeskReport['band'], reason } : null,
    });
  return (
    <Dialog
      title={m.assess_confirm()}
      open
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button tone="primary" busy={write.busy} disabled={band !== '' && reason.trim() === ''} onClick={save}>
            {m.save()}
          </Button>
        </>
      }
    >
      <CheckList label={m.grounds()} value={grounds} onChange={setGrounds} choices={choices.grounds} />
      <CheckList label={m.needs()} value={needs} onChange={setNeeds} choices={choices.needs} />
      <OptionRow label={m.danger_now()} value={danger} onChange={(next) => setDanger(asYesNo(next))} choices={yesNoChoices()} />
      <OptionRow label={m.children_home()} value={children} onChange={(next) => setChildren(asYesNo(next))} choices={yesNoChoices()} />
      <OptionRow
        label={m.band_by_person()}
        value={band}
        onChange={setBand}
        choices={[
          { value: '', label: m.by_rule() },
          ...(['low', 'medium', 'high', 'extreme'] as const).map((each) => ({ value: each, label: bandWord(each) })),
        ]}
      />
      {band !== '' && <TextArea label={m.reason()} required rows={2} maxLength={400} value={reason} onChange={setReason} />}
    </Dialog>
  );
}
