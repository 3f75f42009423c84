// Above the people: reports that wait at the desk and name somebody called so, decided or not who is meant.
import type { OutputOf } from '@anwang/contract';
import { ReportLink } from '../../reports/ReportLink.tsx';
import { formatMoment, m } from '../../words/index.ts';

/** The line; nothing where none is found. */
export function WaitingReports({ found }: { found: OutputOf<'screening', 'find'> | undefined }) {
  if (!found || found.rows.length === 0) return null;
  return (
    <section className="pad" aria-label={m.waiting_reports_found()}>
      <h2 className="t-s i2">{m.waiting_reports_found()}</h2>
      <ul className="row wrap">
        {found.rows.map((each) => (
          <li key={each.id}>
            <ReportLink id={each.id}>{each.name ?? m.unnamed()}</ReportLink>{' '}
            <span className="i3 t-xs">{`${m.report_number({ number: each.number })} ${formatMoment(each.receivedAt)}`}</span>
          </li>
        ))}
        {found.cut && <li className="i3">{m.waiting_reports_more()}</li>}
      </ul>
    </section>
  );
}
