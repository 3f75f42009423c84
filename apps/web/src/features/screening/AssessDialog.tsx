// Confirm or correct what was reported; the triage rules read it again. The band may be set by a person, with a reason.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CheckList, OptionRow, TextArea, yesNoChoices } from '../../ui/inputs.tsx';
import { bandWord } from '../../ui/Ladder.tsx';
import { m } from '../../words/index.ts';
import { useFormChoicesForDesk } from './desk-choices.ts';
import type { DeskReport } from './queries.ts';

type YesNo = 'yes' | 'no' | 'unknown';
type Assessment = { grounds: string[]; needs: string[]; danger: YesNo; children: YesNo; band: string; reason: string };
const asYesNo = (text: string): YesNo => (text === 'yes' || text === 'no' ? text : 'unknown');

/** The dialog. */
export function AssessDialog({ report, onClose }: { report: DeskReport; onClose: () => void }) {
  const choices = useFormChoicesForDesk();
  const [reported] = useState(
    (): Assessment => ({
      grounds: report.grounds.map((each) => each.code),
      needs: report.needs.map((each) => each.code),
      danger: asYesNo(report.immediateDanger),
      children: asYesNo(report.childrenInHome),
      band: '',
      reason: '',
    }),
  );
  const { value, change, state, savedAt, drop } = useDraft<Assessment>(`assess.${report.id}`, reported);
  const { grounds, needs, danger, children, band, reason } = value;
  const put = (more: Partial<Assessment>) => change({ ...value, ...more });
  const write = useWrite(api.screening.assess, {
    done: m.assessed(),
    onDone: () => {
      drop();
      onClose();
    },
  });
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
          <DraftNote state={state} savedAt={savedAt} />
          <span className="sp" />
          <Button onClick={onClose}>{m.keep_and_close()}</Button>
          <Button tone="primary" busy={write.busy} disabled={band !== '' && reason.trim() === ''} onClick={save}>
            {m.save()}
          </Button>
        </>
      }
    >
      <CheckList label={m.grounds()} value={grounds} onChange={(next) => put({ grounds: next })} choices={choices.grounds} />
      <CheckList label={m.needs()} value={needs} onChange={(next) => put({ needs: next })} choices={choices.needs} />
      <OptionRow label={m.danger_now()} value={danger} onChange={(next) => put({ danger: asYesNo(next) })} choices={yesNoChoices()} />
      <OptionRow
        label={m.children_home()}
        value={children}
        onChange={(next) => put({ children: asYesNo(next) })}
        choices={yesNoChoices()}
      />
      <OptionRow
        label={m.band_by_person()}
        value={band}
        onChange={(next) => put({ band: next })}
        choices={[
          { value: '', label: m.by_rule() },
          ...(['low', 'medium', 'high', 'extreme'] as const).map((each) => ({ value: each, label: bandWord(each) })),
        ]}
      />
      {band !== '' && (
        <TextArea label={m.reason()} required rows={2} maxLength={400} value={reason} onChange={(next) => put({ reason: next })} />
      )}
    </Dialog>
  );
}
