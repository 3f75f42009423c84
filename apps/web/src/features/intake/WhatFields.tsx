// What happened, when, where, how dangerous it is now: the same questions on the public page and at the hotline desk.

import { DateInput } from '../../ui/DateInput.tsx';
import { CheckList, OptionRow, SelectInput, TextArea, TextInput, thereIsChoices } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { type FormChoices, toChoices, toKnownChoices } from './form-choices.ts';
import styles from './Report.module.css';
import type { ReportDraft, YesNo } from './report-draft.ts';

type Props = { draft: ReportDraft; onChange: (next: ReportDraft) => void; choices: FormChoices; errors: Readonly<Record<string, string>> };

/** The questions about the event. */
export function WhatFields({ draft, onChange, choices, errors }: Props) {
  const put = (more: Partial<ReportDraft>) => onChange({ ...draft, ...more });
  return (
    <div className={styles.person}>
      <OptionRow
        label={m.report_children()}
        value={draft.childrenInHome}
        onChange={(next) => put({ childrenInHome: next as YesNo })}
        choices={thereIsChoices()}
        hint={m.report_unknown_is_answer()}
      />
      <TextArea
        label={m.report_narrative()}
        required
        rows={5}
        maxLength={8000}
        value={draft.narrative}
        onChange={(narrative) => put({ narrative })}
        hint={m.report_narrative_hint()}
        error={errors.narrative}
      />
      <OptionRow
        label={m.report_danger()}
        value={draft.immediateDanger}
        onChange={(next) => put({ immediateDanger: next as YesNo })}
        choices={thereIsChoices()}
      />
      <DateInput
        label={m.report_when()}
        past
        value={draft.occurredOn}
        onChange={(occurredOn) => put({ occurredOn })}
        error={errors.occurredOn}
      />
      <SelectInput
        label={m.report_place_kind()}
        value={draft.placeKind}
        onChange={(placeKind) => put({ placeKind })}
        choices={toKnownChoices(choices.placeKinds)}
        empty={m.unknown()}
      />
      <TextInput label={m.report_place()} value={draft.place} maxLength={200} onChange={(place) => put({ place })} error={errors.place} />
      <details className={styles.more}>
        <summary>{m.report_grounds()}</summary>
        <CheckList
          label={m.report_grounds_hint()}
          value={draft.grounds}
          onChange={(grounds) => put({ grounds })}
          choices={toChoices(choices.grounds)}
        />
        <CheckList label={m.report_needs()} value={draft.needs} onChange={(needs) => put({ needs })} choices={toChoices(choices.needs)} />
      </details>
    </div>
  );
}
