// What the case says of the family, by what it is known and since when; each can be taken back, and everything follows.
import { familyBases } from '@anwang/core/cases';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatDate, m } from '../../words/index.ts';
import { useConceptWords, useLabel } from '../../words/label.ts';
import { wordLabel } from './family-fields.ts';
import type { Workspace } from './queries.ts';

/** The list; nothing where nothing was said. */
export function FamilyWords({ one, onTakeBack }: { one: Workspace; onTakeBack: ((wordId: string) => void) | undefined }) {
  const label = useLabel();
  const conceptWord = useConceptWords();
  if (one.familyWords.length === 0) return null;
  const relationOf = (code: string | null) => {
    const text = code === null ? undefined : conceptWord(code, 'relation');
    return text === undefined ? undefined : { zh: text, en: text };
  };
  return (
    <>
      <Section title={m.family_words({ n: one.familyWords.length })} />
      <table className={`${tableStyles.table} ${tableStyles.cards}`}>
        <tbody>
          {one.familyWords.map((word) => {
            const sentence = label(wordLabel(word, relationOf(word.relation)));
            return (
              <tr key={word.id}>
                <td>{sentence}</td>
                <td className="nw">{label(familyBases[word.basis])}</td>
                <td className="i3">
                  {[word.since ? m.since_day({ date: formatDate(word.since) }) : '', m.said_on({ date: formatDate(word.saidAt) })]
                    .filter(Boolean)
                    .join(m.clause_mark())}
                </td>
                {onTakeBack && (
                  <td className="nw" data-print="no">
                    <Button size="small" aria-label={`${m.take_back()} ${sentence}`} onClick={() => onTakeBack(word.id)}>
                      {m.take_back()}
                    </Button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
