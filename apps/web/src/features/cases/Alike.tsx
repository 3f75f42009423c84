// Before somebody new is added: who of the people one sees may be them, with why, to be taken instead; or none of them.
import type { OutputOf } from '@anwang/contract';
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ageInWords } from '../../words/age.ts';
import { bornInWords } from '../../words/born.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { sexWord } from '../../words/person.ts';
import styles from './Case.module.css';

export type AlikeRow = OutputOf<'cases', 'alike'>['rows'][number];
type Props = {
  rows: readonly AlikeRow[];
  /** Who is in the case already. */
  members: readonly string[];
  busy: boolean;
  onSame: (personId: string) => void;
  onNone: () => void;
};

/** The question and its answers. */
export function Alike({ rows, members, busy, onSame, onNone }: Props) {
  const label = useLabel();
  const place = useRef<HTMLElement>(null);
  // The form may be scrolled to its end, where it was sent.
  useEffect(() => place.current?.focus(), []);
  return (
    <section ref={place} tabIndex={-1} className={styles.alike} aria-label={m.alike_title()}>
      <p role="alert">
        <b>{m.alike_title()}</b> {m.alike_more()}
      </p>
      <ul>
        {rows.map((row) => (
          <li key={row.personId}>
            <span>
              <b>{row.name ?? m.unnamed()}</b>{' '}
              {[
                row.birthDate && row.birthPrecision !== 'approximate'
                  ? `${sexWord(row.sex)} ${ageInWords(row.birthDate)}`
                  : sexWord(row.sex),
                bornInWords(row),
              ].join(m.clause_mark())}
              <br />
              <span className="i2 t-s">{label(row.sentence)}</span>
            </span>
            {members.includes(row.personId) ? (
              <span className="i3">{m.alike_member()}</span>
            ) : (
              <Button
                size="small"
                busy={busy}
                aria-label={`${m.alike_same()} ${row.name ?? m.unnamed()}`}
                onClick={() => onSame(row.personId)}
              >
                {m.alike_same()}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button busy={busy} onClick={onNone}>
        {m.alike_none()}
      </Button>
    </section>
  );
}
