// What the reporter was asked beside the narrative, as rows of the report's facts.
import { Shape } from '../../ui/Shape.tsx';
import { formatDate, m } from '../../words/index.ts';
import { useConceptWords, useLabel } from '../../words/label.ts';
import type { DeskReport } from './queries.ts';

/** The rows, within a list of facts. */
export function Reported({ report }: { report: DeskReport }) {
  const word = useConceptWords();
  const label = useLabel();
  const whereabouts = report.persons[0]?.whereabouts;
  return (
    <>
      <dt>{m.grounds()}</dt>
      <dd>{report.grounds.map((each) => label(each.label)).join(m.list_mark()) || m.unknown()}</dd>
      <dt>{m.repeat_report()}</dt>
      <dd>
        {report.priorReports > 0 ? (
          <span className="in att">
            <Shape meaning="attention" />
            {m.prior_reports({ n: report.priorReports })}
          </span>
        ) : (
          m.none()
        )}
      </dd>
      <dt>{m.occurred()}</dt>
      <dd>{report.occurredOn ? formatDate(report.occurredOn) : m.unknown()}</dd>
      <dt>{m.whereabouts()}</dt>
      <dd>{whereabouts ? word(whereabouts, 'whereabouts') : m.unknown()}</dd>
      <dt>{m.danger_now()}</dt>
      <dd>
        {report.immediateDanger === 'yes' ? (
          <b className="urg in">
            <Shape meaning="urgent" />
            {m.yes()}
          </b>
        ) : report.immediateDanger === 'no' ? (
          m.no()
        ) : (
          m.unknown()
        )}
      </dd>
    </>
  );
}
