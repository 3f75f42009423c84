// The form that keeps a contact from somebody: what, from whom, why, and until when it is to be looked at again. What is typed is kept like any other form.
import type { OutputOf, SentOf } from '@anwang/contract';
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { FormDialog } from '../frame/FormDialog.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { CheckList, SelectInput, TextArea, TextInput } from '../ui/inputs.tsx';
import { Skeleton } from '../ui/states.tsx';
import { contactKinds, contactWord } from '../words/contact.ts';
import { m } from '../words/index.ts';
import { monthsFrom } from './months-from.ts';

/** Somebody from whom a contact may be kept; `likely`: the other side of a report or case, chosen at first. */
export type Other = { readonly id: string; readonly name: string | null; readonly likely: boolean };
type Contact = OutputOf<'people', 'contacts'>['contacts'][number];
type Props = { personId: string; contact: Contact | null; others: readonly Other[]; onClose: () => void };

/** The dialog; without a contact it puts in a new one that is hidden from its first moment. */
export function ShieldDialog({ personId, contact, others, onClose }: Props) {
  const [initial] = useState(() => ({
    kind: contact?.kind ?? '',
    text: '',
    from: others.filter((each) => each.likely).map((each) => each.id),
    // Why it is hidden already may name the place, and this form names the other side.
    reason: '',
    reviewOn: contact?.reviewOn ?? monthsFrom(new Date(), 6),
  }));
  const { value, change, state, savedAt, drop } = useDraft(`shield.${personId}.${contact?.id ?? 'new'}`, initial);
  const options = {
    done: m.shield_done(),
    onDone: () => {
      drop();
      onClose();
    },
  };
  const hide = useWrite<SentOf<'people', 'shield'>, OutputOf<'people', 'shield'>>(api.people.shield, options);
  const add = useWrite<SentOf<'people', 'addHidden'>, OutputOf<'people', 'addHidden'>>(api.people.addHidden, options);
  const errors = (contact ? hide : add).problem?.fields ?? {};
  const put = (more: Partial<typeof value>) => change({ ...value, ...more });
  const kind = contactKinds.find((each) => each === value.kind);
  const ready = value.from.length > 0 && value.reason.trim() !== '' && value.reviewOn !== '' && kind !== undefined;
  const save = () => {
    const shielding = { personId, from: value.from, reason: value.reason, reviewOn: value.reviewOn };
    if (contact) hide.run({ ...shielding, contactId: contact.id, version: contact.version });
    else if (kind) add.run({ ...shielding, kind, value: value.text });
  };
  return (
    <FormDialog
      title={contact ? m.shield_title({ kind: contactWord(contact.kind) }) : m.shield_new()}
      action={m.shield()}
      busy={hide.busy || add.busy}
      ready={ready && (contact !== null || value.text.trim() !== '')}
      draft={{ state, savedAt }}
      onClose={onClose}
      onSend={save}
    >
      {state === 'loading' ? (
        <Skeleton lines={5} />
      ) : (
        <div className="stack">
          <p>{m.shield_note()}</p>
          {!contact && (
            <>
              <SelectInput
                label={m.contact_kind()}
                required
                value={value.kind}
                onChange={(next) => put({ kind: next })}
                choices={contactKinds.map((each) => ({ value: each, label: contactWord(each) }))}
              />
              <TextInput
                label={m.contact_value()}
                required
                maxLength={200}
                value={value.text}
                onChange={(text) => put({ text })}
                error={errors.value}
              />
            </>
          )}
          {others.length === 0 ? (
            <p className="att">{m.shield_nobody()}</p>
          ) : (
            <CheckList
              label={m.shield_from()}
              value={value.from}
              onChange={(from) => put({ from })}
              choices={others.map((each) => ({ value: each.id, label: each.name ?? m.unnamed() }))}
              error={errors.from}
            />
          )}
          <TextArea
            label={m.reason()}
            required
            rows={2}
            maxLength={400}
            hint={m.shield_reason_hint()}
            value={value.reason}
            onChange={(reason) => put({ reason })}
            error={errors.reason}
          />
          <DateInput
            label={m.shield_until()}
            required
            value={value.reviewOn || null}
            onChange={(iso) => put({ reviewOn: iso ?? '' })}
            remark={() => m.shield_until_note()}
            error={errors.reviewOn}
          />
        </div>
      )}
    </FormDialog>
  );
}
