// The second step of the public report: who is in need, and what happened. A part of its own, with what it takes to enter a date and to show a rare name.
import { I18nProvider } from 'react-aria-components';
import { Button } from '../../ui/Button.tsx';
import '../../ui/rare-characters.css';
import { m, useLanguage } from '../../words/index.ts';
import type { FormChoices } from './form-choices.ts';
import { PersonFields } from './PersonFields.tsx';
import styles from './Report.module.css';
import { emptyPerson, type ReportDraft } from './report-draft.ts';
import { WhatFields } from './WhatFields.tsx';

type Props = {
  draft: ReportDraft;
  onChange: (next: ReportDraft) => void;
  choices: FormChoices;
  errors: Readonly<Record<string, string>>;
};

/** The persons of the report and what happened to them. */
export function StepSubjects({ draft, onChange, choices, errors }: Props) {
  return (
    <I18nProvider locale={useLanguage()}>
      {draft.persons.map((person, at) => (
        <section
          key={person.key}
          className={at > 0 ? styles.card : undefined}
          aria-label={at === 0 ? m.report_subject() : m.report_other({ n: at })}
        >
          <PersonFields
            person={person}
            at={at}
            choices={choices}
            errors={errors}
            onChange={(next) => onChange({ ...draft, persons: draft.persons.map((each, index) => (index === at ? next : each)) })}
          />
          {at > 0 && (
            <div>
              <Button tone="bare" onClick={() => onChange({ ...draft, persons: draft.persons.filter((_each, index) => index !== at) })}>
                {m.report_remove_person()}
              </Button>
            </div>
          )}
        </section>
      ))}
      <div className={styles.card}>
        <div>
          <Button onClick={() => onChange({ ...draft, persons: [...draft.persons, emptyPerson('familyMember', crypto.randomUUID())] })}>
            {m.report_add_person()}
          </Button>
        </div>
      </div>
      <div className={styles.card}>
        <WhatFields draft={draft} onChange={onChange} choices={choices} errors={errors} />
      </div>
    </I18nProvider>
  );
}
