// Who reports, and where the person in need is. The law keeps the reporter's identity secret; it goes to the vault.
import { CheckBox, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { type FormChoices, toChoices, toPlaces } from './form-choices.ts';
import styles from './Report.module.css';
import type { ReportDraft } from './report-draft.ts';

type Props = { draft: ReportDraft; onChange: (next: ReportDraft) => void; choices: FormChoices; errors: Readonly<Record<string, string>> };

/** The questions about the reporter and the place. */
export function ReporterFields({ draft, onChange, choices, errors }: Props) {
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
        label={m.report_reporter_kind()}
        value={draft.reporterKind}
        onChange={(reporterKind) => put({ reporterKind })}
        choices={toChoices(choices.reporterKinds)}
        empty={m.report_reporter_citizen()}
        hint={m.report_reporter_kind_hint()}
        error={errors.reporterKind}
      />
      <TextInput
        label={m.report_reporter_name()}
        value={draft.reporterName}
        maxLength={60}
        onChange={(reporterName) => put({ reporterName })}
        error={errors['reporter.name']}
      />
      <TextInput
        label={m.report_reporter_phone()}
        type="tel"
        value={draft.reporterPhone}
        maxLength={40}
        onChange={(reporterPhone) => put({ reporterPhone })}
        error={errors['reporter.phone']}
      />
      <TextInput
        label={m.report_reporter_organisation()}
        value={draft.reporterOrganisation}
        maxLength={100}
        onChange={(reporterOrganisation) => put({ reporterOrganisation })}
        error={errors['reporter.organisation']}
      />
      <TextInput
        label={m.report_reporter_relation()}
        value={draft.reporterRelation}
        maxLength={60}
        onChange={(reporterRelation) => put({ reporterRelation })}
        error={errors['reporter.relation']}
      />
      <CheckBox label={m.report_wants_reply()} checked={draft.wantsReply} onChange={(wantsReply) => put({ wantsReply })} />
    </div>
  );
}
