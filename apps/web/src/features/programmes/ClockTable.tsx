// The clocks of a programme: limit, who demands it, on what ground and how sure that is, who is told when; where a county is stricter, the nation's limit beside it.
import type { OutputOf } from '@anwang/contract';
import { Badge } from '../../ui/Badge.tsx';
import tableStyles from '../../ui/Table.module.css';
import { basisWord } from '../../words/basis.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { limitWord } from '../../words/limit.ts';
import styles from './Programmes.module.css';
import { kindWord, markWord, tellWord } from './rule-words.ts';

/** The table. */
export function ClockTable({ clocks }: { clocks: OutputOf<'reference', 'rules'>['clocks'] }) {
  const label = useLabel();
  return (
    <div className={styles.wide}>
      <table className={`${tableStyles.table} ${tableStyles.cards}`}>
        <thead>
          <tr>
            {[
              m.programme_clocks(),
              m.programme_limit(),
              m.programme_kind(),
              m.programme_basis(),
              m.programme_mark(),
              m.programme_tells(),
            ].map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clocks.map((one) => (
            <tr key={one.id}>
              <td>
                <b>{label(one.label)}</b>
                <div className="i3 t-xs">
                  {[one.repeats ? m.programme_repeats() : '', one.pausable ? m.programme_pausable() : '']
                    .filter(Boolean)
                    .join(m.clause_mark())}
                </div>
              </td>
              <td className="nw" data-label={m.programme_limit()}>
                {one.byLevel ? m.limit_by_level() : limitWord(one.limit)}
                {one.byLevel && <div className="i2 t-xs">{m.limit_unrated({ limit: limitWord(one.limit) })}</div>}
                {one.national && (
                  <div>
                    <Badge tone="teal">{m.limit_national({ limit: limitWord(one.national) })}</Badge>
                  </div>
                )}
              </td>
              <td className="nw" data-label={m.programme_kind()}>
                {kindWord(one)}
              </td>
              <td data-label={m.programme_basis()}>
                {basisWord(one.basis.text)}
                {one.basis.why && <div className="i2 t-xs">{label(one.basis.why)}</div>}
              </td>
              <td data-label={m.programme_mark()}>{markWord(one.basis.mark)}</td>
              <td data-label={m.programme_tells()}>
                {one.tells.map((tell) => (
                  <div key={`${tell.hoursBefore} ${tell.to.zh}`}>{tellWord(tell.hoursBefore, label(tell.to))}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
