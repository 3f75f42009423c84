// A day and a time of day: the date as 1150102, the time as the browser's own control; together an instant in Taipei time.
import { useState } from 'react';
import { taipeiDay, taipeiInstant } from '../words/dates.ts';
import { formatTime, m } from '../words/index.ts';
import { isDay } from '../words/roc-date.ts';
import { Button } from './Button.tsx';
import { DateInput } from './DateInput.tsx';
import { controlClass, Field, type FieldFrame } from './Field.tsx';
import styles from './MomentInput.module.css';

type Props = FieldFrame & { value: string | null; onChange: (instantOrText: string | null) => void };

const time24 = /^\d\d:\d\d$/;

/** Does this hold a moment, or the parts of one that is not whole? */
export function isMoment(value: string | null): value is string {
  return value !== null && !Number.isNaN(Date.parse(value));
}

/** Day and time as they stand in the field. */
function partsOf(value: string | null): [day: string | null, time: string] {
  if (isMoment(value)) return [taipeiDay(value), formatTime(value)];
  const [day = '', time = ''] = (value ?? '').split('T');
  return [day || null, time];
}

/** A moment. Both parts are needed; what is not whole is kept as it was typed, and whoever it is sent to says so. */
export function MomentInput({ value, onChange, ...frame }: Props) {
  const [[day, time], setParts] = useState(() => partsOf(value));
  const [seen, setSeen] = useState(value);
  // A draft that is thrown away, or typed on in another tab, changes the value from outside.
  if (seen !== value) {
    setSeen(value);
    setParts(partsOf(value));
  }
  const put = (next: string | null) => {
    setSeen(next);
    onChange(next);
  };
  const change = (nextDay: string | null, nextTime: string) => {
    setParts([nextDay, nextTime]);
    if (isDay(nextDay) && time24.test(nextTime)) put(taipeiInstant(nextDay, nextTime));
    else put(nextDay || nextTime ? `${nextDay ?? ''}T${nextTime}` : null);
  };
  return (
    <div className={styles.moment}>
      <DateInput {...frame} value={day} onChange={(next) => change(next, time)} />
      <Field label={m.time_of_day()}>
        {(given) => (
          <input {...given} className={controlClass} type="time" value={time} onChange={(event) => change(day, event.target.value)} />
        )}
      </Field>
      <span className={styles.now}>
        <Button onClick={() => change(taipeiDay(new Date().toISOString()), formatTime(new Date().toISOString()))}>{m.time_now()}</Button>
      </span>
    </div>
  );
}
