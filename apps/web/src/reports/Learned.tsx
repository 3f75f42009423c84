// Under a reported person: what was learned since, what of it was taken back, and what the report had instead.
import type { OutputOf } from '@anwang/contract';
import { Button } from '../ui/Button.tsx';
import { formatDate, m } from '../words/index.ts';
import { backSentence, type Fact, kindWord, learnedSentence } from './learned-words.ts';

type Person = Pick<OutputOf<'screening', 'report'>['persons'][number], 'learned' | 'asReported' | 'name'>;

type Props = {
  person: Person;
  /** Offered where facts may be changed still. */
  onCorrect?: ((fact: Fact) => void) | undefined;
  onTakeBack?: ((fact: Fact) => void) | undefined;
};

/** The lines; nothing where nothing was learned. */
export function Learned({ person: { learned, asReported, name }, onCorrect, onTakeBack }: Props) {
  if (learned.length === 0 && asReported === null) return null;
  const reported = asReported
    ? [asReported.name !== name ? (asReported.name ?? m.unnamed()) : '', asReported.birthDate ? formatDate(asReported.birthDate) : '']
        .filter(Boolean)
        .join(' ')
    : '';
  return (
    <>
      {learned.map((fact) => (
        <span key={fact.id} className={fact.takenBack ? 'i3' : 'i2'} style={{ display: 'block' }}>
          {fact.takenBack ? <s>{learnedSentence(fact)}</s> : learnedSentence(fact)}
          {fact.takenBack && ` ${backSentence(fact.takenBack)}`}
          {!fact.takenBack && onCorrect && onTakeBack && (
            <>
              {' '}
              <Button
                size="small"
                tone="bare"
                aria-label={m.learned_correct_of({ what: kindWord(fact.kind) })}
                onClick={() => onCorrect(fact)}
              >
                {m.learned_correct()}
              </Button>
              <Button
                size="small"
                tone="bare"
                aria-label={m.learned_back_of({ what: kindWord(fact.kind) })}
                onClick={() => onTakeBack(fact)}
              >
                {m.learned_back()}
              </Button>
            </>
          )}
        </span>
      ))}
      {reported && (
        <span className="i3" style={{ display: 'block' }}>
          {m.learned_as_reported({ what: reported })}
        </span>
      )}
    </>
  );
}
