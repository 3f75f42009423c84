// One dispatch as the receiving unit sees it: why it came here, what was reported, the family; accept with a worker, join an open case, or dispute once.

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { isConflict, linesOf, showConflict, textOf } from '../../client/conflict.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { Recuse } from '../../recusal/Recuse.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { SelectInput } from '../../ui/inputs.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { MaybeOneOf } from '../../ui/OneOf.tsx';
import { Section } from '../../ui/Section.tsx';
import { say } from '../../ui/toast.tsx';
import { basisWord } from '../../words/basis.ts';
import { hasEnded } from '../../words/case-ended.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useLabel } from '../../words/label.ts';
import styles from './Dispatch.module.css';
import { DispatchFamily } from './DispatchFamily.tsx';
import { ReportFacts, ReportStory } from './DispatchReport.tsx';
import { DisputeDialog } from './DisputeDialog.tsx';
import { type DispatchOne, useDispatch } from './queries.ts';
import { dispatchStatusWord } from './words.ts';

const statuses = ['sent', 'accepted', 'disputed', 'upheld', 'redirected', 'withdrawn'] as const;

/** The right side of the inbox. */
export function DispatchDetail({ dispatchId }: { dispatchId: string }) {
  const query = useDispatch(dispatchId);
  return <Shown query={query}>{(dispatch) => <Detail dispatch={dispatch} />}</Shown>;
}

function Detail({ dispatch }: { dispatch: DispatchOne }) {
  const label = useLabel();
  const word = useConceptWords();
  return (
    <>
      {dispatch.mayAccept ? (
        <Answer dispatch={dispatch} />
      ) : (
        <p className={styles.actions}>
          {dispatch.withdrawn && dispatch.status !== 'accepted' ? m.dispatch_withdrawn_from() : dispatchStatusWord(dispatch.status)}
          {dispatch.disputeReason ? `：${word(dispatch.disputeReason, 'disputeReason')}` : ''}
          {dispatch.arbiterDue && dispatch.status === 'disputed' ? (
            <Clock start={dispatch.sentAt} due={dispatch.arbiterDue} layout="inline" label={m.arbiter_clock()} />
          ) : null}
        </p>
      )}
      {dispatch.toldAs && (
        <p className="pad">
          <b>{dispatch.toldAs === 'case' ? m.told_as_case_more() : m.told_as_report_more()}</b>
          {dispatch.joins && ` ${dispatch.joins.number}`}
        </p>
      )}
      {dispatch.ruling && (
        <p className="pad">
          <b>{rulingWord(dispatch)}</b>
          {m.clause_mark()}
          {dispatch.ruling.reason}{' '}
          <span className="i3 t-s">
            {dispatch.ruling.by}·{formatMoment(dispatch.ruling.at)}
          </span>
        </p>
      )}
      <div className={styles.columns}>
        <div>
          <Section
            as="h2"
            title={`${dispatch.title ?? m.unnamed()}·${label(dispatch.programmeLabel)}`}
            end={<Ladder band={dispatch.band} />}
          />
          <ReportFacts dispatch={dispatch} />
          {dispatch.clocks
            .filter((clock) => clock.due)
            .map((clock) => (
              <div key={clock.rule} className="pad row wrap" style={{ paddingBlock: 4 }}>
                <Clock start={clock.start} due={clock.due!} stoppedAt={clock.stoppedAt} label={label(clock.label)} layout="inline" />
                <span className="t-xs i3">{basisWord(clock.basis)}</span>
              </div>
            ))}
          <ReportStory dispatch={dispatch} />
        </div>
        <div>
          <DispatchFamily family={dispatch.family} />
        </div>
      </div>
    </>
  );
}

/** What the arbiter said: a unit that did not dispute has it from the arbiter, the one that did keeps it. */
const rulingWord = ({ disputeReason }: DispatchOne): string => (disputeReason === null ? m.sent_here_by_arbiter() : m.dispatch_upheld());

/** Open cases of the same programme to which the report may be added: of the family, and the one the desk meant. */
function joinable({ family, programme, joins }: DispatchOne): { id: string; number: string; leadName: string | null }[] {
  const known = family.cases.filter((each) => each.programme === programme && each.readable && !hasEnded(each));
  const rest = joins && known.every((each) => each.id !== joins.caseId) ? [{ ...joins, id: joins.caseId }] : [];
  return [...rest, ...known];
}
/** A case of its own, beside the one that goes on. */
const ownCase = 'new';

function Answer({ dispatch }: { dispatch: DispatchOne }) {
  const navigate = useNavigate();
  const [worker, setWorker] = useState('');
  const [disputing, setDisputing] = useState(false);
  const same = joinable(dispatch);
  // What the desk sent to be added is added, unless the unit says otherwise.
  const meant = dispatch.joins?.caseId ?? (dispatch.toldAs !== null && same.length === 1 ? (same[0]?.id ?? '') : '');
  const [join, setJoin] = useState(meant);
  const accept = useWrite(api.dispatch.accept, {
    onDone: (answer) =>
      say(m.accepted_as({ number: answer.caseNumber }), 'done', {
        label: m.open(),
        run: () => void navigate({ to: `/cases/${answer.caseId}` }),
      }),
    onProblem: (problem) => {
      if (!isConflict(problem)) return false;
      const { theirs } = problem.facts;
      const status = statuses.find((each) => each === textOf(theirs, 'status'));
      showConflict({
        theirs: linesOf(
          [m.conflict_now(), status ? dispatchStatusWord(status) : ''],
          [m.conflict_by(), textOf(theirs, 'arbitratedBy') || textOf(theirs, 'disputedBy') || textOf(theirs, 'acceptedBy')],
        ),
        yours: linesOf([m.assign_to(), dispatch.workers.find((each) => each.id === worker)?.name ?? m.assign_later()]),
      });
      return true;
    },
  });
  return (
    <div className={styles.actions} data-print="no">
      <Clock start={dispatch.sentAt} due={dispatch.acceptDue} label={m.accept_clock()} />
      <MaybeOneOf
        label={m.assign_to()}
        value={worker}
        empty={m.assign_later()}
        choices={dispatch.workers
          .toSorted((a, b) => a.openCases - b.openCases)
          .map((each) => ({ value: each.id, label: each.name, note: m.open_count({ n: each.openCases }) }))}
        onChange={setWorker}
      />
      {same.length > 0 && (
        <SelectInput
          label={m.join_case()}
          value={join}
          empty={m.choose()}
          choices={[
            ...same.map((each) => ({ value: each.id, label: `${each.number} ${each.leadName ?? ''}` })),
            { value: ownCase, label: m.new_case() },
          ]}
          onChange={setJoin}
        />
      )}
      <Button
        tone="primary"
        size="large"
        busy={accept.busy}
        disabled={same.length > 0 && join === ''}
        onClick={() =>
          accept.run({
            dispatchId: dispatch.id,
            version: dispatch.version,
            workerId: worker || null,
            joinCaseId: join === ownCase ? null : join || null,
          })
        }
      >
        {m.accept()}
      </Button>
      {dispatch.mayDispute && (
        <Button size="large" onClick={() => setDisputing(true)}>
          {m.dispute()}
        </Button>
      )}
      <Recuse thing={{ kind: 'report', id: dispatch.reportId }} />
      {disputing && <DisputeDialog dispatch={dispatch} onClose={() => setDisputing(false)} />}
    </div>
  );
}
