// The last step: read what will be sent, add photographs, decide whether this tab may keep the text until it is sent.
import { CheckBox } from '../../ui/inputs.tsx';
import { formatDate, m } from '../../words/index.ts';
import { sexWord } from '../../words/person.ts';
import { AttachFiles } from './AttachFiles.tsx';
import { type FormChoices, toChoices, toPlaces } from './form-choices.ts';
import styles from './Report.module.css';
import type { ReportDraft } from './report-draft.ts';

type Props = {
  draft: ReportDraft;
  choices: FormChoices;
  files: File[];
  onFiles: (next: File[]) => void;
  kept: boolean;
  onKept: (on: boolean) => void;
};

/** The summary of a report before it is sent. */
export function StepConfirm({ draft, choices, files, onFiles, kept, onKept }: Props) {
  const word = (list: Parameters<typeof toChoices>[0], code: string) =>
    toChoices(list).find((each) => each.value === code)?.label ?? m.unknown();
  const county = choices.counties.find((each) => each.id === draft.county);
  const place = [
    toPlaces(choices.counties).find((each) => each.value === draft.county)?.label,
    toPlaces(county?.districts ?? []).find((each) => each.value === draft.district)?.label,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles.person}>
      <dl className={styles.summary}>
        <dt>{m.report_where()}</dt>
        <dd>{place}</dd>
        <dt>{m.report_you()}</dt>
        <dd>
          {draft.reporterName || m.report_anonymous()}
          {draft.reporterPhone ? `${m.clause_mark()}${draft.reporterPhone}` : ''}
        </dd>
        {draft.persons.map((person, at) => (
          <div key={person.key} style={{ display: 'contents' }}>
            <dt>{at === 0 ? m.report_subject() : m.report_other({ n: at })}</dt>
            <dd>
              {[
                person.name || m.unnamed(),
                sexWord(person.sex),
                person.onlyAge
                  ? person.ageApproximate === null
                    ? m.age_unknown()
                    : m.age_about({ n: person.ageApproximate })
                  : person.birthDate
                    ? formatDate(person.birthDate)
                    : m.age_unknown(),
                at === 0 && person.whereabouts ? word(choices.whereabouts, person.whereabouts) : '',
              ]
                .filter(Boolean)
                .join(m.clause_mark())}
            </dd>
          </div>
        ))}
        <dt>{m.report_narrative()}</dt>
        <dd>{draft.narrative}</dd>
        <dt>{m.report_danger()}</dt>
        <dd>{draft.immediateDanger === 'yes' ? m.yes() : draft.immediateDanger === 'no' ? m.no() : m.unknown()}</dd>
        {draft.grounds.length > 0 && (
          <>
            <dt>{m.report_grounds()}</dt>
            <dd>{draft.grounds.map((code) => word(choices.grounds, code)).join(m.list_mark())}</dd>
          </>
        )}
      </dl>
      <AttachFiles files={files} onFiles={onFiles} />
      <CheckBox label={m.report_keep()} checked={kept} onChange={onKept} />
    </div>
  );
}
