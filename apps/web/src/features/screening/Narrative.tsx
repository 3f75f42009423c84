// The narrative as it was written, its evidence marked by kind in form as well as colour: person underlined, place dotted, time grey, danger bold.
import { useMemo } from 'react';
import { type Mark, stretches } from './evidence.ts';
import styles from './Narrative.module.css';

/** The text with its marks; `marked` false shows it plain. */
export function Narrative({ text, marks, marked }: { text: string; marks: readonly Mark[]; marked: boolean }) {
  const parts = useMemo(() => stretches(text, marked ? marks : []), [text, marks, marked]);
  let at = 0;
  return (
    <p className={styles.narrative}>
      {parts.map((part) => {
        const key = at;
        at += part.text.length;
        return part.kind ? (
          <mark key={key} className={styles[part.kind]}>
            {part.text}
          </mark>
        ) : (
          part.text
        );
      })}
    </p>
  );
}
