// What was reported, read from the case: the story, the people, the files, what was added since, and the way to add more. Open in the address, so that it can be linked.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { HandedCase } from '../../handed/HandedCase.tsx';
import { AddEvidenceDialog } from '../../reports/AddEvidenceDialog.tsx';
import { Learned } from '../../reports/Learned.tsx';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { formatDate, formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useDistrictWords, useLabel } from '../../words/label.ts';
import { whoReported } from '../../words/person.ts';
import { personRoleWord } from '../../words/person-role.ts';
import styles from './Case.module.css';
import type { ReportOfCase } from './queries.ts';

type Props = { caseId: string; report: { id: string; number: string }; onClose: () => void };

/** The dialog in which the report behind a case is read. */
export function CaseReport({ caseId, report, onClose }: Props) {
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['cases', caseId, 'reports', report.id],
    queryFn: () => api.cases.report({ caseId, reportId: report.id }),
  });
  const mayAdd = query.data?.mayAdd === true && may(me, 'report.append');
  if (adding) return <AddEvidenceDialog report={report} onClose={() => setAdding(false)} />;
  return (
    <Dialog
      title={m.report_number({ number: report.number })}
      open
      onClose={onClose}
      width="wide"
      actions={
        <>
          <span className="sp" />
          {mayAdd && <Button onClick={() => setAdding(true)}>{m.addition_add()}</Button>}
          <Button onClick={onClose}>{m.close()}</Button>
        </>
      }
    >
      <Shown query={query}>{(data) => <Told told={data} />}</Shown>
    </Dialog>
  );
}

function Told({ told }: { told: ReportOfCase }) {
  const label = useLabel();
  const word = useConceptWords();
  const district = useDistrictWords();
  const said = (answer: ReportOfCase['immediateDanger']) => (answer === 'yes' ? m.yes() : answer === 'no' ? m.no() : m.unknown());
  const list = (codes: ReportOfCase['grounds']) => codes.map((each) => label(each.label)).join(m.list_mark()) || m.unknown();
  return (
    <>
      <dl className={styles.facts}>
        <dt>{m.received_at()}</dt>
        <dd>{formatMoment(told.receivedAt)}</dd>
        <dt>{m.source()}</dt>
        <dd>{[word(told.channel, 'channel'), word(told.reporterKind, 'reporterKind')].join(m.clause_mark())}</dd>
        {told.occurredOn && (
          <>
            <dt>{m.occurred()}</dt>
            <dd>{formatDate(told.occurredOn)}</dd>
          </>
        )}
        <dt>{m.place()}</dt>
        <dd>{[district(told.districtName), told.place].filter(Boolean).join(' ') || m.unknown()}</dd>
        <dt>{m.grounds()}</dt>
        <dd>{list(told.grounds)}</dd>
        <dt>{m.needs()}</dt>
        <dd>{list(told.needs)}</dd>
        <dt>{m.danger_now()}</dt>
        <dd>{said(told.immediateDanger)}</dd>
        <dt>{m.children_home()}</dt>
        <dd>{said(told.childrenInHome)}</dd>
      </dl>
      <Section as="h3" title={m.narrative()} />
      <p className={styles.text}>{told.narrative}</p>
      {told.situation && <p className={styles.text}>{told.situation}</p>}
      <HandedCase handed={told.handed} as="h3" />
      {told.additions.length > 0 && <Section as="h3" title={m.additions({ n: told.additions.length })} />}
      {told.additions.map((each) => (
        <p className={styles.text} key={each.id}>
          <span className="i3 t-s">
            {formatMoment(each.at)}
            {m.clause_mark()}
            {each.origin === 'reporter' ? m.addition_by_reporter() : m.addition_by_staff()}
          </span>
          <br />
          {each.text}
        </p>
      ))}
      <Section as="h3" title={m.reported_persons({ n: told.persons.length })} />
      <dl className={styles.facts}>
        {told.persons.map((person) => (
          <div key={person.id} style={{ display: 'contents' }}>
            <dt>
              {person.personId ? <Link to={`/people/${person.personId}`}>{person.name ?? m.unnamed()}</Link> : (person.name ?? m.unnamed())}
            </dt>
            <dd>
              {[
                personRoleWord(person.role),
                person.relationToSubject ? word(person.relationToSubject, 'relation') : '',
                person.livesWithSubject === null ? '' : person.livesWithSubject ? m.lives_with() : m.lives_apart(),
                whoReported(person),
                ...person.phones,
                ...person.addresses,
                person.school,
              ]
                .filter(Boolean)
                .join(m.clause_mark())}
              <Learned person={person} />
            </dd>
          </div>
        ))}
      </dl>
      {told.files.length > 0 && <Section as="h3" title={m.attachments({ n: told.files.length })} />}
      <ul className="pad">
        {told.files.map((file) => (
          <li key={file.id}>
            <a href={`/api/files/${file.id}`} download={file.name}>
              {file.name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
