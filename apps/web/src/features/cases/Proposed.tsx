// What waits for a decision, beside the question: who proposed what, for which reason, in which words. Nobody decides from memory.
import { factWords } from '../../words/fact-words.ts';
import { formatMoment, m } from '../../words/index.ts';
import styles from './Case.module.css';
import { useCaseWords } from './case-words.ts';
import { FormAnswers } from './FormAnswers.tsx';
import { actOfEvent } from './form-fields.ts';
import { MoveProposed } from './MoveNote.tsx';
import { useTimeline, type Workspace } from './queries.ts';
import { sentBackOf } from './sent-back.ts';
import { TransferProposed } from './TransferNote.tsx';

const proposals: Readonly<Record<string, string>> = { decideOpening: 'openingProposed', decideClosure: 'closureProposed' };

/** The proposal that an act decides on; nothing for other acts. */
export function Proposed({ one, type }: { one: Workspace; type: string }) {
  const word = useCaseWords(one);
  const kind = proposals[type];
  const timeline = useTimeline(one.id, kind !== undefined);
  const entry = timeline.data?.pages.flatMap((page) => page.rows).find((each) => each.type === kind);
  const back = sentBackOf(one, type);
  if (back) return <SentBack back={back} />;
  if (type === 'decideMove') return <MoveProposed one={one} />;
  if (type === 'decideTransfer') return <TransferProposed one={one} />;
  if (entry === undefined) return null;
  return (
    <section className={styles.proposed} aria-label={m.proposal_waiting()}>
      <p className="i2 t-s">{m.proposed_by({ name: entry.by, time: formatMoment(entry.at) })}</p>
      <p>
        <b>{factWords(entry.facts, word)}</b>
      </p>
      {entry.text && <p className={styles.said}>{entry.text}</p>}
      <FormAnswers one={one} act={actOfEvent[entry.type] ?? ''} answers={entry.answers} />
    </section>
  );
}

/** Why it was sent back, where it is mended; or that it was taken back. */
function SentBack({ back }: { back: Workspace['approvals'][number] }) {
  if (back.decision === 'withdrawn')
    return (
      <section className={styles.proposed} aria-label={m.proposal_withdrawn()}>
        <p className="i2 t-s">
          {m.proposal_withdrawn_by({ name: back.proposedBy, time: back.decidedAt ? formatMoment(back.decidedAt) : '' })}
        </p>
        <p className="i2 t-s">{m.sent_back_begins()}</p>
      </section>
    );
  return (
    <section className={styles.proposed} aria-label={m.proposal_sent_back()}>
      <p className="i2 t-s">
        {m.proposal_sent_back_by({ name: back.decidedBy ?? '', time: back.decidedAt ? formatMoment(back.decidedAt) : '' })}
      </p>
      {back.reason && <p className={styles.said}>{back.reason}</p>}
      <p className="i2 t-s">{m.sent_back_begins()}</p>
    </section>
  );
}
