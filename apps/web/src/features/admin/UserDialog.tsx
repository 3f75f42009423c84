// One account: name and unit, open or closed, rights, a new first password, end of all sessions.
import { PASSWORD_MIN } from '@anwang/contract/shapes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CheckBox, SelectInput, TextInput } from '../../ui/inputs.tsx';
import { Section } from '../../ui/Section.tsx';
import { say } from '../../ui/toast.tsx';
import { taipeiDay } from '../../words/dates.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Admin.module.css';
import { asReach, type GrantDraft, GrantsEditor, toGrants } from './GrantsEditor.tsx';
import type { User } from './user.ts';

const grantsOf = (user: User): GrantDraft[] =>
  user.grants.map((each) => ({
    key: each.id,
    role: each.role,
    reach: asReach(each.reach),
    reachId: each.reachId,
    until: each.until ? taipeiDay(each.until) : null,
  }));

/** The dialog of one account. */
export function UserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const label = useLabel();
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.reference.units({}), staleTime: 600_000 });
  const [known] = useState(() => ({ name: user.name, title: user.title ?? '', unitId: user.unitId ?? '', active: user.active }));
  const [held] = useState(() => ({ grants: grantsOf(user) }));
  const account = useDraft(`admin.user.${user.id}`, known);
  const granted = useDraft(`admin.grants.${user.id}`, held);
  const form = account.value;
  // A password is never kept anywhere but in this field.
  const [password, setPassword] = useState('');
  const change = useWrite(api.admin.changeUser, { done: m.admin_saved(), onDone: account.drop });
  const rights = useWrite(api.admin.setGrants, { done: m.admin_saved(), onDone: granted.drop });
  const reset = useWrite(api.admin.resetPassword, { done: m.password_reset_done(), onDone: () => setPassword('') });
  const end = useWrite(api.admin.endSessions, { onDone: ({ ended }) => say(m.sessions_ended({ n: ended })) });
  const put = (more: Partial<typeof form>) => account.change({ ...form, ...more });
  return (
    <Dialog title={user.name + m.in_brackets({ text: user.userName })} open onClose={onClose} width="wide">
      <div className={styles.pair}>
        <TextInput label={m.name()} value={form.name} onChange={(name) => put({ name })} error={change.problem?.fields.name} />
        <TextInput label={m.job_title()} value={form.title} onChange={(title) => put({ title })} error={change.problem?.fields.title} />
        <SelectInput
          label={m.unit()}
          value={form.unitId}
          choices={(units.data?.units ?? []).map((each) => ({ value: each.id, label: label(each.name) }))}
          onChange={(unitId) => put({ unitId })}
        />
        <CheckBox label={m.account_open()} checked={form.active} onChange={(active) => put({ active })} />
      </div>
      <div className="row wrap">
        <Button
          tone="primary"
          busy={change.busy}
          onClick={() =>
            change.run({
              accountId: user.id,
              version: user.version,
              name: form.name,
              title: form.title || null,
              unitId: form.unitId || null,
              active: form.active,
            })
          }
        >
          {m.save()}
        </Button>
        <DraftNote state={account.state} savedAt={account.savedAt} />
      </div>
      <Section title={m.admin_roles()} />
      <GrantsEditor grants={granted.value.grants} onChange={(grants) => granted.change({ grants })} errors={rights.problem?.fields ?? {}} />
      <div className="row wrap">
        <Button
          busy={rights.busy}
          onClick={() => rights.run({ accountId: user.id, version: user.version, grants: toGrants(granted.value.grants) })}
        >
          {m.admin_save_grants()}
        </Button>
        <DraftNote state={granted.state} savedAt={granted.savedAt} />
      </div>
      <Section title={m.sign_in()} />
      <div className={styles.pair}>
        <TextInput
          label={m.first_password()}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={reset.problem?.fields.password}
          hint={m.password_hint({ n: PASSWORD_MIN })}
        />
        <div className="row wrap" style={{ alignSelf: 'end' }}>
          <Button disabled={password.length < PASSWORD_MIN} busy={reset.busy} onClick={() => reset.run({ accountId: user.id, password })}>
            {m.password_reset()}
          </Button>
          <Button busy={end.busy} onClick={() => end.run({ accountId: user.id })}>
            {m.end_sessions()}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
