// One field: label above, control, what it understood or what to do below. Unknown is an answer and looks like one; pre-filled says from where.
import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

export type FieldFrame = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Where a pre-filled value came from, shown as its hint. */
  origin?: string | undefined;
  required?: boolean;
};

type Given = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined; 'aria-required': true | undefined };

/** A single control with its label; the control gets the ids that tie them together. */
export function Field({ label, hint, error, origin, required, children }: FieldFrame & { children: (given: Given) => ReactNode }) {
  const id = useId();
  const note = error ?? origin ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {note && (
        <span id={`${id}-note`} className={`${styles.hint} ${error ? styles.wrong : ''}`} role={error ? 'alert' : undefined}>
          {note}
        </span>
      )}
    </div>
  );
}

/** Several controls under one legend (choices, groups). */
export function FieldGroup({ label, hint, error, origin, children }: FieldFrame & { children: ReactNode }) {
  const id = useId();
  const note = error ?? origin ?? hint;
  return (
    <fieldset className={styles.field} aria-describedby={note ? `${id}-note` : undefined}>
      <legend>{label}</legend>
      {children}
      {note && (
        <span id={`${id}-note`} className={`${styles.hint} ${error ? styles.wrong : ''}`} role={error ? 'alert' : undefined}>
          {note}
        </span>
      )}
    </fieldset>
  );
}

/** The classes of a text control, for controls that are not in this kit. */
export const controlClass = styles.input;
