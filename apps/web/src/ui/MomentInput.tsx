// A day and a time of day: the date as 1150102, the time as the browser's own control; together an instant in Taipei time.
import { useState } from 'react';
import { taipeiDay } from '../words/dates.ts';
import { formatTime, m } from '../words/index.ts';
import { DateInput } from './DateInput.tsx';
import { controlClass, Field, type FieldFrame } from './Field.tsx';
import styles from './MomentInput.module.css';

type Props = FieldFrame & { value: string | null; onChange: (instant: string | null) => void };

/** A moment; both parts are needed before it has a value. */
export function MomentInput({ value, onChange, ...frame }: Props) {
  const [day, setDay] = useState(value ? taipeiDay(value) : null);
  const [time, setTime] = useState(value ? formatTime(value) : '');
  const change = (nextDay: string | null, nextTime: string) => {
    setDay(nextDay);
    setTime(nextTime);
    onChange(nextDay && /^\d\d:\d\d$/.test(nextTime) ? new Date(`${nextDay}T${nextTime}:00+08:00`).toISOString() : null);
  };
  return (
    <div className={styles.moment}>
      <DateInput {...frame} value={day} onChange={(next) => change(next, time)} />
      <Field label={m.time_of_day()}>
        {(given) => (
          <input {...given} className={controlClass} type="time" value={time} onChange={(event) => change(day, event.target.value)} />
        )}
      </Field>
    </div>
  );
}
