// One unit, new or changed: kind, names, telephones, capacity, districts, open or closed.
import { unitKind } from '@anwang/contract/shapes';
import { formatTelephone } from '@anwang/core/identity';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { FormDialog } from '../../frame/FormDialog.tsx';
import { CheckBox, CheckList, NumberInput, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { bothSides, unitLines } from './conflict.ts';
import { useNames } from './names.ts';
import { kindWord, type Unit } from './unit.ts';

type Form = {
  kind: Unit['kind'];
  zh: string;
  en: string;
  capacity: number | null;
  active: boolean;
  districts: string[];
  telephone: string;
  publicTelephone: string;
};
/** Only what was changed is kept: what somebody else changed meanwhile shows through. */
const unchanged: Partial<Form> = {};
const fresh: Form = {
  kind: 'familyServiceCentre',
  zh: '',
  en: '',
  capacity: null,
  active: true,
  districts: [],
  telephone: '',
  publicTelephone: '',
};

const formOf = (unit: Unit): Form => ({
  kind: unit.kind,
  zh: unit.name.zh,
  en: unit.name.en,
  capacity: unit.capacity,
  active: unit.active,
  districts: unit.districts,
  telephone: formatTelephone(unit.telephone ?? ''),
  publicTelephone: formatTelephone(unit.publicTelephone ?? ''),
});

/** The dialog. */
export function UnitDialog({ unit, onClose }: { unit: Unit | undefined; onClose: () => void }) {
  const names = useNames();
  const { value: changes, change: keep, state, savedAt, drop } = useDraft(`admin.unit.${unit?.id ?? 'new'}`, unchanged);
  const form: Form = { ...(unit ? formOf(unit) : fresh), ...changes };
  const put = (more: Partial<Form>) => keep({ ...changes, ...more });
  const onDone = () => {
    drop();
    onClose();
  };
  const create = useWrite(api.admin.createUnit, { done: m.admin_saved(), onDone });
  const change = useWrite(api.admin.changeUnit, { done: m.admin_saved(), onDone, onProblem: bothSides(unitLines(names)) });
  const name = { zh: form.zh, en: form.en };
  const { capacity, active, districts } = form;
  const numbers = { telephone: form.telephone || null, publicTelephone: form.publicTelephone || null };
  const errors = (unit ? change : create).problem?.fields ?? {};
  return (
    <FormDialog
      title={unit ? unit.name.zh : m.admin_new_unit()}
      action={m.save()}
      width="wide"
      busy={create.busy || change.busy}
      ready={form.zh.trim() !== '' && form.en.trim() !== ''}
      draft={{ state, savedAt }}
      onClose={onClose}
      onSend={() =>
        unit
          ? change.run({ unitId: unit.id, version: unit.version, name, capacity, active, districts, ...numbers })
          : create.run({ kind: form.kind, name, capacity, districts, ...numbers })
      }
    >
      {!unit && (
        <SelectInput
          label={m.admin_kind()}
          value={form.kind}
          choices={unitKind.options.map((each) => ({ value: each, label: kindWord(each) }))}
          onChange={(kind) => put({ kind: unitKind.options.find((each) => each === kind) ?? 'ngo' })}
        />
      )}
      <TextInput
        label={m.admin_name_zh()}
        required
        value={form.zh}
        onChange={(zh) => put({ zh })}
        maxLength={80}
        error={errors['name.zh']}
      />
      <TextInput
        label={m.admin_name_en()}
        required
        value={form.en}
        onChange={(en) => put({ en })}
        maxLength={120}
        error={errors['name.en']}
      />
      <TextInput
        label={m.unit_telephone()}
        value={form.telephone}
        onChange={(telephone) => put({ telephone })}
        maxLength={60}
        hint={m.unit_telephone_hint()}
        error={errors.telephone}
      />
      <TextInput
        label={m.unit_public_telephone()}
        value={form.publicTelephone}
        onChange={(publicTelephone) => put({ publicTelephone })}
        maxLength={60}
        hint={m.unit_public_telephone_hint()}
        error={errors.publicTelephone}
      />
      <NumberInput
        label={m.admin_capacity()}
        value={capacity}
        min={1}
        onChange={(next) => put({ capacity: next })}
        hint={m.admin_capacity_hint()}
        error={errors.capacity}
      />
      {unit && (
        <CheckBox
          label={m.unit_open()}
          checked={active}
          onChange={(next) => put({ active: next })}
          hint={unit.active && !active ? m.unit_close_hint({ members: unit.members }) : undefined}
          error={errors.active}
        />
      )}
      <CheckList label={m.admin_districts()} value={districts} choices={names.districts} onChange={(next) => put({ districts: next })} />
    </FormDialog>
  );
}
