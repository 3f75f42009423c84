// The answers of an assessment, question by question, with what was answered the last time where it differs. Asked for when it is unfolded.
import type { Instrument } from '@anwang/core/assessment';
import { useState } from 'react';
import { Shown } from '../../client/Shown.tsx';
import { sayIn } from '../../fields/frame.ts';
import { usePrinting } from '../../ui/printing.ts';
import tableStyles from '../../ui/Table.module.css';
import { formatDate, m } from '../../words/index.ts';
import { type AssessmentView, answersOf } from './assessment-draft.ts';
import styles from './Case.module.css';
import { useInstrument } from './queries.ts';

type Props = { shown: AssessmentView; before: AssessmentView | undefined };

/** Folded until somebody wants to read them; on paper always there. */
export function AssessmentAnswers({ shown, before }: Props) {
  const [open, setOpen] = useState(false);
  const printing = usePrinting();
  if (Object.keys(shown.answers).length === 0) return null;
  return (
    <details className={styles.folded} open={open || printing} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.answers_n()}</summary>
      {(open || printing) && <Answers shown={shown} before={before} />}
    </details>
  );
}

function Answers({ shown, before }: Props) {
  const instrument = useInstrument(shown);
  const [now, then] = [answersOf(shown), before && answersOf(before)];
  const say = (item: Instrument['items'][number], answer: string | number | string[] | undefined): string => {
    if (answer === undefined) return m.unknown();
    const codes = Array.isArray(answer) ? answer : [String(answer)];
    const words = codes.map((code) => {
      const option = item.options.find((each) => each.code === code);
      return option ? sayIn(option.label) : code;
    });
    return words.join(m.list_mark()) || m.none_of_these();
  };
  return (
    <Shown query={instrument}>
      {(data) => (
        <table className={tableStyles.table}>
          <tbody>
            {data.items.map((item) => {
              // What need not be answered and was not says nothing.
              if (!item.required && now[item.id] === undefined) return null;
              const [said, earlier] = [say(item, now[item.id]), then && say(item, then[item.id])];
              return (
                <tr key={item.id}>
                  <td>{sayIn(item.label)}</td>
                  <td className="nw">{said}</td>
                  <td className="i3 t-xs">
                    {before && earlier !== said && m.last_answer({ answer: earlier ?? '', date: formatDate(before.at) })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Shown>
  );
}
