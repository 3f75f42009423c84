// What was reported, as the receiving unit and the arbiter read it: where it came from, why it was sent here, the story, the people, the files.
import { HandedCase } from '../../handed/HandedCase.tsx';
import { Learned } from '../../reports/Learned.tsx';
import { Section } from '../../ui/Section.tsx';
import { generalWord } from '../../words/general-word.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useDistrictWords, useLabel } from '../../words/label.ts';
import { whoReported } from '../../words/person.ts';
import { personRoleWord } from '../../words/person-role.ts';
import styles from './Dispatch.module.css';
import type { Reported } from './queries.ts';

/** Whether the arbiter gave it to this unit, which did not dispute it. */
const byArbiter = (dispatch: Reported): boolean => 'ruling' in dispatch && dispatch.ruling !== null && dispatch.disputeReason === null;

/** The facts in two columns. */
export function ReportFacts({ dispatch }: { dispatch: Reported }) {
  const district = useDistrictWords();
  const label = useLabel();
  const word = useConceptWords();
  return (
    <dl className={styles.facts}>
      <dt>{m.source()}</dt>
      <dd>
        {word(dispatch.channel, 'channel')}·{word(dispatch.reporterKind, 'reporterKind')}
      </dd>
      <dt>{m.received_at()}</dt>
      <dd>
        {formatMoment(dispatch.receivedAt)}，{m.report_number({ number: dispatch.reportNumber })}
      </dd>
      <dt>{m.sent_by()}</dt>
      <dd>
        {dispatch.sentBy}，{formatMoment(dispatch.sentAt)}
      </dd>
      {dispatch.about && (
        <>
          <dt>{m.case_about()}</dt>
          <dd>{dispatch.about}</dd>
        </>
      )}
      {dispatch.grade && (
        <>
          <dt>{m.grade()}</dt>
          <dd>
            {[generalWord(dispatch.grade), dispatch.class ? generalWord(dispatch.class) : null].filter(Boolean).join(m.clause_mark())}
          </dd>
        </>
      )}
      <dt>{m.why_here()}</dt>
      <dd>
        {dispatch.route?.reasons.map((each) => label(each.label)).join(m.list_mark()) ||
          (byArbiter(dispatch) ? m.sent_here_by_arbiter() : m.chosen_by_person())}
      </dd>
      {!dispatch.handed && (
        <>
          <dt>{m.grounds()}</dt>
          <dd>{dispatch.grounds.map((each) => label(each.label)).join(m.list_mark()) || m.unknown()}</dd>
        </>
      )}
      <dt>{m.needs()}</dt>
      <dd>{dispatch.needs.map((each) => label(each.label)).join(m.list_mark()) || m.unknown()}</dd>
      <dt>{m.place()}</dt>
      <dd>{[district(dispatch.districtName), dispatch.place].filter(Boolean).join(' ') || m.unknown()}</dd>
    </dl>
  );
}

/** Story, people, files. */
export function ReportStory({ dispatch }: { dispatch: Reported }) {
  const word = useConceptWords();
  return (
    <>
      <Section title={m.narrative()} />
      <p className={styles.text}>{dispatch.narrative}</p>
      <HandedCase handed={dispatch.handed} />
      <Section title={m.reported_persons({ n: dispatch.persons.length })} />
      <dl className={styles.facts}>
        {dispatch.persons.map((person) => (
          <div key={person.id} style={{ display: 'contents' }}>
            <dt>{person.name ?? m.unnamed()}</dt>
            <dd>
              {personRoleWord(person.role)}
              {m.clause_mark()}
              {whoReported(person)}
              {person.relationToSubject ? ` ${word(person.relationToSubject, 'relation')}` : ''}{' '}
              {person.livesWithSubject === null ? '' : `${person.livesWithSubject ? m.lives_with() : m.lives_apart()} `}
              {[...person.phones, ...person.addresses].join(m.clause_mark())}
              <Learned person={person} />
            </dd>
          </div>
        ))}
      </dl>
      {dispatch.files.length > 0 && (
        <>
          <Section title={m.attachments({ n: dispatch.files.length })} />
          <ul className={styles.facts} style={{ display: 'block' }}>
            {dispatch.files.map((file) => (
              <li key={file.id}>
                <a href={`/api/files/${file.id}`} download={file.name}>
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
