// The indicators of the county on the start page of those who read figures and work on no case: which target is met, which not; each leads to its own page.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { Section } from '../../ui/Section.tsx';
import { Shape } from '../../ui/Shape.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatFigure, formatTarget, standingOf } from '../../words/figures.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';

/** The table. */
export function Standing() {
  const label = useLabel();
  const list = useQuery({ queryKey: ['measures', {}], queryFn: () => api.measures.list({}), staleTime: 60_000 });
  return (
    <>
      <Section as="h2" title={m.room_measures()} note={list.data ? m.computed_at({ time: formatMoment(list.data.computedAt) }) : ''} />
      <Shown query={list}>
        {(data) => (
          <table className={tableStyles.table}>
            <tbody>
              {data.measures.map((card) => {
                const [meaning, word, tone] = standingOf(card.standing);
                return (
                  <tr key={card.id}>
                    <td>
                      <Link to="/measures" search={{ measure: card.id }}>
                        {label(card.label)}
                      </Link>
                    </td>
                    <td className="num">
                      <b>{formatFigure(card.current, card.unit)}</b>
                    </td>
                    <td>
                      <span className={`in nw ${tone}`}>
                        {meaning && <Shape meaning={meaning} />}
                        {word}
                      </span>{' '}
                      {card.target && <span className="i2 nw">{`${m.target()} ${formatTarget(card.target, card.unit)}`}</span>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </Shown>
    </>
  );
}
