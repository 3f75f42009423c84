// Time limits that have passed and were told above, the longest first: what a notice of them leads to for whoever opens no case. Which, whose, and whom to ask.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Section } from '../../ui/Section.tsx';
import { Telephone } from '../../ui/Telephone.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Workbench.module.css';

/** So many stand there at once; a head asks for the rest. */
const first = 10;

/** The list; nothing where none has passed. */
export function ClocksTold() {
  const label = useLabel();
  const [all, setAll] = useState(false);
  const told = useQuery({ queryKey: ['cases', 'clocksTold'], queryFn: () => api.cases.clocksTold({}), refetchInterval: 60_000 });
  const rows = told.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <>
      <Section as="h2" title={m.clocks_told({ n: rows.length })} note={m.clocks_told_note()} />
      <ul className={styles.told}>
        {(all ? rows : rows.slice(0, first)).map((row) => (
          <li key={`${row.number} ${row.clock.zh} ${row.due}`}>
            <Clock start={row.start} due={row.due} layout="inline" />
            <span>
              <b>{row.number}</b> {label(row.programme)}
              {m.clause_mark()}
              {label(row.clock)}
            </span>
            <span className="i2">
              {[label(row.unit), row.lead].filter(Boolean).join(m.clause_mark())}{' '}
              {row.unitTelephone && <Telephone number={row.unitTelephone} of={label(row.unit)} />}
            </span>
          </li>
        ))}
      </ul>
      {!all && rows.length > first && (
        <p className="pad">
          <Button size="small" onClick={() => setAll(true)}>
            {m.clocks_told_all({ n: rows.length - first })}
          </Button>
        </p>
      )}
    </>
  );
}
