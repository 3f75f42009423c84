// The items of an instrument by part: question and answers on one line, what was answered the last time, and digits that answer and go on.
import type { Instrument, Item } from '@anwang/core/assessment';
import { sayIn } from '../../fields/frame.ts';
import { CheckBox, CheckList, NumberInput, OptionRow } from '../../ui/inputs.tsx';
import { formatDate, m } from '../../words/index.ts';
import { goToItem } from './go-to-item.ts';
import styles from './Instrument.module.css';
import type { ItemAnswers } from './instrument.ts';
import { nextOpen } from './instrument-progress.ts';
import { usePresses } from './use-presses.ts';

type Given = string | number | string[] | null;
type Props = {
  instrument: Instrument;
  answers: ItemAnswers;
  /** What was answered the last time, and when. */
  before: { answers: ItemAnswers; at: string } | undefined;
  /** Items whose answer was taken over and not looked at yet. */
  carried: readonly string[];
  onAnswer: (id: string, answer: Given) => void;
};

/** All items. */
export function InstrumentItems({ instrument, answers, before, carried, onAnswer }: Props) {
  // A digit is the answer of that place; the next open question follows. Numbers and several-of-many are typed and ticked.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement) || event.target.type !== 'radio')
      return;
    const id = event.target.closest<HTMLElement>('[data-item]')?.dataset.item;
    const option = instrument.items.find((item) => item.id === id)?.options[Number(event.key) - 1];
    if (id === undefined || option === undefined) return;
    event.preventDefault();
    onAnswer(id, option.code);
    goToItem(nextOpen(instrument, { ...answers, [id]: option.code }, id) ?? id);
  };
  // What was taken over is confirmed by choosing it again, which changes nothing and so is no change of the radio button.
  const onClick = ({ target }: MouseEvent) => {
    const id = target instanceof HTMLInputElement && target.checked ? target.closest<HTMLElement>('[data-item]')?.dataset.item : undefined;
    const answer = id === undefined ? undefined : answers[id];
    if (id !== undefined && answer !== undefined && carried.includes(id)) onAnswer(id, answer);
  };
  const items = usePresses({ keydown: onKeyDown, click: onClick });
  return (
    <div className={styles.items} ref={items}>
      {instrument.parts.map((part) => (
        <section key={part.id} className={styles.part}>
          <h3>{sayIn(part.label)}</h3>
          {instrument.items
            .filter((item) => item.part === part.id)
            .map((item) => (
              <div key={item.id} data-item={item.id} data-open={(item.required && answers[item.id] === undefined) || undefined}>
                <Question
                  item={item}
                  answer={answers[item.id]}
                  said={before && lastSaid(item, before)}
                  carried={carried.includes(item.id)}
                  onAnswer={(answer) => onAnswer(item.id, answer)}
                />
              </div>
            ))}
        </section>
      ))}
    </div>
  );
}

/** What was answered the last time, in words. */
function lastSaid(item: Item, { answers, at }: NonNullable<Props['before']>): string | undefined {
  const answer = answers[item.id];
  if (answer === undefined) return undefined;
  const codes = Array.isArray(answer) ? answer : [String(answer)];
  const words = codes.map((code) => {
    const option = item.options.find((each) => each.code === code);
    return option ? sayIn(option.label) : code;
  });
  return m.last_answer({ answer: words.join(m.list_mark()) || m.none_of_these(), date: formatDate(at) });
}

type QuestionProps = {
  item: Item;
  answer: string | number | string[] | undefined;
  said: string | undefined;
  carried: boolean;
  onAnswer: (answer: Given) => void;
};

function Question({ item, answer, said, carried, onAnswer }: QuestionProps) {
  const hint = [item.help ? sayIn(item.help) : '', carried ? m.carried_answer() : '', said].filter(Boolean).join(m.clause_mark());
  const frame = { label: sayIn(item.label), hint: hint || undefined, required: item.required };
  const choices = item.options.map((option) => ({ value: option.code, label: sayIn(option.label) }));
  if (item.kind === 'number')
    return (
      <NumberInput
        {...frame}
        value={typeof answer === 'number' ? answer : null}
        min={item.min ?? 0}
        {...(item.max === undefined ? {} : { max: item.max })}
        onChange={onAnswer}
      />
    );
  if (item.kind === 'many') {
    const chosen = Array.isArray(answer) ? answer : [];
    const none = item.options.find((option) => option.points === 0)?.code;
    return (
      <>
        <CheckList {...frame} value={chosen} choices={choices} onChange={(next) => onAnswer(withoutContradiction(chosen, next, none))} />
        {none === undefined && (
          <CheckBox
            label={m.none_of_these()}
            checked={Array.isArray(answer) && answer.length === 0}
            onChange={(on) => onAnswer(on ? [] : null)}
          />
        )}
      </>
    );
  }
  return <OptionRow {...frame} value={typeof answer === 'string' ? answer : null} choices={choices} onChange={onAnswer} />;
}

/** "None" and something are never chosen together: the one just chosen stands. Nothing chosen is no answer. */
function withoutContradiction(before: readonly string[], next: string[], none: string | undefined): string[] | null {
  if (next.length === 0) return null;
  if (none === undefined || !next.includes(none)) return next;
  return before.includes(none) ? next.filter((code) => code !== none) : [none];
}
