// Which unit receives which programme from where; the smallest number is asked first.
import { useMemo, useState } from 'react';
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { Coverage } from '../../routing/Coverage.tsx';
import { type RouteRow, useRouting } from '../../routing/use-routing.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { SelectInput } from '../../ui/inputs.tsx';
import { type ListColumn, ListTable } from '../../ui/ListTable.tsx';
import { Empty } from '../../ui/states.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Admin.module.css';
import { ChangeRoute, NewRoute } from './RouteDialogs.tsx';

/** The routes tab. */
export function RoutesTab() {
  const label = useLabel();
  const [url, setUrl] = useUrl('programme');
  const [open, setOpen] = useState<string | undefined>(undefined);
  const { query: routes, programmes: programmeChoices, districts } = useRouting();
  const chosen = routes.data?.find((row) => row.id === open);
  const columns = useMemo((): ListColumn<RouteRow>[] => {
    const names = new Map(districts.map((each) => [each.value, each.label]));
    return [
      {
        id: 'programme',
        header: m.programme(),
        width: 180,
        cell: (row) => (
          <Button tone="bare" size="small" onClick={() => setOpen(row.id)}>
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
      {
        id: 'unit',
        header: m.unit(),
        width: 300,
        cell: (row) => (row.unitActive ? label(row.unitName) : label(row.unitName) + m.in_brackets({ text: m.account_closed() })),
      },
      { id: 'priority', header: m.admin_priority(), width: 90, numeric: true, cell: (row) => row.priority },
      { id: 'note', header: m.note(), cell: (row) => row.note },
      { id: 'state', header: m.state(), width: 90, cell: (row) => (row.active ? '' : <Badge>{m.account_closed()}</Badge>) },
    ];
  }, [label, districts]);
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
        {(data) => (
          <div className={styles.under}>
            <Coverage routes={data} programmes={programmeChoices} districts={districts} />
            <RouteList
              rows={url.programme ? data.filter((row) => row.programme === url.programme) : data}
              columns={columns}
              onOpen={setOpen}
            />
          </div>
        )}
      </Shown>
      {open === 'new' && <NewRoute programmes={programmeChoices} onClose={() => setOpen(undefined)} />}
      {chosen && <ChangeRoute key={chosen.id} row={chosen} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

type ListProps = { rows: readonly RouteRow[]; columns: readonly ListColumn<RouteRow>[]; onOpen: (id: string) => void };

function RouteList({ rows, columns, onOpen }: ListProps) {
  const label = useLabel();
  if (rows.length === 0) return <Empty title={m.admin_routes_none()}>{m.admin_routes_none_more()}</Empty>;
  return (
    <ListTable<RouteRow>
      label={m.admin_routes()}
      rows={rows}
      columns={columns}
      rowId={(row) => row.id}
      rowName={(row) => `${label(row.programmeLabel)} ${label(row.unitName)}`}
      onOpen={(row) => onOpen(row.id)}
    />
  );
}
