// Who is what to whom, in a sentence each, with source, time and how sure it is: what the picture shows, with what it rests on.
import type { FamilyPictureView } from '@anwang/contract/shapes';
import { kinSentence } from '../genogram/describe.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import tableStyles from '../ui/Table.module.css';
import { formatDate, m } from '../words/index.ts';
import { useConceptWords } from '../words/label.ts';
import { useSourceWords } from '../words/source.ts';

/** Relations that the sentence says in the same words. */
const plain: ReadonlySet<string> = new Set(['spouse', 'exSpouse', 'sibling', 'grandparent', 'grandchild', 'partner', 'exPartner', 'child']);

type Edge = FamilyPictureView['kin'][number];

/** Two people and what one was said to be to the other, as the act that confirms or corrects it begins with them. */
function whoOf({ from, to, told }: Edge, confirms: boolean): string {
  if (told === null) return `${from}:${to}`;
  const pair = `${told.person}:${told.person === from ? to : from}`;
  return confirms ? `${pair}:${told.relation}` : pair;
}

type Props = {
  family: FamilyPictureView;
  /** Begins the act on two people; not there where it may not be done. */
  onCorrect: ((who: string) => void) | undefined;
};

/** The table of kin; nothing where none is known. */
export function FamilyKin({ family, onCorrect }: Props) {
  const sourceWord = useSourceWords();
  const word = useConceptWords();
  if (family.kin.length === 0) return null;
  return (
    <>
      <Section title={m.kin_n({ n: family.kin.length })} end={m.kin_end()} />
      <table className={tableStyles.table}>
        <tbody>
          {family.kin.map((kin) => (
            <tr key={`${kin.from} ${kin.to} ${kin.relation} ${kin.since}`}>
              <td>
                {kinSentence(family, kin)}
                {kin.told && !plain.has(kin.told.relation) && <span className="i2">（{word(kin.told.relation, 'relation')}）</span>}
                {kin.until && <span className="i3"> {m.until_day({ date: formatDate(kin.until) })}</span>}
              </td>
              <td className="nw">
                {kin.confidence !== 'confirmed' && (
                  <Badge>{kin.confidence === 'probable' ? m.confidence_probable() : m.confidence_reported()}</Badge>
                )}
              </td>
              <td className="i3">
                {[sourceWord(kin.source), kin.since ? formatDate(kin.since) : ''].filter(Boolean).join(m.clause_mark())}
              </td>
              {onCorrect && (
                <td className="nw" data-print="no">
                  {kin.relation !== 'conflict' && (
                    <>
                      {kin.told && kin.confidence !== 'confirmed' && (
                        <Button
                          size="small"
                          aria-label={`${m.kin_confirm()} ${kinSentence(family, kin)}`}
                          onClick={() => onCorrect(whoOf(kin, true))}
                        >
                          {m.kin_confirm()}
                        </Button>
                      )}{' '}
                      <Button
                        size="small"
                        aria-label={`${m.kin_correct()} ${kinSentence(family, kin)}`}
                        onClick={() => onCorrect(whoOf(kin, false))}
                      >
                        {m.kin_correct()}
                      </Button>
                    </>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
