// How a case stands between two units of its county: said above everything else of the case, since it tells who is responsible.
import { Badge } from '../../ui/Badge.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useDistrictWords, useUnitWords } from '../../words/label.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';

type Move = NonNullable<Workspace['move']>;

/** The stand of a move in one sentence. */
function useStand(): (move: Move) => string {
  const word = useConceptWords();
  const unitWord = useUnitWords();
  return (move) => {
    const unit = unitWord(move.unitName);
    const at = move.answeredAt ? formatMoment(move.answeredAt) : '';
    switch (move.status) {
      case 'proposed':
        return m.move_proposed({ unit });
      case 'sentBack':
        return m.move_sent_back({ unit, at });
      case 'sent':
        return m.move_sent({ unit, at: move.sentAt ? formatMoment(move.sentAt) : '' });
      case 'returned':
        return m.move_returned({ unit, at, reason: word(move.returned ?? '', 'moveReturnReason') });
      case 'withdrawn':
        if (move.returned === null) return m.move_taken_back({ unit, at });
        return m.move_withdrawn({ unit, at, reason: word(move.returned ?? '', 'moveWithdrawReason') });
      case 'accepted':
        return m.move_accepted({ unit: unitWord(move.fromName), at });
    }
  };
}

/** The note of a case that moves, has moved, or was to move. */
export function MoveNote({ one }: { one: Workspace }) {
  const stand = useStand();
  const { move } = one;
  if (!move) return null;
  return (
    <div className={styles.transfer}>
      <p>
        <Badge tone={move.status === 'returned' ? 'attention' : 'teal'}>{m.move()}</Badge> {stand(move)}
      </p>
      {move.note && move.status !== 'sent' && <p className={styles.said}>{move.note}</p>}
    </div>
  );
}

/** What the second person decides on: to which unit, why, whether the rules say the same, and what was written for it. */
export function MoveProposed({ one }: { one: Workspace }) {
  const word = useConceptWords();
  const unitWord = useUnitWords();
  const district = useDistrictWords();
  const { move } = one;
  if (!move) return null;
  return (
    <section className={styles.proposed} aria-label={m.proposal_waiting()}>
      <dl className={styles.facts}>
        <dt>{m.move_to()}</dt>
        <dd>
          {unitWord(move.unitName)}
          {move.byRules !== null && <span className="i3 t-s"> {move.byRules ? m.move_by_rules() : m.move_not_by_rules()}</span>}
        </dd>
        <dt>{m.move_reason()}</dt>
        <dd>{word(move.reason, 'moveReason')}</dd>
        {move.districtName && (
          <>
            <dt>{m.move_district()}</dt>
            <dd>{district(move.districtName)}</dd>
          </>
        )}
        {move.safety && (
          <>
            <dt>{m.transfer_safety()}</dt>
            <dd className={styles.said}>{move.safety}</dd>
          </>
        )}
        <dt>{m.move_then()}</dt>
        <dd>{m.move_then_what()}</dd>
      </dl>
      {move.summary && <p className={styles.said}>{move.summary}</p>}
    </section>
  );
}
