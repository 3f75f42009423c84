// One account: name and unit, open or closed, rights, sign-in. Nobody closes, raises or resets the own one.
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CheckBox } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { AccountFields } from './AccountFields.tsx';
import styles from './Admin.module.css';
import { accountLines, bothSides } from './conflict.ts';
import { useNames, withHeld } from './names.ts';
import { RightsPart } from './RightsPart.tsx';
import { SignInPart } from './SignInPart.tsx';
import type { User } from './user.ts';

type Form = { name: string; title: string; extension: string; unitId: string; active: boolean };
/** Only what was changed is kept: what somebody else changed meanwhile shows through. */
const unchanged: Partial<Form> = {};

/** The dialog of one account. */
export function UserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const me = useMe();
  const own = me.id === user.id;
  return (
    <Dialog title={user.name + m.in_brackets({ text: user.userName })} open onClose={onClose} width="wide">
      <AccountPart user={user} own={own} />
      {own ? (
        <p className="i2">{m.admin_own_account()}</p>
      ) : (
        <>
          <RightsPart key={user.version} user={user} />
          <SignInPart user={user} />
        </>
      )}
    </Dialog>
  );
}

function AccountPart({ user, own }: { user: User; own: boolean }) {
  const label = useLabel();
  const names = useNames();
  const { value: changes, change, state, savedAt, drop } = useDraft(`admin.user.${user.id}`, unchanged);
  const save = useWrite(api.admin.changeUser, {
    done: m.admin_saved(),
    onDone: drop,
    onProblem: bothSides(accountLines(names)),
  });
  const form: Form = {
    name: user.name,
    title: user.title ?? '',
    extension: user.extension ?? '',
    unitId: user.unitId ?? '',
    active: user.active,
    ...changes,
  };
  const errors = save.problem?.fields ?? {};
  const put = (more: Partial<Form>) => change({ ...changes, ...more });
  const moves = form.unitId !== (user.unitId ?? '') && user.grants.some((each) => each.reach === 'unit' && each.reachId === user.unitId);
  return (
    <>
      <div className={styles.pair}>
        <AccountFields
          form={form}
          put={put}
          errors={errors}
          units={withHeld(names.units, user.unitId, label(user.unitName))}
          unitHint={moves ? m.admin_unit_moves() : undefined}
        />
        {!own && <CheckBox label={m.account_open()} checked={form.active} onChange={(active) => put({ active })} error={errors.active} />}
      </div>
      <div className="row wrap">
        <Button
          tone="primary"
          busy={save.busy}
          onClick={() =>
            save.run({
              accountId: user.id,
              version: user.version,
              name: form.name,
              title: form.title || null,
              extension: form.extension || null,
              unitId: form.unitId || null,
              active: form.active,
            })
          }
        >
          {m.save()}
        </Button>
        <DraftNote state={state} savedAt={savedAt} />
      </div>
    </>
  );
}
