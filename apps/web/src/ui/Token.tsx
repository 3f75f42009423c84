// A word of a filter sentence that can be changed: it reads as text, acts as a list.

import type { Choice } from './inputs.tsx';
import styles from './Token.module.css';

type Props = { label: string; value: string; none: string; choices: readonly Choice[]; onChange: (next: string) => void };

/** A filter word. @param none what stands there when nothing is chosen */
export function Token({ label, value, none, choices, onChange }: Props) {
  return (
    <select className={styles.token} aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
