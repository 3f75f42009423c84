// The views of the list with their counts, and the person's own saved views (kept on the server for this person alone).
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { m } from '../../words/index.ts';
import styles from './CaseList.module.css';
import { viewIds } from './filter.ts';

type Saved = { name: string; search: string };
const draftKey = 'views.cases';

function savedFrom(body: unknown): Saved[] {
  const list = typeof body === 'object' && body !== null && 'views' in body ? body.views : [];
  return Array.isArray(list)
    ? list.filter((each): each is Saved => typeof each?.name === 'string' && typeof each?.search === 'string')
    : [];
}

const words = () => ({
  mine: m.view_mine(),
  unit: m.view_unit(),
  overdue: m.view_overdue(),
  dueSoon: m.view_due_soon(),
  unassigned: m.view_unassigned(),
  approvals: m.view_approvals(),
  shared: m.view_shared(),
  closed: m.view_closed(),
  all: m.all(),
});

/** The bar of views. */
export function ViewTabs({ current }: { current: string }) {
  const client = useQueryClient();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const counts = useQuery({ queryKey: ['cases', 'views'], queryFn: () => api.cases.views({}), staleTime: 30_000 });
  const saved = useQuery({
    queryKey: ['drafts', draftKey],
    queryFn: async () => savedFrom((await api.drafts.read({ key: draftKey })).draft?.body),
  });
  const [naming, setNaming] = useState<string | undefined>(undefined);
  const count = (view: string) => {
    const found = counts.data?.views.find((each) => each.view === view);
    return found?.count;
  };
  const keep = async (views: Saved[]) => {
    await api.drafts.save({ key: draftKey, body: { views } });
    setNaming(undefined);
    await client.invalidateQueries({ queryKey: ['drafts', draftKey] });
  };
  const own = saved.data ?? [];
  return (
    <div className={styles.views} data-print="no">
      <TabBar
        label={m.views()}
        param="view"
        current={current}
        tabs={viewIds.map((view) => ({ id: view, label: words()[view], count: count(view) }))}
      />
      <div>
        {own.map((view) => (
          <Link key={view.name} to={`/cases${view.search}`} className="t-s" aria-current={view.search === search ? 'page' : undefined}>
            {view.name}
          </Link>
        ))}
        {own.some((view) => view.search === search) ? (
          <Button tone="bare" size="small" onClick={() => void keep(own.filter((view) => view.search !== search))}>
            {m.view_forget()}
          </Button>
        ) : (
          search !== '' && (
            <Button tone="bare" size="small" onClick={() => setNaming('')}>
              {m.view_save()}
            </Button>
          )
        )}
      </div>
      <Dialog
        title={m.view_save()}
        open={naming !== undefined}
        onClose={() => setNaming(undefined)}
        actions={
          <Button tone="primary" disabled={!naming?.trim()} onClick={() => void keep([...own, { name: naming ?? '', search }])}>
            {m.save()}
          </Button>
        }
      >
        <TextInput label={m.view_name()} value={naming ?? ''} maxLength={40} onChange={setNaming} />
      </Dialog>
    </div>
  );
}
