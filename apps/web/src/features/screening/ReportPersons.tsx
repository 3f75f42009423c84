// Everybody whom the report names, as reported, and whether the index knows them.
import { useState } from 'react';
import { ContactsAlone } from '../../contacts/OwnContacts.tsx';
import { BackDialog } from '../../reports/BackDialog.tsx';
import { LearnDialog } from '../../reports/LearnDialog.tsx';
import { Learned } from '../../reports/Learned.tsx';
import type { Fact } from '../../reports/learned-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/Section.tsx';
import { formatDate, m } from '../../words/index.ts';
import { useConceptWords } from '../../words/label.ts';
import { sexWord } from '../../words/person.ts';
import { personRoleWord } from '../../words/person-role.ts';
import type { DeskFamily, DeskReport } from './queries.ts';
import styles from './Screening.module.css';

const matchWords = () => ({
  confirmed: m.match_confirmed(),
  candidates: m.match_candidates(),
  new: m.match_new(),
  unidentifiable: m.match_unidentifiable(),
});

type Person = DeskReport['persons'][number];

type Props = { report: DeskReport; alike: DeskFamily['alike'] };

/** The list of reported persons. */
export function ReportPersons({ report, alike }: Props) {
  const { persons } = report;
  const word = useConceptWords();
  const [shown, setShown] = useState<Person | undefined>(undefined);
  const [asked, setAsked] = useState<{ of: Person; corrects: Fact | null } | undefined>(undefined);
  const [back, setBack] = useState<Fact | undefined>(undefined);
  const open = report.mayPropose.allowed;
  const othersOf = (of: Person) =>
    persons.flatMap((each) =>
      each.personId === null || each.id === of.id ? [] : [{ id: each.personId, name: each.name, likely: each.role === 'respondent' }],
    );
  return (
    <>
      <Section title={m.reported_persons({ n: persons.length })} />
      <ul className={styles.lines}>
        {persons.map((person) => (
          <li key={person.id}>
            <span className="i3">{personRoleWord(person.role)}</span>
            <span>
              <b>{person.name ?? m.unnamed()}</b> {sexWord(person.sex)}{' '}
              {person.birthDate
                ? formatDate(person.birthDate)
                : person.birthYear !== null
                  ? m.born_year({ roc: person.birthYear - 1911, year: String(person.birthYear) })
                  : person.ageApproximate !== null
                    ? m.age_about({ n: person.ageApproximate })
                    : ''}
              {person.relationToSubject ? ` ${word(person.relationToSubject, 'relation')}` : ''}
              {person.livesWithSubject === null ? '' : ` ${person.livesWithSubject ? m.lives_with() : m.lives_apart()}`}
              {person.school ? ` ${person.school}` : ''}
              {[...person.phones, ...person.addresses].length > 0 && (
                <span className="i3"> {[...person.phones, ...person.addresses].join(m.clause_mark())}</span>
              )}
              <Learned
                person={person}
                onCorrect={open ? (corrects) => setAsked({ of: person, corrects }) : undefined}
                onTakeBack={open ? setBack : undefined}
              />
              <Unnarrowed alike={alike.find((each) => each.reportPersonId === person.id)} />
            </span>
            <span className="row wrap">
              {person.contactsHidden && (
                <Badge tone="attention">
                  <Icon name="shield" />
                  {m.shielded()}
                </Badge>
              )}
              {open && (
                <Button
                  size="small"
                  aria-label={m.learned_button_of({ name: person.name ?? m.unnamed() })}
                  onClick={() => setAsked({ of: person, corrects: null })}
                >
                  {m.learned_button()}
                </Button>
              )}
              {person.personId && person.role !== 'respondent' && (
                <Button
                  size="small"
                  aria-label={m.contacts_button_of({ name: person.name ?? m.unnamed() })}
                  onClick={() => setShown(person)}
                >
                  {m.contacts()}
                </Button>
              )}
              <span className="i3 nw">{matchWords()[person.match]}</span>
            </span>
          </li>
        ))}
      </ul>
      {asked && <LearnDialog report={report} person={asked.of} corrects={asked.corrects} onClose={() => setAsked(undefined)} />}
      {back && <BackDialog report={report} fact={back} onClose={() => setBack(undefined)} />}
      {shown?.personId && (
        <ContactsAlone personId={shown.personId} name={shown.name} others={othersOf(shown)} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}

/** A name, or a part of one, that many people have: how many, and what to ask for. */
function Unnarrowed({ alike }: { alike: DeskFamily['alike'][number] | undefined }) {
  if (!alike) return null;
  const n = alike.more ? m.alike_at_least({ n: alike.n }) : String(alike.n);
  const words = alike.masked ? m.masked_alike : alike.shown === 0 ? m.named_alike : m.named_alike_some;
  return (
    <span className={styles.unnarrowed} role="note">
      {words({ n, shown: alike.shown })}
    </span>
  );
}
