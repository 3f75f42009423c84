// The rights of one account, saved on their own: they hold from the account's next request on.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { taipeiDay } from '../../words/dates.ts';
import { m } from '../../words/index.ts';
import { bothSides, rightsLines } from './conflict.ts';
import { GrantsEditor } from './GrantsEditor.tsx';
import { asReach, type GrantDraft, toGrants } from './grants.ts';
import { useNames } from './names.ts';
import type { User } from './user.ts';

/** What the county gave: the operation of the installation is given elsewhere and stays as it is. */
const grantsOf = (user: User): GrantDraft[] =>
  user.grants
    .filter((each) => each.reach !== 'none')
    .map((each) => ({
      key: each.id,
      role: each.role,
      reach: asReach(each.reach),
      reachId: each.reachId,
      until: each.until ? taipeiDay(each.until) : null,
    }));

/** The editor with its button. */
export function RightsPart({ user }: { user: User }) {
  const names = useNames();
  const [held] = useState(() => ({ grants: grantsOf(user) }));
  const { value, change, state, savedAt, drop } = useDraft(`admin.grants.${user.id}`, held);
  const save = useWrite(api.admin.setGrants, {
    done: m.admin_rights_saved(),
    onDone: drop,
    onProblem: bothSides(rightsLines(names)),
  });
  return (
    <>
      <Section title={m.admin_roles()} />
      <GrantsEditor grants={value.grants} onChange={(grants) => change({ grants })} errors={save.problem?.fields ?? {}} />
      {save.problem?.fields.grants && (
        <p className="urg" role="alert">
          {save.problem.fields.grants}
        </p>
      )}
      <div className="row wrap">
        <Button busy={save.busy} onClick={() => save.run({ accountId: user.id, version: user.version, grants: toGrants(value.grants) })}>
          {m.admin_save_grants()}
        </Button>
        <DraftNote state={state} savedAt={savedAt} />
      </div>
    </>
  );
}
