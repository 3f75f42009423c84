// The views of the list with their counts, and the person's own saved views (kept on the server for this person alone).
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { m } from '../../words/index.ts';
import styles from './CaseList.module.css';
import { viewIds } from './filter.ts';

type Saved = { name: string; search: string };
const draftKey = 'views.cases';
const touchAfterMs = 30 * 86_400_000;

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
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const counts = useQuery({ queryKey: ['cases', 'views'], queryFn: () => api.cases.views({}), staleTime: 30_000 });
  const saved = useQuery({
    queryKey: ['drafts', draftKey],
    queryFn: async () => {
      const { draft } = await api.drafts.read({ key: draftKey });
      const views = savedFrom(draft?.body);
      // What nobody touched for a season is swept away with the drafts; views are not typed again, only used.
      if (draft && Date.now() - Date.parse(draft.savedAt) > touchAfterMs) await api.drafts.save({ key: draftKey, body: { views } });
      return views;
    },
  });
  const [naming, setNaming] = useState<string | undefined>(undefined);
  const count = (view: string) => {
    const found = counts.data?.views.find((each) => each.view === view);
    return found?.count;
  };
  const write = useWrite((body: { views: Saved[] }) => api.drafts.save({ key: draftKey, body }), {
    refresh: [['drafts', draftKey]],
    onDone: () => setNaming(undefined),
  });
  const keep = (views: Saved[]) => write.run({ views });
  const name = naming?.trim() ?? '';
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
          <Button tone="bare" size="small" busy={write.busy} onClick={() => keep(own.filter((view) => view.search !== search))}>
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
          <Button type="submit" form="save-view" tone="primary" busy={write.busy} disabled={name === ''}>
            {m.save()}
          </Button>
        }
      >
        <form
          id="save-view"
          onSubmit={(event) => {
            event.preventDefault();
            // A name stands for one view: the last one that was saved under it.
            if (name !== '') keep([...own.filter((view) => view.name !== name), { name, search }]);
          }}
        >
          <TextInput label={m.view_name()} value={naming ?? ''} maxLength={40} onChange={setNaming} />
        </form>
      </Dialog>
    </div>
  );
}
