// Somebody calls again, or the desk learns something: it is added to the report, and may raise its band at once.
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWriteWhenBack } from '../client/write-when-back.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { FormDialog } from '../frame/FormDialog.tsx';
import { CheckBox, TextArea, TextInput } from '../ui/inputs.tsx';
import { Skeleton } from '../ui/states.tsx';
import { say } from '../ui/toast.tsx';
import { m } from '../words/index.ts';

/** The dialog. */
export function AddEvidenceDialog({ report, onClose }: { report: { id: string; number: string }; onClose: () => void }) {
  const [nothing] = useState({ text: '', danger: false, source: '' });
  const { value, change, state, savedAt, drop } = useDraft(`addition.${report.id}`, nothing);
  const add = useWriteWhenBack(api.intake.add, {
    onDone: ({ raised }) => {
      say(raised ? m.addition_raised() : m.addition_sent());
      drop();
      onClose();
    },
  });
  const errors = add.problem?.fields ?? {};
  const put = (more: Partial<typeof value>) => {
    add.back.stop();
    change({ ...value, ...more });
  };
  return (
    <FormDialog
      title={m.addition_title({ number: report.number })}
      action={m.addition_send()}
      busy={add.busy}
      ready={value.text.trim() !== ''}
      draft={{ state, savedAt }}
      back={add.back}
      onClose={onClose}
      onSend={() => add.run({ reportId: report.id, text: value.text, immediateDanger: value.danger, source: value.source || null })}
    >
      {state === 'loading' ? (
        <Skeleton lines={5} />
      ) : (
        <>
          <TextArea
            label={m.addition_label()}
            required
            rows={5}
            maxLength={4000}
            value={value.text}
            onChange={(text) => put({ text })}
            error={errors.text}
          />
          <TextInput
            label={m.addition_source()}
            maxLength={80}
            value={value.source}
            onChange={(source) => put({ source })}
            error={errors.source}
          />
          <CheckBox label={m.addition_danger()} checked={value.danger} onChange={(danger) => put({ danger })} />
        </>
      )}
    </FormDialog>
  );
}
