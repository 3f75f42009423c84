// Which unit receives which programme from where; the smallest number is asked first.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { FormDialog } from '../../frame/FormDialog.tsx';
import { useUrl } from '../../frame/url.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckBox, NumberInput, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { type ListColumn, ListTable } from '../../ui/ListTable.tsx';
import { Empty } from '../../ui/states.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Admin.module.css';

type RouteRow = Awaited<ReturnType<typeof api.admin.routes>>['rows'][number];

/** The routes tab. */
export function RoutesTab() {
  const label = useLabel();
  const [url, setUrl] = useUrl('programme');
  const [open, setOpen] = useState<RouteRow | 'new' | undefined>(undefined);
  const routes = useQuery({
    queryKey: ['admin', 'routes', url.programme],
    queryFn: () => api.admin.routes({ limit: 200, ...(url.programme ? { programme: url.programme } : {}) }),
  });
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => api.reference.programmes({}), staleTime: 3_600_000 });
  const places = useQuery({ queryKey: ['places'], queryFn: () => api.reference.places({}), staleTime: 3_600_000 });
  const programmeChoices = (programmes.data?.programmes ?? []).map((each) => ({ value: each.id, label: label(each.label) }));
  const columns = useMemo((): ListColumn<RouteRow>[] => {
    const names = new Map(places.data?.districts.map((each) => [each.id, label(each.name)]));
    return [
      {
        id: 'programme',
        header: m.programme(),
        width: 180,
        cell: (row) => (
          <Button tone="bare" size="small" onClick={() => setOpen(row)}>
            {label(row.programmeLabel)}
          </Button>
        ),
      },
      {
        id: 'district',
        header: m.district(),
        width: 150,
        cell: (row) => (row.district ? (names.get(row.district) ?? row.district) : m.filter_any_district()),
      },
      { id: 'unit', header: m.unit(), width: 300, cell: (row) => label(row.unitName) },
      { id: 'priority', header: m.admin_priority(), width: 90, numeric: true, cell: (row) => row.priority },
      { id: 'note', header: m.note(), cell: (row) => row.note },
      { id: 'state', header: m.state(), width: 90, cell: (row) => (row.active ? '' : <Badge>{m.account_closed()}</Badge>) },
    ];
  }, [label, places.data]);
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <SelectInput
          label={m.programme()}
          value={url.programme ?? ''}
          empty={m.all()}
          choices={programmeChoices}
          onChange={(programme) => setUrl({ programme })}
        />
        <Button tone="primary" onClick={() => setOpen('new')}>
          {m.admin_new_route()}
        </Button>
      </div>
      <Shown query={routes}>
        {(data) =>
          data.rows.length === 0 ? (
            <Empty title={m.admin_routes_none()}>{m.admin_routes_none_more()}</Empty>
          ) : (
            <ListTable<RouteRow>
              label={m.admin_routes()}
              rows={data.rows}
              columns={columns}
              rowId={(row) => row.id}
              rowName={(row) => `${label(row.programmeLabel)} ${label(row.unitName)}`}
              onOpen={setOpen}
            />
          )
        }
      </Shown>
      {open === 'new' && (
        <NewRoute
          programmes={programmeChoices}
          districts={(places.data?.districts ?? []).map((each) => ({ value: each.id, label: label(each.name) }))}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open && open !== 'new' && <ChangeRoute row={open} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

type NewRouteForm = { programme: string; district: string; unitId: string; priority: number | null; note: string };
const noRoute: NewRouteForm = { programme: '', district: '', unitId: '', priority: 100, note: '' };

function NewRoute({
  programmes,
  districts,
  onClose,
}: {
  programmes: { value: string; label: string }[];
  districts: { value: string; label: string }[];
  onClose: () => void;
}) {
  const label = useLabel();
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.reference.units({}), staleTime: 600_000 });
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
        choices={districts}
        onChange={(district) => put({ district })}
        error={errors.district}
      />
      <SelectInput
        label={m.unit()}
        required
        value={form.unitId}
        choices={(units.data?.units ?? []).map((each) => ({ value: each.id, label: label(each.name) }))}
        onChange={(unitId) => put({ unitId })}
        error={errors.unitId}
      />
      <NumberInput
        label={m.admin_priority()}
        value={form.priority}
        min={0}
        onChange={(priority) => put({ priority })}
        hint={m.admin_priority_hint()}
        error={errors.priority}
      />
      <TextInput label={m.note()} value={form.note} onChange={(note) => put({ note })} maxLength={200} error={errors.note} />
    </FormDialog>
  );
}

type RouteForm = { priority: number | null; note: string; active: boolean };

function ChangeRoute({ row, onClose }: { row: RouteRow; onClose: () => void }) {
  const label = useLabel();
  const [known] = useState((): RouteForm => ({ priority: row.priority, note: row.note ?? '', active: row.active }));
  const { value: form, change: keep, state, savedAt, drop } = useDraft(`admin.route.${row.id}`, known);
  const put = (more: Partial<RouteForm>) => keep({ ...form, ...more });
  const change = useWrite(api.admin.changeRoute, {
    done: m.admin_saved(),
    onDone: () => {
      drop();
      onClose();
    },
  });
  const errors = change.problem?.fields ?? {};
  return (
    <FormDialog
      title={label(row.programmeLabel)}
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
      <NumberInput
        label={m.admin_priority()}
        value={form.priority}
        min={0}
        onChange={(priority) => put({ priority })}
        hint={m.admin_priority_hint()}
        error={errors.priority}
      />
      <TextInput label={m.note()} value={form.note} onChange={(note) => put({ note })} maxLength={200} error={errors.note} />
      <CheckBox label={m.route_open()} checked={form.active} onChange={(active) => put({ active })} />
    </FormDialog>
  );
}
