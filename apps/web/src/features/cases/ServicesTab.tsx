// Services given: when, what, by whom, how much, towards which goal.
import { Empty } from '../../ui/states.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatMoment, m } from '../../words/index.ts';
import { useCaseWords } from './case-words.ts';
import type { Workspace } from './queries.ts';

/** The services tab. */
export function ServicesTab({ one }: { one: Workspace }) {
  const word = useCaseWords(one);
  if (one.services.length === 0) return <Empty title={m.services_empty()}>{m.services_empty_more()}</Empty>;
  return (
    <table className={`${tableStyles.table} ${tableStyles.cards}`}>
      <thead>
        <tr>
          <th scope="col">{m.when()}</th>
          <th scope="col">{m.service()}</th>
          <th scope="col">{m.provider()}</th>
          <th scope="col" className="num">
            {m.quantity()}
          </th>
          <th scope="col">{m.goal()}</th>
          <th scope="col">{m.by()}</th>
        </tr>
      </thead>
      <tbody>
        {one.services
          .toSorted((a, b) => (a.at < b.at ? 1 : -1))
          .map((each) => (
            <tr key={each.id}>
              <td className="nw" data-label={m.when()}>
                {formatMoment(each.at)}
              </td>
              <td data-label={m.service()}>
                {word(each.service)}
                {each.note ? <div className="i3">{each.note}</div> : null}
              </td>
              <td data-label={m.provider()}>{each.provider}</td>
              <td className="num" data-label={m.quantity()}>
                {each.quantity ?? ''}
              </td>
              <td data-label={m.goal()}>{one.goals.find((goal) => goal.id === each.goalId)?.goal ?? ''}</td>
              <td data-label={m.by()}>{each.by}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
