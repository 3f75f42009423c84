// The family of a case: the picture as far as this case may see it, and the members of the case with their roles.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { OwnContacts } from '../../contacts/OwnContacts.tsx';
import { FamilyView } from '../../family/FamilyView.tsx';
import { useUrl } from '../../frame/url.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatDate, m } from '../../words/index.ts';
import { useConceptWords } from '../../words/label.ts';
import { describePerson } from '../../words/person.ts';
import { useCaseWords } from './case-words.ts';
import { FamilyWords } from './FamilyWords.tsx';
import type { Workspace } from './queries.ts';

/** The family tab. */
export function FamilyTab({ one }: { one: Workspace }) {
  const word = useConceptWords();
  const roleWord = useCaseWords(one);
  const [, setUrl] = useUrl('act', 'who');
  const may = (type: string) => one.allowed.some((each) => each.type === type);
  const canChange = may('changeRole');
  const canTell = may('tellHome');
  const family = useQuery({ queryKey: ['cases', one.id, 'family'], queryFn: () => api.cases.family({ caseId: one.id }) });
  const present = one.members.filter((each) => each.until === null);
  const victims = one.side === 'victim' ? present.filter((each) => each.role === 'subject' || each.role === 'victim') : [];
  const open = present.filter((each) => each.identityOpen).map((each) => each.name ?? m.unnamed());
  const othersOf = (personId: string) =>
    present
      .filter((each) => each.personId !== personId)
      .map((each) => ({ id: each.personId, name: each.name, likely: each.role === 'respondent' }));
  return (
    <>
      <Section as="h2" title={m.case_members({ n: present.length })} />
      <table className={`${tableStyles.table} ${tableStyles.cards}`}>
        <tbody>
          {[...present, ...one.members.filter((each) => each.until !== null)].map((each) => (
            <tr className={each.until === null ? '' : 'i3'} key={`${each.personId}-${each.role}`}>
              <td>
                <Link to={`/people/${each.personId}`}>{each.name ?? m.unnamed()}</Link>
                {each.until === null && one.placements.some((placement) => placement.personId === each.personId) && (
                  <>
                    {' '}
                    <Badge tone="attention">{m.placed()}</Badge>
                  </>
                )}
                {each.identityOpen && (
                  <>
                    {' '}
                    <Badge tone="attention">{m.identity_open()}</Badge>
                  </>
                )}
              </td>
              <td className="nw">{describePerson(each.sex, each.age, each.ageGuessed)}</td>
              <td className="nw">
                {roleWord(each.role)}
                {each.relation ? ` ${word(each.relation, 'relation')}` : ''}
              </td>
              <td className="i3">
                {formatDate(each.since)}
                {each.until ? `–${formatDate(each.until)}` : ''}
              </td>
              {(canChange || canTell) && (
                <td className="nw" data-print="no">
                  {canTell && each.until === null && each.role !== 'subject' && (
                    <Button
                      size="small"
                      aria-label={`${m.home_tell()} ${each.name ?? m.unnamed()}`}
                      onClick={() => setUrl({ act: 'tellHome', who: each.personId })}
                    >
                      {m.home_tell()}
                    </Button>
                  )}{' '}
                  {canChange && each.until === null && each.role !== 'subject' && (
                    <Button
                      size="small"
                      aria-label={`${m.role_change()} ${each.name ?? m.unnamed()}`}
                      onClick={() => setUrl({ act: 'changeRole', who: each.personId })}
                    >
                      {m.role_change()}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <FamilyWords one={one} onTakeBack={may('takeBackFamily') ? (who) => setUrl({ act: 'takeBackFamily', who }) : undefined} />
      {open.length > 0 && <p className="pad i2 t-s">{m.identity_open_more({ names: open.join(m.list_mark()) })}</p>}
      {victims.map((each) => (
        <OwnContacts key={each.personId} personId={each.personId} name={each.name} others={othersOf(each.personId)} />
      ))}
      <Shown query={family}>
        {(data) => <FamilyView family={data} onCorrect={may('tellKin') ? (who) => setUrl({ act: 'tellKin', who }) : undefined} />}
      </Shown>
    </>
  );
}
