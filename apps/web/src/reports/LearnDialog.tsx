// Somebody of the report was asked about by telephone: one fact is taken down with who said it, and the person is matched again with it. The report's own words stay.
import type { InputOf, OutputOf } from '@anwang/contract';
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWriteWhenBack } from '../client/write-when-back.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { FormDialog } from '../frame/FormDialog.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { CheckBox, OptionRow, SelectInput, TextInput } from '../ui/inputs.tsx';
import { Skeleton } from '../ui/states.tsx';
import { m } from '../words/index.ts';
import {
  type BackReason,
  backReasonChoices,
  contactKinds,
  type Fact,
  kindWord,
  type LearnedKind,
  learnedKindChoices,
  learnedSentence,
  saidByChoices,
  valueToCorrect,
} from './learned-words.ts';

type Report = Pick<OutputOf<'screening', 'report'>, 'id' | 'version'>;
type Person = OutputOf<'screening', 'report'>['persons'][number];
type SaidBy = InputOf<'screening', 'learn'>['saidBy'];
type Form = { kind: LearnedKind; value: string; saidBy: SaidBy; hidden: boolean; why: BackReason };

/** What stands at first: a fact that is corrected as it was taken down; a number is shown masked, so it is typed again. */
const startOf = (person: Person, corrects: Fact | null): Form =>
  corrects === null
    ? { kind: person.name === null ? 'name' : 'birthYear', value: '', saidBy: 'reporter', hidden: false, why: 'mistyped' }
    : { kind: corrects.kind, value: valueToCorrect(corrects), saidBy: corrects.saidBy, hidden: corrects.hidden, why: 'mistyped' };

type Props = {
  report: Report;
  person: Person;
  /** The fact that was taken down wrongly; null: one fact more. */
  corrects: Fact | null;
  onClose: () => void;
};

/** The dialog. */
export function LearnDialog({ report, person, corrects, onClose }: Props) {
  const [start] = useState(() => startOf(person, corrects));
  const { value: form, change, state, savedAt, drop } = useDraft<Form>(`learn.${report.id}.${corrects?.id ?? person.id}`, start);
  const learn = useWriteWhenBack(api.screening.learn, {
    done: m.learned_done(),
    onDone: () => {
      drop();
      onClose();
    },
  });
  const errors = learn.problem?.fields ?? {};
  const put = (more: Partial<Form>) => {
    learn.back.stop();
    change({ ...form, ...more });
  };
  const contact = contactKinds.has(form.kind);
  const frame = { label: corrects === null ? m.learned_value() : kindWord(form.kind), required: true, error: errors.value };
  return (
    <FormDialog
      title={(corrects === null ? m.learned_title : m.learned_correct_title)({ name: person.name ?? m.unnamed() })}
      action={corrects === null ? m.learned_send() : m.learned_correct_send()}
      busy={learn.busy}
      ready={form.value.trim() !== ''}
      draft={{ state, savedAt }}
      back={learn.back}
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
          insteadOf: corrects && { factId: corrects.id, why: form.why },
        })
      }
    >
      {state === 'loading' ? (
        <Skeleton lines={4} />
      ) : (
        <>
          <p className="i2">{corrects === null ? m.learned_note() : m.learned_correct_note({ was: learnedSentence(corrects) })}</p>
          {corrects === null ? (
            <OptionRow
              label={m.learned_kind()}
              value={form.kind}
              choices={learnedKindChoices()}
              onChange={(next) => put({ kind: learnedKindChoices().find((each) => each.value === next)?.value ?? form.kind, value: '' })}
            />
          ) : (
            <OptionRow
              label={m.learned_back_why()}
              value={form.why}
              choices={backReasonChoices()}
              onChange={(next) => put({ why: backReasonChoices().find((each) => each.value === next)?.value ?? form.why })}
            />
          )}
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
