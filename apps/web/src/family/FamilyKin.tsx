// Who is what to whom, in a sentence each, with source, time and how sure it is: what the picture shows, with what it rests on.
import type { FamilyPictureView } from '@anwang/contract/shapes';
import { kinSentence } from '../genogram/describe.ts';
import { Badge } from '../ui/Badge.tsx';
import { Section } from '../ui/Section.tsx';
import tableStyles from '../ui/Table.module.css';
import { formatDate, m } from '../words/index.ts';
import { useSourceWords } from '../words/source.ts';

/** The table of kin; nothing where none is known. */
export function FamilyKin({ family }: { family: FamilyPictureView }) {
  const sourceWord = useSourceWords();
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
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
