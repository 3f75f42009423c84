// The contacts of one person: the open ones beside the family, and, looked at alone over a covered page, the hidden ones with their reasons, where they are kept
// longer or shown again. What is hidden is never on a screen that names the other side (house law 8; docs/decisions/0031).
import type { OutputOf } from '@anwang/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../client/api.ts';
import { Shown } from '../client/Shown.tsx';
import { useWrite } from '../client/write.ts';
import { ReasonDialog } from '../frame/ReasonDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
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

/** The list beside other things. `others`: from whom a contact may be kept. */
export function OwnContacts(props: Props) {
  const [alone, setAlone] = useState(false);
  const see = (
    <Button size="small" onClick={() => setAlone(true)}>
      <Icon name="shield" />
      {m.contacts_alone()}
    </Button>
  );
  return (
    <>
      <Held {...props} alone={false} see={see} />
      {alone && <ContactsAlone {...props} onClose={() => setAlone(false)} />}
    </>
  );
}

/** The person looked at alone: the page behind is covered. */
export function ContactsAlone({ onClose, ...props }: Props & { onClose: () => void }) {
  return (
    <Dialog title={m.contacts_alone()} open onClose={onClose} width="wide" covers>
      <Held {...props} alone />
    </Dialog>
  );
}

type Seen = Props & { alone: boolean; see?: ReactNode };

function Held(props: Seen) {
  const { personId, alone } = props;
  const query = useQuery({ queryKey: ['people', personId, 'contacts', alone], queryFn: () => api.people.contacts({ personId, alone }) });
  return <Shown query={query}>{(data) => <List {...props} data={data} />}</Shown>;
}

function List({ personId, name, others, see, data }: Seen & { data: Contacts }) {
  const label = useLabel();
  const [form, setForm] = useState<'none' | 'new' | Contact>('none');
  const may = data.mayShield.allowed;
  return (
    <>
      {form !== 'none' && (
        <ShieldDialog personId={personId} contact={form === 'new' ? null : form} others={others} onClose={() => setForm('none')} />
      )}
      {/* The form names the other side: meanwhile the list is not to be seen. It stays in the page, so that the focus comes back to its button. */}
      <div hidden={form !== 'none'}>
        <Section
          title={m.contacts_of({ name: name ?? m.unnamed() })}
          note={may ? '' : label(data.mayShield.why?.label)}
          end={
            <>
              {may && (
                <Button size="small" onClick={() => setForm('new')}>
                  <Icon name="lock" />
                  {m.shield_new()}
                </Button>
              )}{' '}
              {may && see}
            </>
          }
        />
        {/* What is hidden is not on this page: nothing here says that there is none. */}
        {data.contacts.length === 0 && (
          <Empty title={see && may ? m.contacts_none_open() : m.contacts_none()}>
            {may ? (see ? m.contacts_none_open_more() : m.contacts_none_more()) : ''}
          </Empty>
        )}
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
      </div>
    </>
  );
}

function Line({ personId, contact, may, onShield }: { personId: string; contact: Contact; may: boolean; onShield: () => void }) {
  const sourceWord = useSourceWords();
  const district = useDistrictWords();
  const [lifting, setLifting] = useState(false);
  const lift = useWrite(api.people.unshield, { done: m.unshielded(), onDone: () => setLifting(false) });
  const hide = contact.protected ? m.shield_renew() : m.shield();
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
          <Button size="small" aria-label={`${hide} ${contactWord(contact.kind)}`} onClick={onShield}>
            {hide}
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
