// What was answered to the form of an act, question by question: the report behind a proposal, the safety plan of a victim.
import type { Answers } from '@anwang/core/forms';
import { answerLines } from '../../fields/index.tsx';
import { usePrinting } from '../../ui/printing.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Case.module.css';
import { answeredFields, asFormAnswers, formFor, isRest } from './form-fields.ts';
import { useProgramme, type Workspace } from './queries.ts';

type Props = { one: Workspace; act: string; answers: Answers; folded?: boolean };

/** Nothing where nothing was asked, or the viewer does not see it; folded only on the screen. */
export function FormAnswers({ one, act, answers, folded = false }: Props) {
  const label = useLabel();
  const printing = usePrinting();
  const asked = Object.keys(answers).length > 0;
  const programme = useProgramme(one, asked);
  const form = formFor(programme.data, act);
  if (!asked || form === null) return null;
  const given = asFormAnswers(answers);
  const lines = (
    <dl className={styles.facts}>
      {answerLines(answeredFields(form, given), given).map(({ term, words }) => (
        <div key={term} className={styles.answer}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
  if (!folded) return lines;
  return (
    <details className={styles.folded} open={printing || undefined}>
      <summary>{isRest(form) ? m.form_rest() : label(form.label)}</summary>
      {lines}
    </details>
  );
}
