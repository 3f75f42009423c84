// Beside the questions of an instrument, always in sight: its parts with what is answered, the way to the next open question, and the result so far.
import { type Instrument, score } from '@anwang/core/assessment';
import { sayIn } from '../../fields/frame.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { m } from '../../words/index.ts';
import { goToItem, itemAtFocus } from './go-to-item.ts';
import styles from './Instrument.module.css';
import type { ItemAnswers } from './instrument.ts';
import { nextOpen, progressOf } from './instrument-progress.ts';

type Props = { instrument: Instrument; answers: ItemAnswers };
type NavProps = Props & { carried: readonly string[] };

/** The column beside the questions; on a phone a bar above them. */
export function InstrumentNav({ instrument, answers, carried }: NavProps) {
  const parts = progressOf(instrument, answers);
  const left = parts.reduce((sum, part) => sum + part.of - part.answered, 0);
  return (
    <nav className={styles.nav} aria-label={m.instrument_parts()}>
      <ol>
        {parts.map((part, at) => (
          <li key={part.id}>
            <button
              type="button"
              onClick={() => goToItem(part.firstOpen ?? instrument.items.find((item) => item.part === part.id)?.id ?? null)}
            >
              <span className="el">{sayIn(instrument.parts[at]!.label)}</span>
              <span className={part.of > 0 && part.firstOpen === null ? 'in nor' : 'i3'}>
                {part.of === 0 ? (
                  m.optional()
                ) : (
                  <>
                    {part.firstOpen === null && <Icon name="check" />}
                    {part.answered}／{part.of}
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <Provisional instrument={instrument} answers={answers} />
      {carried.length > 0 && (
        <Button size="small" onClick={() => goToItem(carried[0] ?? null)}>
          {m.carried_n({ n: carried.length })}
        </Button>
      )}
      {left > 0 && (
        <Button size="small" onClick={() => goToItem(nextOpen(instrument, answers, itemAtFocus()))}>
          {m.next_open({ n: left })}
        </Button>
      )}
    </nav>
  );
}

/** The result as far as it is known: a band may stand before all is answered (one danger is enough), the points wait for the rest. */
function Provisional({ instrument, answers }: Props) {
  const result = score(instrument, answers);
  if (!result.ok) return null;
  const { score: points, highest, bandLabel, flags, triggers } = result.value;
  const none = points !== null && bandLabel === null ? instrument.noBand : undefined;
  const known = points !== null || bandLabel !== null || triggers.length > 0;
  return (
    <div role="status" className={styles.result}>
      {known && (
        <p>
          {m.provisional()}{' '}
          {points !== null && (
            <>
              <b>{points}</b>／{highest}{' '}
            </>
          )}
          {bandLabel && <b>{sayIn(bandLabel)}</b>} {flags.map((flag) => sayIn(flag.label)).join(m.list_mark())}
        </p>
      )}
      {none && (
        <p>
          <Shape meaning="attention" /> {sayIn(none)}
        </p>
      )}
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
