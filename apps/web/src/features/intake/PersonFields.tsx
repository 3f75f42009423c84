// One person of a report: how the person is called, sex, birth date or age, where the person is; the rest only if somebody knows it.

import { DateInput } from '../../ui/DateInput.tsx';
import { CheckBox, NumberInput, OptionRow, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { ageInWords } from '../../words/age.ts';
import { idRemark } from '../../words/id-remark.ts';
import { m } from '../../words/index.ts';
import { reportedRoleChoices } from '../../words/person-role.ts';
import { type FormChoices, toKnownChoices } from './form-choices.ts';
import styles from './Report.module.css';
import type { PersonDraft } from './report-draft.ts';

type Props = {
  person: PersonDraft;
  onChange: (next: PersonDraft) => void;
  choices: FormChoices;
  errors: Readonly<Record<string, string>>;
  at: number;
};

/** The fields of one person. */
export function PersonFields({ person, onChange, choices, errors, at }: Props) {
  const put = (more: Partial<PersonDraft>) => onChange({ ...person, ...more });
  const error = (name: string) => errors[`persons.${at}.${name}`];
  return (
    <div className={styles.person}>
      <TextInput
        label={at === 0 ? m.report_subject_name() : m.report_other_name()}
        placeholder={m.report_name_example()}
        value={person.name}
        maxLength={60}
        onChange={(name) => put({ name })}
        error={error('name')}
      />
      {at > 0 && (
        <SelectInput
          label={m.report_role()}
          value={person.role}
          onChange={(next) => {
            const role = reportedRoleChoices().find((each) => each.value === next)?.value ?? 'familyMember';
            // From whom others are protected has nothing to hide from themselves.
            put(role === 'respondent' ? { role, contactsHidden: false } : { role });
          }}
          choices={reportedRoleChoices()}
          error={error('role')}
        />
      )}
      <OptionRow
        label={m.report_sex()}
        value={person.sex}
        onChange={(sex) => put({ sex: sex as PersonDraft['sex'] })}
        choices={[
          { value: 'male', label: m.sex_male() },
          { value: 'female', label: m.sex_female() },
          { value: 'unknown', label: m.unknown() },
        ]}
      />
      <div>
        {person.onlyAge ? (
          <NumberInput
            label={m.report_age()}
            value={person.ageApproximate}
            min={0}
            max={130}
            onChange={(ageApproximate) => put({ ageApproximate })}
            error={error('ageApproximate')}
          />
        ) : (
          <DateInput
            label={m.report_birth_date()}
            past
            value={person.birthDate}
            onChange={(birthDate) => put({ birthDate })}
            remark={ageInWords}
            error={error('birthDate')}
          />
        )}
        <CheckBox label={m.report_only_age()} checked={person.onlyAge} onChange={(onlyAge) => put({ onlyAge })} />
      </div>
      {at === 0 ? (
        <SelectInput
          label={m.report_whereabouts()}
          value={person.whereabouts}
          onChange={(whereabouts) => put({ whereabouts })}
          choices={toKnownChoices(choices.whereabouts)}
          empty={m.unknown()}
        />
      ) : (
        <SelectInput
          label={m.report_relation()}
          value={person.relation}
          onChange={(relation) => put({ relation })}
          // Whoever stands beside them is somebody else.
          choices={toKnownChoices(choices.relations.filter(({ code }) => code !== 'self'))}
          empty={m.unknown()}
        />
      )}
      {at > 0 && (
        <OptionRow
          label={m.report_lives_with()}
          value={person.livesWith ?? 'unknown'}
          onChange={(answer) => put({ livesWith: answer === 'yes' || answer === 'no' ? answer : 'unknown' })}
          choices={[
            { value: 'yes', label: m.lives_with() },
            { value: 'no', label: m.lives_apart() },
            { value: 'unknown', label: m.unknown() },
          ]}
        />
      )}
      <details className={styles.more}>
        <summary>{m.report_more_known()}</summary>
        <div className={styles.person}>
          <TextInput
            label={m.report_national_id()}
            value={person.nationalId}
            maxLength={20}
            onChange={(nationalId) => put({ nationalId })}
            hint={idRemark(person.nationalId) ?? m.report_national_id_hint()}
            error={error('nationalId')}
          />
          <TextInput
            label={m.report_phone()}
            type="tel"
            value={person.phone}
            maxLength={40}
            onChange={(phone) => put({ phone })}
            error={error('phones.0')}
          />
          <TextInput
            label={m.report_address()}
            value={person.address}
            maxLength={200}
            onChange={(address) => put({ address })}
            error={error('addresses.0')}
          />
          <TextInput
            label={m.report_school()}
            value={person.school}
            maxLength={80}
            onChange={(school) => put({ school })}
            error={error('school')}
          />
          {person.role !== 'respondent' && (
            <CheckBox
              label={m.report_contacts_hidden()}
              checked={person.contactsHidden}
              onChange={(contactsHidden) => put({ contactsHidden })}
            />
          )}
        </div>
      </details>
    </div>
  );
}
