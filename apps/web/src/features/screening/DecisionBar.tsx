// The foot of the desk: the clock, what the rules propose and why, and the four answers by key. The system proposes, a person decides and is named.
import { useMemo, useRef, useState } from 'react';
import { api } from '../../client/api.ts';
import { useWhenBack } from '../../client/when-back.ts';
import { useWrite } from '../../client/write.ts';
import { LearnDialog } from '../../reports/LearnDialog.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { useKeys } from '../../ui/keys.ts';
import { bandWord } from '../../ui/Ladder.tsx';
import { say } from '../../ui/toast.tsx';
import { basisWord } from '../../words/basis.ts';
import { formatMoment, formatTime, m } from '../../words/index.ts';
import { useConceptWords, useLabel, useUnitWords } from '../../words/label.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import { type Decision, missingPart, type Outcome, proposedDecision, toProposal } from './decision.ts';
import { outcomeWord, urgencyWord } from './decision-words.ts';
import type { DeskFamily, DeskReport } from './queries.ts';
import styles from './Screening.module.css';
import { useReportConflict } from './use-report-conflict.ts';
import { WaitingPress } from './WaitingPress.tsx';

type Props = {
  report: DeskReport;
  family: DeskFamily | undefined;
  others: readonly { name: string }[];
  overtaken: boolean;
  onForm: (open: boolean) => void;
  onDone: () => void;
};

/** The decision bar of the first officer. */
export function DecisionBar({ report, family, others, overtaken, onForm, onDone }: Props) {
  const unitWord = useUnitWords();
  const label = useLabel();
  const proposed = useMemo(() => proposedDecision(report), [report]);
  const [dialog, open] = useState<Outcome | undefined>(undefined);
  const setDialog = (outcome: Outcome | undefined) => {
    open(outcome);
    onForm(outcome !== undefined);
    back.stop();
  };
  const [asks, setAsks] = useState(false);
  const about = report.persons[0];
  const conflict = useReportConflict();
  const sent = useRef<{ decision: Decision; done: () => void; input?: ReturnType<typeof toProposal> }>({
    decision: proposed,
    done: () => {},
  });
  const write = useWrite(api.screening.propose, {
    onDone: (answer) => {
      back.stop();
      sent.current.done();
      setDialog(undefined);
      say(answer.needsReview ? m.proposed_for_review() : m.dispatched_now());
      onDone();
    },
    onProblem: (problem) => back.hold(problem) || conflict(problem, sent.current),
  });
  // The same that was pressed, at the version that was seen.
  const back = useWhenBack(() => sent.current.input && write.run(sent.current.input));
  const seen = { hits: (family?.candidates ?? []).map((each) => each.linkId), flags: (family?.flags ?? []).map((each) => each.id) };
  const send = (decision: Decision, done = () => {}) => {
    const input = toProposal(report, decision, seen);
    sent.current = { decision, done, input };
    write.run(input);
  };
  const may = report.mayPropose.allowed;
  const adopt = () => (missingPart(proposed, proposed) ? setDialog(proposed.outcome) : send(proposed));
  // A case of another county is taken or returned; to keep it as information would leave the family to nobody.
  const transfer = report.handedFrom?.programme != null;
  const notTaken = transfer ? m.transfer_return() : m.outcome_not_accepted();
  const keys = may
    ? [
        { key: 'a', does: m.adopt(), run: adopt },
        { key: 'c', does: m.decide_otherwise(), run: () => setDialog('accept') },
        ...(transfer ? [] : [{ key: 'i', does: m.outcome_information_only(), run: () => setDialog('informationOnly') }]),
        { key: 'n', does: notTaken, run: () => setDialog('notAccepted') },
        ...(about ? [{ key: 'q', does: m.ask_more(), run: () => setAsks(true) }] : []),
      ]
    : [];
  useKeys(keys);
  const { suggestion } = report;
  return (
    <section className={styles.decision} aria-label={m.decision_bar()} data-print="no" data-foot-bar="">
      <DeskClock report={report} others={others} />
      <div>
        <SentBack report={report} />
        <div className="row">
          <Badge tone="teal">{m.proposal()}</Badge>
          <b className="el">
            {outcomeWord(suggestion.outcome)}
            {suggestion.lines.length > 0
              ? ` → ${suggestion.lines.map((line) => `${label(line.programmeLabel)} ${urgencyWord(line.urgency)}${line.grade ? ` ${line.grade === 'L1' ? m.grade_1() : m.grade_2()}` : ''}`).join(m.list_mark())}`
              : ''}
          </b>
        </div>
        <ol className={styles.reasons}>
          {suggestion.rules.slice(0, 4).map((rule, index) => (
            <li key={rule.code}>
              <span className="i3">{index + 1}</span>
              <span className="el" title={label(rule.label)}>
                {label(rule.label)}
              </span>
              <span className="i3 el">{rule.basis === null ? m.by_rule() : basisWord(rule.basis)}</span>
            </li>
          ))}
        </ol>
        {suggestion.rules.length > 4 && <p className={styles.foot}>{m.more_reasons({ n: suggestion.rules.length - 4 })}</p>}
      </div>
      <div>
        <div className="row">
          <span className="i3 nw">{m.send_to()}</span>
          <span className="el">
            {[
              // Two programmes may go to one unit: it is said once.
              ...new Set(
                suggestion.lines.map((line) =>
                  line.route
                    ? `${unitWord(line.route.unitName)} ${m.load_of({ open: line.route.openCases, capacity: line.route.capacity ?? '—' })}`
                    : m.no_route(),
                ),
              ),
            ].join(m.list_mark()) || m.none()}
          </span>
          <span className="sp" />
          <span className="i3 nw">
            {m.band_label()} {bandWord(suggestion.band)}
            {m.clause_mark()}
            {m.rules_version({ version: suggestion.ruleVersion })}
          </span>
        </div>
        {may ? (
          <div className={styles.buttons}>
            <Button tone="primary" size="large" keycap="A" busy={write.busy} onClick={adopt}>
              {suggestion.reviewRequired ? m.adopt() : m.adopt_dispatch()}
            </Button>
            <Button size="large" keycap="C" onClick={() => setDialog('accept')}>
              {m.decide_otherwise()}
            </Button>
            {!transfer && (
              <Button size="large" keycap="I" onClick={() => setDialog('informationOnly')}>
                {m.outcome_information_only()}
              </Button>
            )}
            <Button size="large" keycap="N" onClick={() => setDialog('notAccepted')}>
              {notTaken}
            </Button>
            {about && (
              <Button tone="bare" keycap="Q" onClick={() => setAsks(true)}>
                {m.ask_more()}
              </Button>
            )}
          </div>
        ) : (
          <p className={styles.buttons}>{label(report.mayPropose.why?.label) || m.already_decided()}</p>
        )}
        {back.waiting && !dialog ? (
          <WaitingPress onStop={back.stop} />
        ) : (
          <p className={styles.foot}>{transfer ? m.decision_note_transfer() : m.decision_note()}</p>
        )}
      </div>
      {asks && about && <LearnDialog report={report} person={about} corrects={null} onClose={() => setAsks(false)} />}
      {dialog && (
        <DecisionDialog
          report={report}
          start={{ ...proposed, outcome: dialog }}
          proposed={proposed}
          draft={`decision.${report.id}.${dialog}`}
          busy={write.busy}
          waiting={back.waiting}
          onStop={back.stop}
          overtaken={overtaken}
          onClose={() => setDialog(undefined)}
          onSend={send}
        />
      )}
    </section>
  );
}

/** Why the second officer sent it back, and what it was that did not convince. */
function SentBack({ report }: { report: DeskReport }) {
  const word = useConceptWords();
  const { proposal } = report;
  const review = proposal?.review;
  if (report.status !== 'returned' || !proposal || review?.decision !== 'sentBack') return null;
  const returns = report.handedFrom?.programme != null && proposal.outcome === 'notAccepted';
  return (
    <div role="note">
      <p className="att">
        {m.sent_back_by({ name: review.by, reason: review.reason ?? '' })} <span className="i3 t-s">{formatMoment(review.at)}</span>
      </p>
      <p className="i2 t-s">
        {m.proposed_before({
          outcome: [returns ? m.transfer_return() : outcomeWord(proposal.outcome), proposal.reason && word(proposal.reason)]
            .filter(Boolean)
            .join(m.clause_mark()),
        })}
      </p>
    </div>
  );
}

/** The left cell: the desk's clock and who works on it. */
export function DeskClock({ report, others }: { report: DeskReport; others: readonly { name: string }[] }) {
  const label = useLabel();
  const open = report.clocks.filter((clock) => clock.due && !clock.stoppedAt).sort((a, b) => (a.due! < b.due! ? -1 : 1));
  const [first] = open;
  return (
    <div>
      {first?.due ? (
        <>
          <div className="row">
            <span className="el">{label(first.label)}</span>
            <span className="sp" />
            <span className="i2 nw">{m.until({ time: formatTime(first.due) })}</span>
          </div>
          <Clock start={first.start} due={first.due} layout="big" />
          <div className="t-xs i3 el" title={basisWord(first.basis)}>
            {basisWord(first.basis)}
          </div>
        </>
      ) : (
        <span className="i3">{m.no_clock()}</span>
      )}
      {report.proposal && <div className="t-xs">{m.screened_by({ name: report.proposal.proposedBy.name })}</div>}
      {others.length > 0 && (
        <div className="t-xs att" role="status">
          {m.present_also({ name: others.map((each) => each.name).join(m.list_mark()) })}
        </div>
      )}
      <div className={styles.foot}>{m.never_own()}</div>
    </div>
  );
}
