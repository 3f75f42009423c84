// Figures in rows: numerator, denominator and rate, by month or by district; a number that may be opened is a link to its cases.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import tableStyles from '../../ui/Table.module.css';
import { type Figure, formatDifference, formatFigure } from '../../words/figures.ts';
import { m } from '../../words/index.ts';
import styles from './Measures.module.css';

type Row = {
  readonly key: string;
  readonly name: ReactNode;
  readonly figure: Figure;
  readonly chosen?: boolean;
  readonly district?: string;
};
type Props = {
  head: string;
  rows: readonly Row[];
  unit: string;
  canOpen: boolean;
  /** What each row is held against, which stands on top: its name, its figure, what the column is called. */
  against?: { readonly name: string; readonly figure: Figure; readonly head: string };
};

/** The table. */
export function FigureTable({ head, rows, unit, canOpen, against }: Props) {
  const columns = [m.numerator_short(), m.denominator_short(), m.rate(), ...(against ? [against.head] : [])];
  const all: readonly Row[] = against ? [{ key: '', name: <b>{against.name}</b>, figure: against.figure }, ...rows] : rows;
  return (
    <table className={tableStyles.table}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map((each) => (
            <th key={each} scope="col" className={`num ${each === against?.head ? styles.beside : ''}`}>
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map(({ key, name, figure, chosen, district }) => (
          <tr key={key} style={chosen ? { background: 'var(--teal-wash)' } : undefined}>
            <td className="nw">{name}</td>
            {(['numerator', 'denominator'] as const).map((part) => (
              <td key={part} className="num">
                <Opened figure={figure} part={part} {...(district ? { district } : {})} canOpen={canOpen} />
              </td>
            ))}
            <td className="num">
              {figure.suppressed ? (
                <span className="i3" title={m.figure_suppressed()}>
                  {m.under_five()}
                </span>
              ) : (
                formatFigure(figure, unit)
              )}
            </td>
            {against && <td className={`num i2 ${styles.beside}`}>{key === '' ? '' : formatDifference(figure, against.figure)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type OpenedProps = { figure: Figure; part: 'numerator' | 'denominator'; district?: string; canOpen: boolean };

/** One number: a link to the cases behind it where it may be opened, and said to be under five where it is kept back. */
export function Opened({ figure, part, district, canOpen }: OpenedProps) {
  const value = part === 'numerator' ? figure.numerator : figure.denominator;
  if (figure.suppressed || value === null) return <span className="i3">{figure.suppressed ? m.under_five() : '—'}</span>;
  if (!canOpen || value === 0) return <>{value.toLocaleString()}</>;
  return (
    <Link to="." search={(old: Record<string, unknown>) => ({ ...old, part, district })} aria-label={m.open_cases_behind({ n: value })}>
      {value.toLocaleString()}
    </Link>
  );
}
