// The foot of the desk for the second officer: what the first proposed, where it differs from the rules, and confirm, change or send back.
import type { SentOf } from '@anwang/contract';
import { useMemo, useRef, useState } from 'react';
import { api } from '../../client/api.ts';
import { useWhenBack } from '../../client/when-back.ts';
import { useWrite } from '../../client/write.ts';
import { ReasonDialog } from '../../frame/ReasonDialog.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Ladder } from '../../ui/Ladder.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useLabel, useUnitWords } from '../../words/label.ts';
import { DeskClock } from './DecisionBar.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';
import { countyOf, type Decision, restOf, standingDecision } from './decision.ts';
import { agreeWord, outcomeWord, urgencyWord } from './decision-words.ts';
import { useCounties } from './desk-choices.ts';
import type { DeskReport } from './queries.ts';
import styles from './Screening.module.css';
import { useReportConflict } from './use-report-conflict.ts';
import { WaitingPress } from './WaitingPress.tsx';

type Input = SentOf<'review', 'decide'>;
type Sent = { step: string; decision: Decision; done: () => void; input?: Input };
type Props = {
  report: DeskReport;
  proposal: NonNullable<DeskReport['proposal']>;
  others: readonly { name: string }[];
  overtaken: boolean;
  onForm: (open: boolean) => void;
  onDone: () => void;
};

/** What the proposal rests on, in words. */
const restWord = ({ kind, number }: NonNullable<Props['proposal']['restsOn']>): string =>
  (kind === 'case' ? m.rests_on_case_said : m.rests_on_report_said)({ number: number ?? '' });

/** The decision bar of the second officer. */
export function ReviewBar({ report, proposal, others, overtaken, onForm, onDone }: Props) {
  const unitWord = useUnitWords();
  const label = useLabel();
  const word = useConceptWords();
  const to = useCounties().find((each) => each.id === proposal.toCounty);
  const standing = useMemo(() => standingDecision(proposal), [proposal]);
  const [dialog, open] = useState<'none' | 'change' | 'back'>('none');
  const setDialog = (next: 'none' | 'change' | 'back') => {
    open(next);
    onForm(next !== 'none');
    back.stop();
  };
  const conflict = useReportConflict();
  const sent = useRef<Sent>({ step: 'confirmed', decision: standing, done: () => {} });
  const write = useWrite(api.review.decide, {
    done: m.review_done(),
    onDone: () => {
      back.stop();
      sent.current.done();
      setDialog('none');
      onDone();
    },
    onProblem: (problem) => back.hold(problem) || conflict(problem, sent.current),
  });
  // The same that was pressed, at the version that was seen.
  const back = useWhenBack(() => sent.current.input && write.run(sent.current.input));
  const send = (input: Input, about: Omit<Sent, 'input'>) => {
    sent.current = { ...about, input };
    write.run(input);
  };
  const base = { reportId: report.id, proposalId: proposal.id, version: report.version };
  const confirm = () => send({ ...base, decision: 'confirmed' }, { step: 'confirmed', decision: standing, done: () => {} });
  const change = (decision: Decision, done: () => void) => {
    const input: Input = {
      ...base,
      decision: 'changed',
      reason: decision.differsReason,
      change: {
        outcome: decision.outcome,
        reason: decision.reason,
        toCounty: countyOf(decision),
        restsOn: restOf(decision),
        band: decision.band,
        lines: decision.outcome === 'accept' ? decision.lines : [],
        note: decision.note || null,
      },
    };
    send(input, { step: 'changed', decision, done });
  };
  const may = report.mayReview.allowed;
  // Not to take over a case of another county is to return it: no report is refused.
  const returns = report.handedFrom?.programme != null && proposal.outcome === 'notAccepted';
  const outcome = returns ? m.transfer_return() : outcomeWord(proposal.outcome);
  const agree = to ? m.review_agree_hand_on() : returns ? m.review_agree({ outcome }) : agreeWord(proposal.outcome);
  const keys = may
    ? [
        { key: 'a', does: agree, run: confirm },
        { key: 'c', does: m.review_change(), run: () => setDialog('change') },
        { key: 'b', does: m.review_send_back(), run: () => setDialog('back') },
      ]
    : [];
  useKeys(keys);
  return (
    <section className={styles.decision} aria-label={m.decision_bar()} data-print="no" data-foot-bar="">
      <DeskClock report={report} others={others} />
      <div>
        <div className="row">
          <Badge tone="teal">{m.review_of({ name: proposal.proposedBy.name })}</Badge>
          <b className="el">
            {outcome}
            {proposal.reason ? `：${word(proposal.reason)}` : ''}
          </b>
          <Ladder band={proposal.band} />
        </div>
        {to && (
          <p>
            <b>{m.handed_to({ county: label(to.name) })}</b>
          </p>
        )}
        {proposal.restsOn && (
          <p>
            <b>{restWord(proposal.restsOn)}</b>
            {proposal.restsOn.kind === 'report' && proposal.lines.length === 0 && m.clause_mark() + m.rests_on_linked()}
          </p>
        )}
        <ul className={styles.reasons}>
          {proposal.lines.map((line) => (
            <li key={line.id}>
              <span className="i3">·</span>
              <span className="el">
                {label(line.programmeLabel)} {urgencyWord(line.urgency)} → {unitWord(line.unitName)}
              </span>
              <span className="i3">{line.proposedUnitId && line.proposedUnitId !== line.unitId ? m.other_unit_than_proposed() : ''}</span>
            </li>
          ))}
        </ul>
        {proposal.differs && <p className="att">{m.differs_from_rules({ reason: proposal.differsReason ?? '' })}</p>}
        {proposal.note && (
          <p className="i2">
            {returns && <b>{m.transfer_return_note()} </b>}
            {proposal.note}
          </p>
        )}
      </div>
      <div>
        <div className="row">
          <span className="i3 el">{label(proposal.reviewRule.label)}</span>
          <span className="sp" />
          <span className="i3 nw">{formatMoment(proposal.proposedAt)}</span>
        </div>
        {may ? (
          <div className={styles.buttons}>
            <Button tone="primary" size="large" keycap="A" busy={write.busy} onClick={confirm}>
              {agree}
            </Button>
            <Button size="large" keycap="C" onClick={() => setDialog('change')}>
              {m.review_change()}
            </Button>
            <Button size="large" keycap="B" onClick={() => setDialog('back')}>
              {m.review_send_back()}
            </Button>
          </div>
        ) : (
          <p className={styles.buttons}>{label(report.mayReview.why?.label) || m.already_decided()}</p>
        )}
        {back.waiting && dialog === 'none' ? <WaitingPress onStop={back.stop} /> : <p className={styles.foot}>{m.never_own()}</p>}
      </div>
      {dialog === 'change' && (
        <DecisionDialog
          report={report}
          start={{ ...standing, differsReason: '' }}
          proposed={standing}
          second
          draft={`review.${proposal.id}.change`}
          busy={write.busy}
          waiting={back.waiting}
          onStop={back.stop}
          overtaken={overtaken}
          onClose={() => setDialog('none')}
          onSend={change}
        />
      )}
      {dialog === 'back' && (
        <ReasonDialog
          most={1000}
          title={m.review_send_back()}
          action={m.review_send_back()}
          busy={write.busy}
          back={back}
          {...(overtaken ? { note: m.decided_meanwhile() } : {})}
          onClose={() => setDialog('none')}
          draft={`review.${proposal.id}.back`}
          onReason={(reason, done) => {
            const decision = { ...standing, differsReason: '', note: reason };
            send({ ...base, decision: 'sentBack', reason }, { step: 'sentBack', decision, done });
          }}
        />
      )}
    </section>
  );
}
