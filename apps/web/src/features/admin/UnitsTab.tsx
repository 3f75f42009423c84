// Units of the county: kind, names, capacity, districts they serve, open or closed.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../client/api.ts';
import { everyPage } from '../../client/every-page.ts';
import { Shown } from '../../client/Shown.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { type ListColumn, ListTable } from '../../ui/ListTable.tsx';
import { Empty } from '../../ui/states.tsx';
import { Telephone } from '../../ui/Telephone.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Admin.module.css';
import { UnitDialog } from './UnitDialog.tsx';
import { kindWord, type Unit } from './unit.ts';

/** The units tab. */
export function UnitsTab() {
  const label = useLabel();
  // By id, so that the form stands on the newest version of its unit.
  const [open, setOpen] = useState<string | undefined>(undefined);
  const units = useQuery({
    queryKey: ['admin', 'units'],
    queryFn: () => everyPage((cursor) => api.admin.units({ limit: 200, ...cursor })),
  });
  const places = useQuery({ queryKey: ['places'], queryFn: () => api.reference.places({}), staleTime: 3_600_000 });
  const columns = useMemo((): ListColumn<Unit>[] => {
    const names = new Map(places.data?.districts.map((each) => [each.id, label(each.name)]));
    return [
      {
        id: 'name',
        header: m.unit(),
        width: 300,
        cell: (unit) => (
          <Button tone="bare" size="small" onClick={() => setOpen(unit.id)}>
            {label(unit.name)}
          </Button>
        ),
      },
      { id: 'kind', header: m.admin_kind(), width: 150, cell: (unit) => kindWord(unit.kind) },
      {
        id: 'telephone',
        header: m.unit_telephone(),
        width: 140,
        cell: (unit) => (unit.telephone ? <Telephone number={unit.telephone} /> : '—'),
      },
      { id: 'districts', header: m.admin_districts(), cell: (unit) => unit.districts.map((id) => names.get(id) ?? id).join(m.list_mark()) },
      { id: 'open', header: m.open_cases_short(), width: 90, numeric: true, cell: (unit) => unit.openCases },
      { id: 'capacity', header: m.admin_capacity(), width: 110, numeric: true, cell: (unit) => unit.capacity ?? '—' },
      { id: 'members', header: m.admin_members(), width: 90, numeric: true, cell: (unit) => unit.members },
      { id: 'state', header: m.state(), width: 90, cell: (unit) => (unit.active ? '' : <Badge>{m.account_closed()}</Badge>) },
    ];
  }, [label, places.data]);
  const chosen = units.data?.find((each) => each.id === open);
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <Button tone="primary" onClick={() => setOpen('new')}>
          {m.admin_new_unit()}
        </Button>
      </div>
      <Shown query={units}>
        {(data) =>
          data.length === 0 ? (
            <Empty title={m.admin_units_none()} />
          ) : (
            <ListTable<Unit>
              label={m.admin_units()}
              rows={data}
              columns={columns}
              rowId={(unit) => unit.id}
              rowName={(unit) => label(unit.name)}
              onOpen={(unit) => setOpen(unit.id)}
            />
          )
        }
      </Shown>
      {open === 'new' && <UnitDialog unit={undefined} onClose={() => setOpen(undefined)} />}
      {chosen && <UnitDialog key={chosen.id} unit={chosen} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
