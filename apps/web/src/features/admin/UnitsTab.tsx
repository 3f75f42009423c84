// Units of the county: kind, names, capacity, districts they serve, open or closed.
import { unitKind } from '@anwang/contract/shapes';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CheckBox, CheckList, NumberInput, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { type ListColumn, ListTable } from '../../ui/ListTable.tsx';
import { Empty } from '../../ui/states.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Admin.module.css';

type Unit = Awaited<ReturnType<typeof api.admin.units>>['rows'][number];
function kindWord(kind: Unit['kind']): string {
  const words: Record<Unit['kind'], string> = {
    desk: m.unit_desk(),
    familyServiceCentre: m.unit_family_centre(),
    dvsaCentre: m.unit_dvsa(),
    policePrecinct: m.unit_police(),
    school: m.unit_school(),
    healthBureau: m.unit_health(),
    ngo: m.unit_ngo(),
    labour: m.unit_labour(),
    countyOffice: m.unit_county(),
    arbiter: m.unit_arbiter(),
  };
  return words[kind];
}

/** The units tab. */
export function UnitsTab() {
  const label = useLabel();
  const [open, setOpen] = useState<Unit | 'new' | undefined>(undefined);
  const units = useQuery({ queryKey: ['admin', 'units'], queryFn: () => api.admin.units({ limit: 200 }) });
  const places = useQuery({ queryKey: ['places'], queryFn: () => api.reference.places({}), staleTime: 3_600_000 });
  const columns = useMemo((): ListColumn<Unit>[] => {
    const names = new Map(places.data?.districts.map((each) => [each.id, label(each.name)]));
    return [
      {
        id: 'name',
        header: m.unit(),
        width: 300,
        cell: (unit) => (
          <Button tone="bare" size="small" onClick={() => setOpen(unit)}>
            {label(unit.name)}
          </Button>
        ),
      },
      { id: 'kind', header: m.admin_kind(), width: 150, cell: (unit) => kindWord(unit.kind) },
      { id: 'districts', header: m.admin_districts(), cell: (unit) => unit.districts.map((id) => names.get(id) ?? id).join(m.list_mark()) },
      { id: 'open', header: m.open_cases_short(), width: 90, numeric: true, cell: (unit) => unit.openCases },
      { id: 'capacity', header: m.admin_capacity(), width: 110, numeric: true, cell: (unit) => unit.capacity ?? '—' },
      { id: 'members', header: m.admin_members(), width: 90, numeric: true, cell: (unit) => unit.members },
      { id: 'state', header: m.state(), width: 90, cell: (unit) => (unit.active ? '' : <Badge>{m.account_closed()}</Badge>) },
    ];
  }, [label, places.data]);
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <Button tone="primary" onClick={() => setOpen('new')}>
          {m.admin_new_unit()}
        </Button>
      </div>
      <Shown query={units}>
        {(data) =>
          data.rows.length === 0 ? (
            <Empty title={m.admin_units_none()} />
          ) : (
            <ListTable<Unit>
              label={m.admin_units()}
              rows={data.rows}
              columns={columns}
              rowId={(unit) => unit.id}
              rowName={(unit) => label(unit.name)}
              onOpen={setOpen}
            />
          )
        }
      </Shown>
      {open && (
        <UnitDialog
          unit={open === 'new' ? undefined : open}
          districts={(places.data?.districts ?? []).map((each) => ({ value: each.id, label: label(each.name) }))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

function UnitDialog({
  unit,
  districts,
  onClose,
}: {
  unit: Unit | undefined;
  districts: { value: string; label: string }[];
  onClose: () => void;
}) {
  const [initial] = useState({
    kind: unit?.kind ?? 'familyServiceCentre',
    zh: unit?.name.zh ?? '',
    en: unit?.name.en ?? '',
    capacity: unit?.capacity ?? null,
    active: unit?.active ?? true,
    districts: unit?.districts ?? [],
  });
  const { value: form, change: keep, state, savedAt, drop } = useDraft(`admin.unit.${unit?.id ?? 'new'}`, initial);
  const onDone = () => {
    drop();
    onClose();
  };
  const put = (more: Partial<typeof form>) => keep({ ...form, ...more });
  const create = useWrite(api.admin.createUnit, { done: m.admin_saved(), onDone });
  const change = useWrite(api.admin.changeUnit, { done: m.admin_saved(), onDone });
  const name = { zh: form.zh, en: form.en };
  const errors = (unit ? change : create).problem?.fields ?? {};
  const save = () =>
    unit
      ? change.run({
          unitId: unit.id,
          version: unit.version,
          name,
          capacity: form.capacity,
          active: form.active,
          districts: form.districts,
        })
      : create.run({ kind: form.kind, name, capacity: form.capacity, districts: form.districts });
  return (
    <Dialog
      title={unit ? unit.name.zh : m.admin_new_unit()}
      open
      onClose={onClose}
      width="wide"
      actions={
        <>
          <DraftNote state={state} savedAt={savedAt} />
          <span className="sp" />
          <Button onClick={onClose}>{m.keep_and_close()}</Button>
          <Button tone="primary" busy={create.busy || change.busy} disabled={!form.zh.trim() || !form.en.trim()} onClick={save}>
            {m.save()}
          </Button>
        </>
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
      <NumberInput
        label={m.admin_capacity()}
        value={form.capacity}
        min={1}
        onChange={(capacity) => put({ capacity })}
        error={errors.capacity}
      />
      {unit && <CheckBox label={m.unit_open()} checked={form.active} onChange={(active) => put({ active })} />}
      <CheckList label={m.admin_districts()} value={form.districts} choices={districts} onChange={(next) => put({ districts: next })} />
    </Dialog>
  );
}
