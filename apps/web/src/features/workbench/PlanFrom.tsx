// A visit is planned from the day itself: first for which family, then the form of the case.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { useUrl } from '../../frame/url.ts';
import { Button } from '../../ui/Button.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { caseName } from '../../words/case-name.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';

/** The button in the head of the day, and the question behind it. */
export function PlanFrom() {
  const [url, setUrl] = useUrl('plan');
  return (
    <>
      <Button size="small" onClick={() => setUrl({ plan: 'new' }, true)}>
        <Icon name="plus" />
        {m.plan_visit()}
      </Button>
      {url.plan === 'new' && <WhichFamily onClose={() => setUrl({ plan: undefined }, true)} />}
    </>
  );
}

function WhichFamily({ onClose }: { onClose: () => void }) {
  const label = useLabel();
  const navigate = useNavigate();
  const mine = useQuery({ queryKey: ['cases', 'list', 'mine', 'plan'], queryFn: () => api.cases.list({ view: 'mine', limit: 100 }) });
  const rows = mine.data?.rows ?? [];
  return (
    <Dialog title={m.plan_visit()} open onClose={onClose}>
      {mine.data && rows.length === 0 ? (
        <p>{m.plan_no_family()}</p>
      ) : (
        <Chooser
          label={m.plan_which_family()}
          value={null}
          choices={rows.map((row) => ({
            value: row.id,
            label: caseName(row),
            note: [label(row.programmeLabel), row.number].join(m.clause_mark()),
          }))}
          onChange={(id) => void navigate({ to: `/cases/${id}`, search: { act: 'planVisit' } })}
        />
      )}
    </Dialog>
  );
}
