// Addresses and telephones of a family, as far as this view may hold them; a protected one shows only after its own request with a reason.
import { OpenContact } from '../contacts/OpenContact.tsx';
import { Section } from '../ui/Section.tsx';
import tableStyles from '../ui/Table.module.css';
import { contactWord } from '../words/contact.ts';
import { m } from '../words/index.ts';
import { useDistrictWords } from '../words/label.ts';
import { useSourceWords } from '../words/source.ts';
import { originWords } from './origin-words.ts';
import { type Named, PersonLink } from './PersonLink.tsx';

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
type Props = { contacts: readonly Contact[]; people: readonly Named[] };

/** The table of contacts. */
export function FamilyContacts({ contacts, people }: Props) {
  const sourceWord = useSourceWords();
  const district = useDistrictWords();
  if (contacts.length === 0) return null;
  // Everybody's together, in the order of the picture.
  const place = new Map(people.map((each, at) => [each.id, at]));
  const inOrder = [...contacts].sort((a, b) => (place.get(a.personId) ?? 0) - (place.get(b.personId) ?? 0) || a.kind.localeCompare(b.kind));
  return (
    <>
      <Section title={m.contacts()} />
      <table className={tableStyles.table}>
        <tbody>
          {inOrder.map((each, at) => (
            <tr key={each.id} data-print={each.protected ? 'no' : undefined}>
              <td style={{ width: 96 }}>
                {each.personId !== inOrder[at - 1]?.personId && <PersonLink id={each.personId} people={people} />}
              </td>
              <td style={{ width: 88 }} className="i2">
                {contactWord(each.kind)}
              </td>
              <td>
                <OpenContact personId={each.personId} contact={each} />
              </td>
              <td className="i3">{originWords(district(each.district), sourceWord(each.source), each.since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
