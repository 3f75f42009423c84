// Who reports, and where the person in need is. The law keeps the reporter's identity secret; it goes to the vault.
import { CheckBox, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { type FormChoices, toChoices, toPlaces } from './form-choices.ts';
import styles from './Report.module.css';
import type { ReportDraft } from './report-draft.ts';

/** Whoever says nothing of himself: it stands first in the list, and once. */
const citizen = 'citizen';

/** Whoever fills in is asked as “you”; who takes a call is asked about somebody else. */
type ReporterWords = { kind: string; name: string; phone: string; organisation: string; relation: string; wantsReply: string };

/** The questions as put to the reporter. */
export const askedOfReporter = (): ReporterWords => ({
  kind: m.report_reporter_kind(),
  name: m.report_reporter_name(),
  phone: m.report_reporter_phone(),
  organisation: m.report_reporter_organisation(),
  relation: m.report_reporter_relation(),
  wantsReply: m.report_wants_reply(),
});

/** The questions as put to the desk that takes the report. */
export const askedOfDesk = (): ReporterWords => ({
  kind: m.desk_reporter_kind(),
  name: m.desk_reporter_name(),
  phone: m.desk_reporter_phone(),
  organisation: m.desk_reporter_organisation(),
  relation: m.desk_reporter_relation(),
  wantsReply: m.desk_wants_reply(),
});

type Props = {
  draft: ReportDraft;
  onChange: (next: ReportDraft) => void;
  choices: FormChoices;
  errors: Readonly<Record<string, string>>;
  words: ReporterWords;
};

/** The questions about the reporter and the place. */
export function ReporterFields({ draft, onChange, choices, errors, words }: Props) {
  const put = (more: Partial<ReportDraft>) => onChange({ ...draft, ...more });
  const county = choices.counties.find((each) => each.id === draft.county);
  return (
    <div className={styles.person}>
      <SelectInput
        label={m.report_county()}
        required
        value={draft.county}
        onChange={(next) => put({ county: next, district: '' })}
        choices={toPlaces(choices.counties)}
        error={errors.county}
      />
      <SelectInput
        label={m.report_district()}
        value={draft.district}
        onChange={(district) => put({ district })}
        choices={toPlaces(county?.districts ?? [])}
        empty={m.unknown()}
        error={errors.district}
      />
      <SelectInput
        label={words.kind}
        value={draft.reporterKind === citizen ? '' : draft.reporterKind}
        onChange={(reporterKind) => put({ reporterKind })}
        choices={toChoices(choices.reporterKinds).filter((each) => each.value !== citizen)}
        empty={m.report_reporter_citizen()}
        hint={m.report_reporter_kind_hint()}
        error={errors.reporterKind}
      />
      <TextInput
        label={words.name}
        value={draft.reporterName}
        maxLength={60}
        onChange={(reporterName) => put({ reporterName })}
        error={errors['reporter.name']}
      />
      <TextInput
        label={words.phone}
        type="tel"
        value={draft.reporterPhone}
        maxLength={40}
        onChange={(reporterPhone) => put({ reporterPhone })}
        error={errors['reporter.phone']}
      />
      <TextInput
        label={words.organisation}
        value={draft.reporterOrganisation}
        maxLength={100}
        onChange={(reporterOrganisation) => put({ reporterOrganisation })}
        error={errors['reporter.organisation']}
      />
      <TextInput
        label={words.relation}
        value={draft.reporterRelation}
        maxLength={60}
        onChange={(reporterRelation) => put({ reporterRelation })}
        error={errors['reporter.relation']}
      />
      <CheckBox label={words.wantsReply} checked={draft.wantsReply} onChange={(wantsReply) => put({ wantsReply })} />
    </div>
  );
}
