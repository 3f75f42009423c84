// The contacts of one person looked at alone: the only place where a hidden one is shown to whoever may know it, and where it is hidden and shown again.
import type { OutputOf } from '@anwang/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../client/api.ts';
import { Shown } from '../client/Shown.tsx';
import { useWrite } from '../client/write.ts';
import { ReasonDialog } from '../frame/ReasonDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Section } from '../ui/Section.tsx';
import { Empty } from '../ui/states.tsx';
import tableStyles from '../ui/Table.module.css';
import { contactWord } from '../words/contact.ts';
import { formatDate, m } from '../words/index.ts';
import { useDistrictWords, useLabel } from '../words/label.ts';
import { useSourceWords } from '../words/source.ts';
import { OpenContact } from './OpenContact.tsx';
import { type Other, ShieldDialog } from './ShieldDialog.tsx';

type Contacts = OutputOf<'people', 'contacts'>;
type Contact = Contacts['contacts'][number];
type Props = { personId: string; name: string | null; others: readonly Other[] };

/** The list of one person. `others`: from whom a contact may be kept. */
export function OwnContacts(props: Props) {
  const { personId } = props;
  const query = useQuery({ queryKey: ['people', personId, 'contacts'], queryFn: () => api.people.contacts({ personId }) });
  return <Shown query={query}>{(data) => <List {...props} data={data} />}</Shown>;
}

function List({ personId, name, others, data }: Props & { data: Contacts }) {
  const label = useLabel();
  const [form, setForm] = useState<'none' | 'new' | Contact>('none');
  const may = data.mayShield.allowed;
  return (
    <>
      <Section
        title={m.contacts_of({ name: name ?? m.unnamed() })}
        note={may ? '' : label(data.mayShield.why?.label)}
        end={
          may && (
            <Button size="small" onClick={() => setForm('new')}>
              <Icon name="shield" />
              {m.shield_new()}
            </Button>
          )
        }
      />
      {data.contacts.length === 0 && <Empty title={m.contacts_none()}>{may ? m.contacts_none_more() : ''}</Empty>}
      {data.contacts.length > 0 && (
        <table className={tableStyles.table}>
          <thead className="vh">
            <tr>
              <th scope="col">{m.contact_kind()}</th>
              <th scope="col">{m.contact_value()}</th>
              <th scope="col">{m.source()}</th>
              <th scope="col">{m.shield()}</th>
            </tr>
          </thead>
          <tbody>
            {data.contacts.map((each) => (
              <Line key={each.id} personId={personId} contact={each} may={may} onShield={() => setForm(each)} />
            ))}
          </tbody>
        </table>
      )}
      {data.contacts.some((each) => each.protected) && <p data-print="only">{m.contacts_not_printed()}</p>}
      {form !== 'none' && (
        <ShieldDialog personId={personId} contact={form === 'new' ? null : form} others={others} onClose={() => setForm('none')} />
      )}
    </>
  );
}

function Line({ personId, contact, may, onShield }: { personId: string; contact: Contact; may: boolean; onShield: () => void }) {
  const sourceWord = useSourceWords();
  const district = useDistrictWords();
  const [lifting, setLifting] = useState(false);
  const lift = useWrite(api.people.unshield, { done: m.unshielded(), onDone: () => setLifting(false) });
  const origin = [district(contact.district), sourceWord(contact.source), contact.since ? formatDate(contact.since) : ''];
  return (
    <tr data-print={contact.protected ? 'no' : undefined}>
      <td style={{ width: 88 }} className="i2">
        {contactWord(contact.kind)}
      </td>
      <td>
        <OpenContact personId={personId} contact={contact} />
        {contact.protected && (
          <div className="i2 t-s">
            {m.shielded_from({ n: contact.keptFrom })}
            {contact.reviewOn ? `${m.clause_mark()}${m.shield_review({ date: formatDate(contact.reviewOn) })}` : ''}
            {contact.reason ? `${m.clause_mark()}${contact.reason}` : ''}
          </div>
        )}
      </td>
      <td className="i3">{origin.filter(Boolean).join(m.clause_mark())}</td>
      <td className="num nw">
        {may && (
          <Button size="small" aria-label={`${m.shield()} ${contactWord(contact.kind)}`} onClick={onShield}>
            {contact.protected ? m.shield_renew() : m.shield()}
          </Button>
        )}{' '}
        {may && contact.protected && (
          <Button size="small" tone="bare" aria-label={`${m.unshield()} ${contactWord(contact.kind)}`} onClick={() => setLifting(true)}>
            {m.unshield()}
          </Button>
        )}
        {lifting && (
          <ReasonDialog
            title={m.unshield_title({ kind: contactWord(contact.kind) })}
            note={m.unshield_note()}
            action={m.unshield()}
            least={2}
            busy={lift.busy}
            onClose={() => setLifting(false)}
            draft={`lift.${contact.id}`}
            onReason={(reason, sent) =>
              lift.run({ personId, contactId: contact.id, version: contact.version, reason }, { onSuccess: sent })
            }
          />
        )}
      </td>
    </tr>
  );
}
