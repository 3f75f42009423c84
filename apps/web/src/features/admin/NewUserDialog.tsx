// A new account with its first password and rights.
import { PASSWORD_MIN } from '@anwang/contract/shapes';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { AccountFields } from './AccountFields.tsx';
import { GrantsEditor } from './GrantsEditor.tsx';
import { type GrantDraft, toGrants } from './grants.ts';
import { useNames } from './names.ts';

type NewUser = { userName: string; name: string; title: string; extension: string; unitId: string; grants: GrantDraft[] };
const nothing: NewUser = { userName: '', name: '', title: '', extension: '', unitId: '', grants: [] };

/** The dialog. */
export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const names = useNames();
  const { value: form, change, state, savedAt, drop } = useDraft('admin.new-user', nothing);
  // A password is never kept anywhere but in this field.
  const [password, setPassword] = useState('');
  const create = useWrite(api.admin.createUser, {
    done: m.admin_user_made(),
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
                extension: form.extension || null,
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
      <AccountFields form={form} put={put} errors={errors} units={names.units} />
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
