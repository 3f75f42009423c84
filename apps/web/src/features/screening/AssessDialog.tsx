// Confirm or correct what was reported; the triage rules read it again. The band may be set by a person, with a reason.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWriteWhenBack } from '../../client/write-when-back.ts';
import { FormNote } from '../../drafts/FormNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldGroup } from '../../ui/Field.tsx';
import { CheckList, OptionRow, SelectInput, TextArea, thereIsChoices } from '../../ui/inputs.tsx';
import { bandWord } from '../../ui/Ladder.tsx';
import { m } from '../../words/index.ts';
import { type PersonRole, personRoleChoices } from '../../words/person-role.ts';
import { useFormChoicesForDesk } from './desk-choices.ts';
import type { DeskReport } from './queries.ts';
import styles from './Screening.module.css';

type YesNo = 'yes' | 'no' | 'unknown';
type Roles = Readonly<Record<string, PersonRole>>;
type Assessment = { roles: Roles; grounds: string[]; needs: string[]; danger: YesNo; children: YesNo; band: string; reason: string };
const asYesNo = (text: string): YesNo => (text === 'yes' || text === 'no' ? text : 'unknown');

/** The dialog. */
export function AssessDialog({ report, onClose }: { report: DeskReport; onClose: () => void }) {
  const choices = useFormChoicesForDesk();
  const [reported] = useState(
    (): Assessment => ({
      roles: {},
      grounds: report.grounds.map((each) => each.code),
      needs: report.needs.map((each) => each.code),
      danger: asYesNo(report.immediateDanger),
      children: asYesNo(report.childrenInHome),
      band: '',
      reason: '',
    }),
  );
  const { value, change, state, savedAt, drop } = useDraft<Assessment>(`assess.${report.id}`, reported);
  const { roles, grounds, needs, danger, children, band, reason } = value;
  const roleOf = (person: DeskReport['persons'][number]) => roles[person.id] ?? person.role;
  const write = useWriteWhenBack(api.screening.assess, {
    done: m.assessed(),
    onDone: () => {
      drop();
      onClose();
    },
  });
  const put = (more: Partial<Assessment>) => {
    write.back.stop();
    change({ ...value, ...more });
  };
  const save = () =>
    write.run({
      reportId: report.id,
      version: report.version,
      grounds,
      needs,
      immediateDanger: danger,
      childrenInHome: children,
      persons: report.persons.filter((each) => roleOf(each) !== each.role).map((each) => ({ id: each.id, role: roleOf(each) })),
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
          <FormNote state={state} savedAt={savedAt} waiting={write.back.waiting} onStop={write.back.stop} />
          <span className="sp" />
          <Button onClick={onClose}>{m.keep_and_close()}</Button>
          <Button tone="primary" busy={write.busy} disabled={band !== '' && reason.trim() === ''} onClick={save}>
            {m.save()}
          </Button>
        </>
      }
    >
      <FieldGroup label={m.roles_of_persons()} error={write.problem?.fields.persons}>
        <div className={styles.roles}>
          {report.persons.map((person) => (
            <SelectInput
              key={person.id}
              label={person.name ?? m.unnamed()}
              value={roleOf(person)}
              choices={personRoleChoices()}
              onChange={(next) =>
                put({ roles: { ...roles, [person.id]: personRoleChoices().find((each) => each.value === next)?.value ?? person.role } })
              }
            />
          ))}
        </div>
      </FieldGroup>
      <CheckList label={m.grounds()} value={grounds} onChange={(next) => put({ grounds: next })} choices={choices.grounds} />
      <CheckList label={m.needs()} value={needs} onChange={(next) => put({ needs: next })} choices={choices.needs} />
      <OptionRow label={m.danger_now()} value={danger} onChange={(next) => put({ danger: asYesNo(next) })} choices={thereIsChoices()} />
      <OptionRow
        label={m.children_home()}
        value={children}
        onChange={(next) => put({ children: asYesNo(next) })}
        choices={thereIsChoices()}
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
