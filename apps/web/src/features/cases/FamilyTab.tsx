// The family of a case: the picture as far as this case may see it, and the members of the case with their roles.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { OwnContacts } from '../../contacts/OwnContacts.tsx';
import { FamilyView } from '../../family/FamilyView.tsx';
import { Section } from '../../ui/Section.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatDate, m } from '../../words/index.ts';
import { useConceptWords } from '../../words/label.ts';
import { describePerson } from '../../words/person.ts';
import type { Workspace } from './queries.ts';

const roleWords = (): Record<string, string> => ({
  subject: m.role_subject(),
  member: m.role_family_member(),
  victim: m.role_victim(),
  respondent: m.role_respondent(),
  caregiver: m.role_caregiver(),
  contact: m.role_contact(),
  collateral: m.role_collateral(),
});

/** The family tab. */
export function FamilyTab({ one }: { one: Workspace }) {
  const word = useConceptWords();
  const family = useQuery({ queryKey: ['cases', one.id, 'family'], queryFn: () => api.cases.family({ caseId: one.id }) });
  const present = one.members.filter((each) => each.until === null);
  const victims = one.side === 'victim' ? present.filter((each) => each.role === 'subject' || each.role === 'victim') : [];
  const othersOf = (personId: string) =>
    present
      .filter((each) => each.personId !== personId)
      .map((each) => ({ id: each.personId, name: each.name, likely: each.role === 'respondent' }));
  return (
    <>
      <Section as="h2" title={m.case_members({ n: one.members.length })} />
      <table className={tableStyles.table}>
        <tbody>
          {one.members.map((each) => (
            <tr key={`${each.personId}-${each.role}`}>
              <td>
                <Link to={`/people/${each.personId}`}>{each.name ?? m.unnamed()}</Link>
              </td>
              <td>{describePerson(each.sex, each.age)}</td>
              <td>
                {roleWords()[each.role] ?? each.role}
                {each.relation ? ` ${word(each.relation, 'relation')}` : ''}
              </td>
              <td className="i3">
                {formatDate(each.since)}
                {each.until ? `–${formatDate(each.until)}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {victims.map((each) => (
        <OwnContacts key={each.personId} personId={each.personId} name={each.name} others={othersOf(each.personId)} />
      ))}
      <Shown query={family}>{(data) => <FamilyView family={data} />}</Shown>
    </>
  );
}
