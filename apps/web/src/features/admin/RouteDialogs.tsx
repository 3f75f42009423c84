// A route of dispatch, made or changed: which unit receives a programme from a district, in which order.
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { FormDialog } from '../../frame/FormDialog.tsx';
import type { RouteRow } from '../../routing/use-routing.ts';
import { CheckBox, type Choice, NumberInput, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { bothSides, routeLines } from './conflict.ts';
import { useNames } from './names.ts';

type NewRouteForm = { programme: string; district: string; unitId: string; priority: number | null; note: string };
const noRoute: NewRouteForm = { programme: '', district: '', unitId: '', priority: 100, note: '' };

type Ordered = { readonly priority: number | null; readonly note: string };
type OrderedProps = { form: Ordered; put: (more: Partial<Ordered>) => void; errors: Readonly<Record<string, string>> };

/** In which order a route comes, and a note on it: of a new one and of one that is changed. */
function PriorityAndNote({ form, put, errors }: OrderedProps) {
  return (
    <>
      <NumberInput
        label={m.admin_priority()}
        value={form.priority}
        min={0}
        onChange={(priority) => put({ priority })}
        hint={m.admin_priority_hint()}
        error={errors.priority}
      />
      <TextInput label={m.note()} value={form.note} onChange={(note) => put({ note })} maxLength={200} error={errors.note} />
    </>
  );
}

/** The dialog of a new route. */
export function NewRoute({ programmes, onClose }: { programmes: Choice[]; onClose: () => void }) {
  const names = useNames();
  const { value: form, change, state, savedAt, drop } = useDraft('admin.route.new', noRoute);
  const put = (more: Partial<typeof form>) => change({ ...form, ...more });
  const create = useWrite(api.admin.createRoute, {
    done: m.admin_saved(),
    onDone: () => {
      drop();
      onClose();
    },
  });
  const errors = create.problem?.fields ?? {};
  return (
    <FormDialog
      title={m.admin_new_route()}
      action={m.save()}
      busy={create.busy}
      ready={form.programme !== '' && form.unitId !== ''}
      draft={{ state, savedAt }}
      onClose={onClose}
      onSend={() =>
        create.run({
          programme: form.programme,
          district: form.district || null,
          unitId: form.unitId,
          priority: form.priority ?? 100,
          note: form.note || null,
        })
      }
    >
      <SelectInput
        label={m.programme()}
        required
        value={form.programme}
        choices={programmes}
        onChange={(programme) => put({ programme })}
      />
      <SelectInput
        label={m.district()}
        value={form.district}
        empty={m.filter_any_district()}
        choices={names.districts}
        onChange={(district) => put({ district })}
        error={errors.district}
      />
      <SelectInput
        label={m.unit()}
        required
        value={form.unitId}
        choices={names.units}
        onChange={(unitId) => put({ unitId })}
        error={errors.unitId}
      />
      <PriorityAndNote form={form} put={put} errors={errors} />
    </FormDialog>
  );
}

type RouteForm = { priority: number | null; note: string; active: boolean };
/** Only what was changed is kept: what somebody else changed meanwhile shows through. */
const unchanged: Partial<RouteForm> = {};

/** The dialog of a route there is. */
export function ChangeRoute({ row, onClose }: { row: RouteRow; onClose: () => void }) {
  const label = useLabel();
  const district = useNames().district;
  const { value: changes, change: keep, state, savedAt, drop } = useDraft(`admin.route.${row.id}`, unchanged);
  const form: RouteForm = { priority: row.priority, note: row.note ?? '', active: row.active, ...changes };
  const put = (more: Partial<RouteForm>) => keep({ ...changes, ...more });
  const change = useWrite(api.admin.changeRoute, {
    done: m.admin_saved(),
    onProblem: bothSides(routeLines),
    onDone: () => {
      drop();
      onClose();
    },
  });
  const errors = change.problem?.fields ?? {};
  return (
    <FormDialog
      title={[label(row.programmeLabel), row.district ? district(row.district) : m.filter_any_district(), label(row.unitName)].join(
        m.clause_mark(),
      )}
      action={m.save()}
      busy={change.busy}
      draft={{ state, savedAt }}
      onClose={onClose}
      onSend={() =>
        change.run({
          routeId: row.id,
          version: row.version,
          priority: form.priority ?? row.priority,
          note: form.note || null,
          active: form.active,
        })
      }
    >
      <PriorityAndNote form={form} put={put} errors={errors} />
      <CheckBox label={m.route_open()} checked={form.active} onChange={(active) => put({ active })} />
    </FormDialog>
  );
}
