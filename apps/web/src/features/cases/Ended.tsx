// How a case ended, on top of what is read of it, on the screen and on paper: when, why, what came of its goals, what risk remains, who proposed and who decided.
import { Section } from '../../ui/Section.tsx';
import { formatDate, formatMoment, m } from '../../words/index.ts';
import styles from './Case.module.css';
import { useCaseWords } from './case-words.ts';
import { useTimeline, type Workspace } from './queries.ts';

const outcomes = ['achieved', 'partly', 'notAchieved', 'dropped', 'active'] as const;

/** The ending; nothing while the case goes on. */
export function Ended({ one }: { one: Workspace }) {
  const word = useCaseWords(one);
  const { closedAt } = one;
  const timeline = useTimeline(one.id, closedAt !== null);
  if (closedAt === null) return null;
  const notOpened = one.status === 'notOpened';
  const rows = timeline.data?.pages.flatMap((page) => page.rows) ?? [];
  const proposed = rows.find((each) => each.type === (notOpened ? 'openingProposed' : 'closureProposed'));
  const { residualRisk, followUpOn } = proposed?.facts ?? {};
  const remains = typeof residualRisk === 'string' ? word(residualRisk, 'residualRisk') : '';
  const decided = one.approvals.find((each) => each.kind === (notOpened ? 'opening' : 'closing') && each.decision === 'approved');
  const goals = outcomes.flatMap((status) => {
    const n = one.goals.filter((each) => each.status === status).length;
    return n === 0 ? [] : [m.ended_goals({ status: word(status), n })];
  });
  return (
    <>
      <Section as="h2" title={notOpened ? m.ended_not_opened() : m.ended_closed()} end={formatMoment(closedAt)} />
      <section className={styles.proposed} aria-label={notOpened ? m.ended_not_opened() : m.ended_closed()}>
        <p>
          <b>{one.closureCode ? word(one.closureCode) : ''}</b>
        </p>
        {remains !== '' && <p>{m.ended_risk({ risk: remains })}</p>}
        {typeof followUpOn === 'string' && <p>{m.ended_follow_up({ date: formatDate(followUpOn) })}</p>}
        {goals.length > 0 && <p>{m.ended_outcome({ goals: goals.join(m.list_mark()) })}</p>}
        {proposed?.text && <p className={styles.said}>{proposed.text}</p>}
        {decided && (
          <p className="i2 t-s">
            {m.ended_by({
              proposed: decided.proposedBy,
              decided: decided.decidedBy ?? '',
              time: formatMoment(decided.decidedAt ?? closedAt),
            })}
            {decided.reason ? m.clause_mark() + decided.reason : ''}
          </p>
        )}
      </section>
    </>
  );
}
