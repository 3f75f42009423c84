// Who of a supervisor's team carries how much: open cases, those of the upper risk bands, those past a clock; each number opens the cases.
import { Link } from '@tanstack/react-router';
import type { api } from '../../client/api.ts';
import { Section } from '../../ui/Section.tsx';
import { Shape } from '../../ui/Shape.tsx';
import tableStyles from '../../ui/Table.module.css';
import { m } from '../../words/index.ts';

type Team = Awaited<ReturnType<typeof api.cases.worklist>>['team'];

/** The table; nothing for who leads nobody. */
export function TeamLoad({ team }: { team: Team }) {
  if (team.length === 0) return null;
  return (
    <>
      <Section as="h2" title={m.team()} end={m.people_count({ n: team.filter((each) => each.accountId).length })} />
      <table className={tableStyles.table}>
        <thead>
          <tr>
            <th scope="col">{m.lead()}</th>
            <th scope="col" className="num">
              {m.team_open()}
            </th>
            <th scope="col" className="num">
              {m.team_pressing()}
            </th>
            <th scope="col" className="num">
              {m.team_overdue()}
            </th>
          </tr>
        </thead>
        <tbody>
          {team.map((each) => (
            <tr key={each.accountId ?? ''}>
              <td>
                {each.accountId ? (
                  <Link to="/cases" search={{ view: 'unit', lead: each.accountId }}>
                    {each.name}
                  </Link>
                ) : (
                  <Link to="/cases" search={{ view: 'unassigned' }} className="att">
                    {m.not_assigned()}
                  </Link>
                )}
              </td>
              <td className="num">{each.open}</td>
              <td className="num">{each.pressing}</td>
              <td className="num">
                {each.overdue > 0 ? (
                  <span className="in ovd">
                    <Shape meaning="overdue" />
                    {each.overdue}
                  </span>
                ) : (
                  0
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
