// Pairs in doubt: is this reported person that person? The reasons in words first, then their weights; decided by 1, 2 or left open by 3.
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Section } from '../../ui/Section.tsx';
import { say } from '../../ui/toast.tsx';
import { bornInWords } from '../../words/born.ts';
import { m } from '../../words/index.ts';
import { useDistrictWords, useLabel } from '../../words/label.ts';
import { sexWord } from '../../words/person.ts';
import type { Candidate } from './queries.ts';
import styles from './Screening.module.css';

type Props = { candidates: readonly Candidate[]; active: number; onActive: (index: number) => void };
const likelihoodWords = () => ({ strong: m.likelihood_strong(), possible: m.likelihood_possible(), weak: m.likelihood_weak() });

/** The list of pairs with the decision on the active one. */
export function Candidates({ candidates, active, onActive }: Props) {
  const label = useLabel();
  const district = useDistrictWords();
  const undo = useWrite(api.matching.undo, { done: m.link_undone() });
  const decided = (words: string) => (answer: { linkId: string; version: number }) =>
    say(words, 'done', {
      label: m.undo(),
      run: () => undo.run({ linkId: answer.linkId, version: answer.version, reason: m.link_undo_reason() }),
    });
  const confirm = useWrite(api.matching.confirm, { onDone: decided(m.link_confirmed()) });
  const reject = useWrite(api.matching.reject, { onDone: decided(m.link_rejected()) });
  const current = candidates[Math.min(active, candidates.length - 1)];
  const keys = current
    ? [
        { key: '1', does: m.same_person(), run: () => confirm.run({ linkId: current.linkId, version: current.version }) },
        { key: '2', does: m.other_person(), run: () => reject.run({ linkId: current.linkId, version: current.version }) },
        { key: '3', does: m.leave_open(), run: () => onActive((active + 1) % candidates.length) },
      ]
    : [];
  useKeys(keys);
  if (candidates.length === 0) return null;
  return (
    <>
      <Section title={m.candidates({ n: candidates.length })} note={m.candidates_note()} />
      <ul>
        {candidates.map((each, index) => (
          <li key={each.linkId} className={`${styles.candidate} ${each === current ? styles.candidateOn : ''}`}>
            <button type="button" className={styles.pair} aria-pressed={each === current} onClick={() => onActive(index)}>
              <span>
                「{each.given.name ?? m.unnamed()}」 {m.is_this()} <b>{each.person.name ?? m.unnamed()}</b> {sexWord(each.person.sex)}{' '}
                {each.person.birthDate ? bornInWords(each.person) : ''} {district(each.person.district)}{' '}
                {each.later && <Badge>{m.candidate_later()}</Badge>}
              </span>
              {/* One reason is its own sentence. */}
              {each.reasons.length > 1 && <span className={styles.why}>{label(each.sentence)}</span>}
              <span className={styles.why}>
                {each.reasons.map((reason) => (
                  <span key={reason.code} className={reason.weight < 0 ? 'att' : undefined}>
                    {label(reason.label)}{' '}
                    <b>
                      {reason.weight > 0 ? '+' : ''}
                      {Math.round(reason.weight * 10) / 10}
                    </b>
                  </span>
                ))}
              </span>
            </button>
            <span className={styles.weigh}>
              <b>{Math.round(each.weight * 10) / 10}</b> {likelihoodWords()[each.likelihood]}
            </span>
            {each === current && (
              <span className={styles.decide}>
                <Button
                  size="small"
                  keycap="1"
                  busy={confirm.busy}
                  onClick={() => confirm.run({ linkId: each.linkId, version: each.version })}
                >
                  {m.same_person()}
                </Button>
                <Button
                  size="small"
                  keycap="2"
                  busy={reject.busy}
                  onClick={() => reject.run({ linkId: each.linkId, version: each.version })}
                >
                  {m.other_person()}
                </Button>
                <Button size="small" keycap="3" onClick={() => onActive((index + 1) % candidates.length)}>
                  {m.leave_open()}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
