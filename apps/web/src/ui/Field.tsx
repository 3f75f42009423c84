// One field: label above, control, what it understood or what to do below. Unknown is an answer and looks like one; pre-filled says from where.
import { type ReactNode, useId, useState } from 'react';
import styles from './Field.module.css';

export type FieldFrame = {
  label: ReactNode;
  hint?: ReactNode;
  /** What was wrong when it was sent; no longer said once somebody has changed the field. */
  error?: string | undefined;
  /** What is wrong with what stands there now. */
  fault?: string | undefined;
  /** Where a pre-filled value came from, shown as its hint. */
  origin?: string | undefined;
  required?: boolean;
};

type Given = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined; 'aria-required': true | undefined };

/** The sentence about what is wrong, and what to do when the field changes: an answer given anew is judged anew when it is sent. */
export function useStanding({ error, fault }: FieldFrame): { wrong: string | undefined; onChange: () => void } {
  const [changed, setChanged] = useState(false);
  if (changed && !error) setChanged(false);
  return { wrong: fault ?? (changed ? undefined : error), onChange: () => error && setChanged(true) };
}

/** What stands below a control: what was wrong, where it came from, or a hint. */
export function Note({ id, wrong, note }: { id: string; wrong: string | undefined; note: ReactNode }) {
  return (
    note && (
      <span id={`${id}-note`} className={`${styles.hint} ${wrong ? styles.wrong : ''}`} role={wrong ? 'alert' : undefined}>
        {note}
      </span>
    )
  );
}

/** A single control with its label; the control gets the ids that tie them together. */
export function Field({ children, ...frame }: FieldFrame & { children: (given: Given) => ReactNode }) {
  const id = useId();
  const { wrong, onChange } = useStanding(frame);
  const note = wrong ?? frame.origin ?? frame.hint;
  return (
    <div className={styles.field} onChange={onChange}>
      <label htmlFor={id}>{frame.label}</label>
      {children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': wrong ? true : undefined,
        'aria-required': frame.required || undefined,
      })}
      <Note id={id} wrong={wrong} note={note} />
    </div>
  );
}

/** Several controls under one legend (choices, groups). */
export function FieldGroup({ children, ...frame }: FieldFrame & { children: ReactNode }) {
  const id = useId();
  const { wrong, onChange } = useStanding(frame);
  const note = wrong ?? frame.origin ?? frame.hint;
  return (
    <fieldset
      className={styles.field}
      aria-describedby={note ? `${id}-note` : undefined}
      data-wrong={wrong ? true : undefined}
      onChange={onChange}
    >
      <legend>{frame.label}</legend>
      {children}
      <Note id={id} wrong={wrong} note={note} />
    </fieldset>
  );
}

/** The classes of a text control, for controls that are not in this kit. */
export const controlClass = styles.input;
