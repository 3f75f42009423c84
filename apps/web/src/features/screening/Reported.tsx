// What the reporter was asked beside the narrative, as rows of the report's facts.
import { useQuery } from '@tanstack/react-query';
import { Shape } from '../../ui/Shape.tsx';
import { formatDate, m } from '../../words/index.ts';
import { useConceptWords, useDistrictWords, useLabel } from '../../words/label.ts';
import { type DeskReport, earlierOf } from './queries.ts';

/** The rows, within a list of facts. */
export function Reported({ report }: { report: DeskReport }) {
  const word = useConceptWords();
  const label = useLabel();
  const district = useDistrictWords();
  const earlier = useQuery({ ...earlierOf(report.id), enabled: report.priorReports > 0 });
  const before = report.priorReports > 0 ? earlier.data?.reports[0] : undefined;
  const [about] = report.persons;
  const whereabouts = about?.whereabouts;
  // Where a victim is is kept from the other side, whom this page names too: that is not the same as not known.
  const kept = about?.contactsHidden === true && report.persons.some((each) => each.role === 'respondent' && each.id !== about.id);
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
      {before && (
        <>
          <dt>{m.report_before()}</dt>
          <dd>{[formatDate(before.receivedAt), word(before.channel, 'channel')].join(' ')}</dd>
        </>
      )}
      <dt>{m.occurred()}</dt>
      <dd>{report.occurredOn ? formatDate(report.occurredOn) : m.unknown()}</dd>
      <dt>{m.whereabouts()}</dt>
      <dd>{whereabouts ? word(whereabouts, 'whereabouts') : kept ? m.shielded() : m.unknown()}</dd>
      <dt>{m.danger_now()}</dt>
      <dd>
        {report.immediateDanger === 'yes' ? (
          <b className="urg in">
            <Shape meaning="urgent" />
            {m.there_is()}
          </b>
        ) : report.immediateDanger === 'no' ? (
          m.there_is_not()
        ) : (
          m.unknown()
        )}
      </dd>
      <dt>{m.place()}</dt>
      <dd>{[district(report.districtName), report.place].filter(Boolean).join(' ') || m.unknown()}</dd>
      {report.wantsReply && (
        <>
          <dt>{m.reply()}</dt>
          <dd>{m.wants_reply()}</dd>
        </>
      )}
    </>
  );
}
