// A new account with its first password and rights.
import { PASSWORD_MIN } from '@anwang/contract/shapes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectInput, TextInput } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { type GrantDraft, GrantsEditor, toGrants } from './GrantsEditor.tsx';

type NewUser = { userName: string; name: string; title: string; unitId: string; grants: GrantDraft[] };
const nothing: NewUser = { userName: '', name: '', title: '', unitId: '', grants: [] };

/** The dialog. */
export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const label = useLabel();
  const units = useQuery({ queryKey: ['units'], queryFn: () => api.reference.units({}), staleTime: 600_000 });
  const { value: form, change, state, savedAt, drop } = useDraft('admin.new-user', nothing);
  // A password is never kept anywhere but in this field.
  const [password, setPassword] = useState('');
  const create = useWrite(api.admin.createUser, {
    done: m.admin_saved(),
    onDone: () => {
      drop();
      onClose();
    },
  });
  const errors = create.problem?.fields ?? {};
  const put = (more: Partial<typeof form>) => change({ ...form, ...more });
  return (
    <Dialog
      title={m.admin_new_user()}
      open
      onClose={onClose}
      width="wide"
      actions={
        <>
          <DraftNote state={state} savedAt={savedAt} />
          <span className="sp" />
          <Button onClick={onClose}>{m.keep_and_close()}</Button>
          <Button
            tone="primary"
            busy={create.busy}
            onClick={() =>
              create.run({
                userName: form.userName,
                name: form.name,
                title: form.title || null,
                unitId: form.unitId || null,
                password,
                grants: toGrants(form.grants),
              })
            }
          >
            {m.save()}
          </Button>
        </>
      }
    >
      <TextInput
        label={m.user_name()}
        required
        value={form.userName}
        onChange={(userName) => put({ userName })}
        hint={m.user_name_hint()}
        error={errors.userName}
      />
      <TextInput label={m.name()} required value={form.name} onChange={(name) => put({ name })} error={errors.name} />
      <TextInput label={m.job_title()} value={form.title} onChange={(title) => put({ title })} error={errors.title} />
      <SelectInput
        label={m.unit()}
        value={form.unitId}
        choices={(units.data?.units ?? []).map((each) => ({ value: each.id, label: label(each.name) }))}
        onChange={(unitId) => put({ unitId })}
        error={errors.unitId}
      />
      <TextInput
        label={m.first_password()}
        required
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        hint={m.password_hint({ n: PASSWORD_MIN })}
        error={errors.password}
      />
      <GrantsEditor grants={form.grants} onChange={(grants) => put({ grants })} errors={errors} />
    </Dialog>
  );
}
