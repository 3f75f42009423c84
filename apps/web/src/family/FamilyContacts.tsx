// Addresses and telephones of a family, as far as this view may hold them; a protected one shows only after its own request with a reason.
import { useState } from 'react';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { ReasonDialog } from '../frame/ReasonDialog.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Section } from '../ui/Section.tsx';
import tableStyles from '../ui/Table.module.css';
import { formatDate, m } from '../words/index.ts';
import { useDistrictWords } from '../words/label.ts';
import { sourceWord } from '../words/source.ts';

type Contact = {
  id: string;
  personId: string;
  kind: string;
  value: string | null;
  district: string | null;
  protected: boolean;
  source: string;
  since: string | null;
};
type Props = { contacts: readonly Contact[]; people: readonly { id: string; name: string | null }[] };

/** A kind of contact in words. */
function contactWord(kind: string): string {
  const words: Record<string, string> = {
    registeredAddress: m.contact_registered(),
    residenceAddress: m.contact_residence(),
    phone: m.contact_phone(),
    email: m.email(),
    shelter: m.contact_shelter(),
    school: m.contact_school(),
    workplace: m.contact_workplace(),
  };
  return words[kind] ?? kind;
}

/** The table of contacts. */
export function FamilyContacts({ contacts, people }: Props) {
  const district = useDistrictWords();
  const [asking, setAsking] = useState<Contact | undefined>(undefined);
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(new Map());
  const reveal = useWrite(api.people.reveal, {
    refresh: [],
    onDone: ({ value }) => {
      if (asking) setShown(new Map([...shown, [asking.id, value]]));
      setAsking(undefined);
    },
  });
  if (contacts.length === 0) return null;
  return (
    <>
      <Section title={m.contacts()} />
      <table className={tableStyles.table}>
        <tbody>
          {contacts.map((each) => (
            <tr key={each.id}>
              <td style={{ width: 96 }}>{people.find((person) => person.id === each.personId)?.name ?? m.unnamed()}</td>
              <td style={{ width: 88 }} className="i2">
                {contactWord(each.kind)}
              </td>
              <td>
                {shown.get(each.id) ?? each.value ?? (
                  <Button size="small" onClick={() => setAsking(each)}>
                    <Icon name="lock" />
                    {m.open()}
                  </Button>
                )}{' '}
                {each.protected && (
                  <Badge>
                    <Icon name="lock" />
                    {m.protected()}
                  </Badge>
                )}
              </td>
              <td className="i3">
                {[district(each.district), sourceWord(each.source), each.since ? formatDate(each.since) : ''].filter(Boolean).join('，')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asking && (
        <ReasonDialog
          title={contactWord(asking.kind)}
          note={m.reveal_note()}
          busy={reveal.busy}
          onClose={() => setAsking(undefined)}
          onReason={(reason) => reveal.run({ personId: asking.personId, kind: 'contact', id: asking.id, reason })}
        />
      )}
    </>
  );
}
