// How much of each kind the narrative tells, in the form in which it is marked: people, places, times, danger. It reads as the legend of the marks.
import { m } from '../../words/index.ts';
import type { Mark } from './evidence.ts';
import styles from './Narrative.module.css';

const kinds = () => [
  { kind: 'person' as const, word: m.evidence_person() },
  { kind: 'place' as const, word: m.evidence_place() },
  { kind: 'time' as const, word: m.evidence_time() },
  { kind: 'danger' as const, word: m.evidence_danger() },
];

/** The counts; what the text denies is not counted. */
export function EvidenceCounts({ marks, marked }: { marks: readonly Mark[]; marked: boolean }) {
  const told = kinds()
    .map((each) => ({ ...each, n: marks.filter((mark) => mark.kind === each.kind && !mark.negated).length }))
    .filter(({ n }) => n > 0);
  if (told.length === 0) return <>{m.evidence_marks()}</>;
  return (
    <span className={styles.counts}>
      <span className="vh">{m.evidence_marks()}</span>
      {told.map(({ kind, word, n }) => (
        <span key={kind}>
          <mark className={marked ? styles[kind] : undefined}>{word}</mark> {n}
        </span>
      ))}
    </span>
  );
}
