// Under a reported person: what was learned since, and what the report had instead.
import type { OutputOf } from '@anwang/contract';
import { formatDate, m } from '../words/index.ts';
import { learnedSentence } from './learned-words.ts';

type Person = Pick<OutputOf<'screening', 'report'>['persons'][number], 'learned' | 'asReported' | 'name'>;

/** The lines; nothing where nothing was learned. */
export function Learned({ person: { learned, asReported, name } }: { person: Person }) {
  if (learned.length === 0 && asReported === null) return null;
  const reported = asReported
    ? [asReported.name !== name ? (asReported.name ?? m.unnamed()) : '', asReported.birthDate ? formatDate(asReported.birthDate) : '']
        .filter(Boolean)
        .join(' ')
    : '';
  return (
    <>
      {learned.map((fact) => (
        <span key={fact.id} className="i2" style={{ display: 'block' }}>
          {learnedSentence(fact)}
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
