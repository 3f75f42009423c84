// The plain controls: text, long text, number, choice of one, choice of several. Each speaks its value, not events.
import { useId } from 'react';
import { m } from '../words/index.ts';
import styles from './Field.module.css';
import { Field, type FieldFrame, FieldGroup } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { Shape } from './Shape.tsx';

/** `note`: what helps to choose and is no part of the name, as the load of a worker. `group`: the heading under which a searched list shows it. */
export type Choice = { value: string; label: string; note?: string; group?: string; tone?: 'attention' };

const whole = ({ label, note }: Choice): string => (note ? label + m.in_brackets({ text: note }) : label);

type TextProps = FieldFrame & {
  value: string;
  onChange: (next: string) => void;
  placeholder?: string;
  type?: 'text' | 'tel' | 'email' | 'password' | 'search';
  autoComplete?: string;
  maxLength?: number;
};

/** What is longer than it may be stays as it was pasted and is said: a browser that cuts it takes its end away without a word. */
const tooLong = (value: string, most: number | undefined): string | undefined =>
  most !== undefined && value.length > most ? m.fault_max_length_now({ n: most, now: value.length }) : undefined;

/** One line of text. */
export function TextInput({ value, onChange, placeholder, type = 'text', autoComplete = 'off', maxLength, ...frame }: TextProps) {
  return (
    <Field {...frame} fault={tooLong(value, maxLength) ?? frame.fault}>
      {(given) => (
        <input
          {...given}
          className={`${styles.input} ${frame.origin ? styles.prefilled : ''}`}
          type={type}
          value={value}
          placeholder={placeholder}
          autoComplete={autoComplete}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({ value, onChange, placeholder, maxLength, rows = 4, ...frame }: TextProps & { rows?: number }) {
  return (
    <Field {...frame} fault={tooLong(value, maxLength) ?? frame.fault}>
      {(given) => (
        <textarea
          {...given}
          className={`${styles.input} ${styles.area}`}
          rows={rows}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A whole or decimal number; null while empty. */
export function NumberInput({
  value,
  onChange,
  min,
  max,
  fraction = false,
  ...frame
}: FieldFrame & { value: number | null; onChange: (next: number | null) => void; min?: number; max?: number; fraction?: boolean }) {
  return (
    <Field {...frame}>
      {(given) => (
        <input
          {...given}
          className={styles.input}
          type="number"
          inputMode={fraction ? 'decimal' : 'numeric'}
          step={fraction ? 'any' : 1}
          value={value ?? ''}
          min={min}
          max={max}
          onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
        />
      )}
    </Field>
  );
}

type OneProps = FieldFrame & { value: string | null; onChange: (next: string) => void; choices: readonly Choice[] };

/** One of a few, all in sight: a row of options with the tick on the chosen one. */
export function OptionRow({ value, onChange, choices, ...frame }: OneProps) {
  const name = useId();
  return (
    <FieldGroup {...frame}>
      <div className={styles.options}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.option}>
            <input type="radio" name={name} value={choice.value} checked={value === choice.value} onChange={() => onChange(choice.value)} />
            <span data-tone={choice.tone}>
              {value === choice.value && (choice.tone ? <Shape meaning={choice.tone} /> : <Icon name="check" />)}
              {whole(choice)}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** One of many: a list that opens. */
export function SelectInput({ value, onChange, choices, empty, ...frame }: OneProps & { empty?: string }) {
  return (
    <Field {...frame}>
      {(given) => (
        <select
          {...given}
          className={`${styles.input} ${value === 'unknown' ? styles.unknown : ''}`}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{empty ?? m.choose()}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {whole(choice)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Several of a list. */
export function CheckList({
  value,
  onChange,
  choices,
  ...frame
}: FieldFrame & { value: readonly string[]; onChange: (next: string[]) => void; choices: readonly Choice[] }) {
  return (
    <FieldGroup {...frame}>
      <div className={styles.checks}>
        {choices.map((choice) => (
          <CheckBox
            key={choice.value}
            label={choice.label}
            checked={value.includes(choice.value)}
            onChange={(on) => onChange(on ? [...value, choice.value] : value.filter((each) => each !== choice.value))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

type CheckProps = {
  label: string;
  /** The question that it answers, for whoever hears it without seeing where it stands. */
  of?: string | undefined;
  checked: boolean;
  onChange: (on: boolean) => void;
  hint?: string | undefined;
  error?: string | undefined;
};

/** One tick, and what it means or why it was refused. */
export function CheckBox({ label, of, checked, onChange, hint, error }: CheckProps) {
  const id = useId();
  const note = error ?? hint;
  const box = (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={checked}
        aria-describedby={note ? id : undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {of && <span className="vh">{m.in_brackets({ text: of })}</span>}
      </span>
    </label>
  );
  if (!note) return box;
  return (
    <div className={styles.field}>
      {box}
      <span id={id} className={`${styles.hint} ${error ? styles.wrong : ''}`} role={error ? 'alert' : undefined}>
        {note}
      </span>
    </div>
  );
}

/** Is there danger, are there children? 有 and 沒有 answer it, 是 and 否 do not. */
export function thereIsChoices(): Choice[] {
  return [
    { value: 'yes', label: m.there_is() },
    { value: 'no', label: m.there_is_not() },
    { value: 'unknown', label: m.unknown() },
  ];
}

/** Yes, no and not known, in this order everywhere. */
export function yesNoChoices(): Choice[] {
  return [
    { value: 'yes', label: m.yes() },
    { value: 'no', label: m.no() },
    { value: 'unknown', label: m.unknown() },
  ];
}
