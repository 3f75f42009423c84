// The genogram drawn from data by the standard symbols, with its words as text alternative. Choosing a person opens the file, if the caller says how.
import { useMemo } from 'react';
import { m } from '../words/index.ts';
import { describeFamily, whoIs } from './describe.ts';
import styles from './Genogram.module.css';
import { layout } from './layout.ts';
import { Symbols } from './Symbols.tsx';
import type { Family } from './types.ts';

type Props = {
  family: Family;
  onPerson?: (id: string) => void;
  note?: (id: string) => { text: string; urgent: boolean } | undefined;
  maxHeight?: number;
  id?: string;
};

/** A genogram; keyboard reaches each person where persons can be opened. */
export function Genogram({ family, onPerson, note, maxHeight, id }: Props) {
  const drawn = useMemo(() => layout(family), [family]);
  const words = useMemo(() => describeFamily(family), [family]);
  if (drawn.people.length === 0) return null;
  const label = (index: number) => whoIs(family, drawn.people[index]!.id);
  return (
    <figure className={styles.figure} style={{ maxHeight }}>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG with links inside is a group; there is no element for it */}
      <svg
        id={id}
        className={styles.genogram}
        viewBox={`0 0 ${drawn.width} ${drawn.height}`}
        style={{ width: drawn.width, minWidth: drawn.width * 0.9 }}
        role="group"
        aria-label={m.family_picture()}
      >
        <title>{words.slice(0, 4).join('；')}</title>
        <Symbols drawn={drawn} note={note} />
        {onPerson &&
          drawn.people.map((person, index) => (
            <a
              key={person.id}
              href={`/people/${person.id}`}
              aria-label={label(index)}
              onClick={(event) => {
                event.preventDefault();
                onPerson(person.id);
              }}
            >
              <rect className={styles.hit} x={person.x - 20} y={person.y - 18} width="40" height="36" rx="3" />
            </a>
          ))}
      </svg>
      <figcaption className="vh">
        <ul>
          {words.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
