// Somebody of the report was asked about by telephone: one fact is taken down with who said it, and the person is matched again with it. The report's own words stay.
import type { InputOf, OutputOf } from '@anwang/contract';
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { FormDialog } from '../frame/FormDialog.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { CheckBox, OptionRow, SelectInput, TextInput } from '../ui/inputs.tsx';
import { Skeleton } from '../ui/states.tsx';
import { m } from '../words/index.ts';
import { contactKinds, type LearnedKind, learnedKindChoices, saidByChoices } from './learned-words.ts';

type Report = Pick<OutputOf<'screening', 'report'>, 'id' | 'version'>;
type Person = OutputOf<'screening', 'report'>['persons'][number];
type SaidBy = InputOf<'screening', 'learn'>['saidBy'];
type Form = { kind: LearnedKind; value: string; saidBy: SaidBy; hidden: boolean };

/** The dialog. */
export function LearnDialog({ report, person, onClose }: { report: Report; person: Person; onClose: () => void }) {
  const [start] = useState(
    (): Form => ({ kind: person.name === null ? 'name' : 'birthYear', value: '', saidBy: 'reporter', hidden: false }),
  );
  const { value: form, change, state, savedAt, drop } = useDraft<Form>(`learn.${report.id}.${person.id}`, start);
  const learn = useWrite(api.screening.learn, {
    done: m.learned_done(),
    onDone: () => {
      drop();
      onClose();
    },
  });
  const errors = learn.problem?.fields ?? {};
  const put = (more: Partial<Form>) => change({ ...form, ...more });
  const contact = contactKinds.has(form.kind);
  const frame = { label: m.learned_value(), required: true, error: errors.value };
  return (
    <FormDialog
      title={m.learned_title({ name: person.name ?? m.unnamed() })}
      action={m.learned_send()}
      busy={learn.busy}
      ready={form.value.trim() !== ''}
      draft={{ state, savedAt }}
      onClose={onClose}
      onSend={() =>
        learn.run({
          reportId: report.id,
          reportPersonId: person.id,
          version: report.version,
          kind: form.kind,
          value: form.value,
          saidBy: form.saidBy,
          hidden: contact && form.hidden,
        })
      }
    >
      {state === 'loading' ? (
        <Skeleton lines={4} />
      ) : (
        <>
          <p className="i2">{m.learned_note()}</p>
          <OptionRow
            label={m.learned_kind()}
            value={form.kind}
            choices={learnedKindChoices()}
            onChange={(next) => put({ kind: learnedKindChoices().find((each) => each.value === next)?.value ?? form.kind, value: '' })}
          />
          {form.kind === 'birthDate' ? (
            <DateInput {...frame} past value={form.value === '' ? null : form.value} onChange={(day) => put({ value: day ?? '' })} />
          ) : (
            <TextInput
              {...frame}
              type={form.kind === 'phone' ? 'tel' : 'text'}
              maxLength={200}
              placeholder={form.kind === 'birthYear' ? m.learned_year_example() : undefined}
              value={form.value}
              onChange={(value) => put({ value })}
            />
          )}
          <SelectInput
            label={m.learned_said_by()}
            value={form.saidBy}
            choices={saidByChoices()}
            onChange={(next) => put({ saidBy: saidByChoices().find((each) => each.value === next)?.value ?? form.saidBy })}
          />
          {contact && (
            <CheckBox label={m.learned_hidden()} checked={form.hidden || person.contactsHidden} onChange={(hidden) => put({ hidden })} />
          )}
        </>
      )}
    </FormDialog>
  );
}
