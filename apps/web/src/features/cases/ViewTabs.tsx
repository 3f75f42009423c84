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
import { countWord } from './count-word.ts';
import { conditionsOf, readFilter, shownBy, viewIds } from './filter.ts';

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
  highRisk: m.view_high_risk(),
  noContact: m.view_no_contact(),
  closing: m.view_closing(),
  unassigned: m.view_unassigned(),
  approvals: m.view_approvals(),
  shared: m.view_shared(),
  closed: m.view_closed(),
  all: m.all(),
});

/** The bar of views. @param changed something was added to the view that could be saved with it */
export function ViewTabs({ current, changed }: { current: string; changed: boolean }) {
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
  const count = (view: string) => countWord(counts.data?.views.find((each) => each.view === view));
  const write = useWrite((body: { views: Saved[] }) => api.drafts.save({ key: draftKey, body }), {
    refresh: [['drafts', draftKey]],
    onDone: () => setNaming(undefined),
  });
  const keep = (views: Saved[]) => write.run({ views });
  const name = naming?.trim() ?? '';
  const own = saved.data ?? [];
  const here = own.some((view) => view.search === search);
  return (
    <div className={styles.views} data-print="no">
      <TabBar
        label={m.views()}
        param="view"
        current={here ? '' : current}
        keeps={shownBy}
        tabs={viewIds.map((view) => ({ id: view, label: words()[view], count: count(view) }))}
      >
        {own.map((view) => (
          <SavedView key={view.name} {...view} here={view.search === search} />
        ))}
      </TabBar>
      <div>
        {here ? (
          <Button tone="bare" size="small" busy={write.busy} onClick={() => keep(own.filter((view) => view.search !== search))}>
            {m.view_forget()}
          </Button>
        ) : (
          changed && (
            <Button tone="bare" size="small" onClick={() => setNaming('')}>
              {m.view_changed()}
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

/** A view of one's own, with its count. */
function SavedView({ name, search, here }: Saved & { here: boolean }) {
  const asked = conditionsOf(readFilter(Object.fromEntries(new URLSearchParams(search)), 'all'));
  const found = useQuery({ queryKey: ['cases', 'count', asked], queryFn: () => api.cases.count(asked), staleTime: 30_000 });
  const count = countWord(found.data);
  return (
    <Link to={`/cases${search}`} className={here ? styles.here : undefined} aria-current={here ? 'page' : undefined}>
      {name}
      {count !== undefined && <i>{count}</i>}
    </Link>
  );
}
