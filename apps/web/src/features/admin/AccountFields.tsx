// What every account has, whether it is made or changed: name, title, unit, extension.
import { type Choice, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';

interface Fields {
  readonly name: string;
  readonly title: string;
  readonly unitId: string;
  readonly extension: string;
}

/** The four fields; `unitHint` says what a move to another unit does. */
export function AccountFields({
  form,
  put,
  errors,
  units,
  unitHint,
}: {
  form: Fields;
  put: (more: Partial<Fields>) => void;
  errors: Readonly<Record<string, string | undefined>>;
  units: readonly Choice[];
  unitHint?: string | undefined;
}) {
  return (
    <>
      <TextInput label={m.name()} required value={form.name} onChange={(name) => put({ name })} error={errors.name} />
      <TextInput label={m.job_title()} value={form.title} onChange={(title) => put({ title })} error={errors.title} />
      <SelectInput
        label={m.admin_unit_of_account()}
        value={form.unitId}
        choices={units}
        onChange={(unitId) => put({ unitId })}
        hint={unitHint}
        error={errors.unitId}
      />
      <TextInput
        label={m.account_extension()}
        value={form.extension}
        onChange={(extension) => put({ extension })}
        maxLength={20}
        hint={m.account_extension_hint()}
        error={errors.extension}
      />
    </>
  );
}
