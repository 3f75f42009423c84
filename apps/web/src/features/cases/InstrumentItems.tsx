// The items of an instrument by part, with guidance beside the question, and the provisional result.
import { type Instrument, score } from '@anwang/core/assessment';
import { sayIn } from '../../fields/frame.ts';
import { CheckBox, CheckList, NumberInput, OptionRow } from '../../ui/inputs.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { m } from '../../words/index.ts';
import styles from './Case.module.css';
import type { ItemAnswers } from './instrument.ts';

type Props = { instrument: Instrument; answers: ItemAnswers; onChange: (next: ItemAnswers) => void };

/** All items. */
export function InstrumentItems({ instrument, answers, onChange }: Props) {
  const put = (id: string, value: string | number | string[] | null) => {
    const next = { ...answers };
    if (value === null) delete next[id];
    else next[id] = value;
    onChange(next);
  };
  return (
    <div className={styles.items}>
      {instrument.parts.map((part) => (
        <section key={part.id} className={styles.items}>
          <h3>{sayIn(part.label)}</h3>
          {instrument.items
            .filter((item) => item.part === part.id)
            .map((item) => {
              const answer = answers[item.id];
              const frame = { label: sayIn(item.label), hint: item.help ? sayIn(item.help) : undefined, required: item.required };
              const choices = item.options.map((option) => ({ value: option.code, label: sayIn(option.label) }));
              if (item.kind === 'number')
                return (
                  <NumberInput
                    key={item.id}
                    {...frame}
                    value={typeof answer === 'number' ? answer : null}
                    min={item.min ?? 0}
                    {...(item.max === undefined ? {} : { max: item.max })}
                    onChange={(next) => put(item.id, next)}
                  />
                );
              if (item.kind === 'many') {
                const chosen = Array.isArray(answer) ? answer : [];
                const none = item.options.find((option) => option.points === 0)?.code;
                return (
                  <div key={item.id}>
                    <CheckList
                      {...frame}
                      value={chosen}
                      choices={choices}
                      onChange={(next) => put(item.id, withoutContradiction(chosen, next, none))}
                    />
                    {none === undefined && (
                      <CheckBox
                        label={m.none_of_these()}
                        checked={Array.isArray(answer) && answer.length === 0}
                        onChange={(on) => put(item.id, on ? [] : null)}
                      />
                    )}
                  </div>
                );
              }
              return (
                <OptionRow
                  key={item.id}
                  {...frame}
                  value={typeof answer === 'string' ? answer : null}
                  choices={choices}
                  onChange={(next) => put(item.id, next)}
                />
              );
            })}
        </section>
      ))}
      <Provisional instrument={instrument} answers={answers} />
    </div>
  );
}

/** "None" and something are never chosen together: the one just chosen stands. Nothing chosen is no answer. */
function withoutContradiction(before: readonly string[], next: string[], none: string | undefined): string[] | null {
  if (next.length === 0) return null;
  if (none === undefined || !next.includes(none)) return next;
  return before.includes(none) ? next.filter((code) => code !== none) : [none];
}

/** The result as far as it is known: a band may stand before all is answered (one danger is enough), the points wait for the rest. */
function Provisional({ instrument, answers }: Omit<Props, 'onChange'>) {
  const result = score(instrument, answers);
  if (!result.ok) return null;
  const { score: points, highest, bandLabel, flags, triggers } = result.value;
  if (points === null && bandLabel === null && triggers.length === 0) return null;
  return (
    <div role="status" className={styles.result}>
      <p>
        {m.provisional()}{' '}
        {points !== null && (
          <>
            <b>{points}</b>／{highest}{' '}
          </>
        )}
        {bandLabel && <b>{sayIn(bandLabel)}</b>} {flags.map((flag) => sayIn(flag.label)).join(m.list_mark())}
      </p>
      {triggers.length > 0 && (
        <ul aria-label={m.triggers()}>
          {triggers.map((each) => (
            <li key={each.id}>
              <Shape meaning="attention" />
              {sayIn(each.label)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
