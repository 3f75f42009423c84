// Where a report comes from and what is known at a glance: who reported, who handed it over, and what was asked of the reporter.
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useLabel } from '../../words/label.ts';
import type { DeskReport } from './queries.ts';
import { Reported } from './Reported.tsx';
import styles from './Screening.module.css';

/** The facts in two columns. */
export function ReportFacts({ report, onReporter }: { report: DeskReport; onReporter: () => void }) {
  const word = useConceptWords();
  const label = useLabel();
  return (
    <dl className={styles.facts}>
      <dt>{m.source()}</dt>
      <dd>
        {word(report.channel, 'channel')}
        {report.mandatory ? `·${m.mandatory_report()}` : ''}
      </dd>
      <dt>{m.received_at()}</dt>
      <dd>{formatMoment(report.receivedAt)}</dd>
      {report.handedFrom && (
        <>
          <dt>{m.handed_from()}</dt>
          <dd>
            {(report.handedFrom.programme ? m.handed_from_case : m.handed_from_of)({
              county: label(report.handedFrom.name),
              number: report.handedFrom.number,
              at: formatMoment(report.handedFrom.receivedAt),
            })}
            {report.handedFrom.withdrawnAt && (
              <div>
                <Badge tone="attention">
                  {m.handed_withdrawn({
                    at: formatMoment(report.handedFrom.withdrawnAt),
                    reason: word(report.handedFrom.withdrawnFor, 'transferWithdrawReason'),
                  })}
                </Badge>
              </div>
            )}
          </dd>
        </>
      )}
      {report.handedTo && (
        <>
          <dt>{m.hand_on_to()}</dt>
          <dd>{[label(report.handedTo.name), m.report_number({ number: report.handedTo.number })].join(m.clause_mark())}</dd>
        </>
      )}
      <SameEvent report={report} />
      <dt>{m.reporter()}</dt>
      <dd className="row">
        <Icon name="lock" />
        <span className="el">{word(report.reporterKind, 'reporterKind')}</span>
        {/* Who hands over a case is named with what came with it. */}
        {report.handedFrom?.programme == null && (
          <Button tone="bare" size="small" onClick={onReporter}>
            {m.open()}
          </Button>
        )}
      </dd>
      {/* Nobody reported a case that another county hands over: of this nothing was asked. */}
      {report.handedFrom?.programme == null && <Reported report={report} />}
    </dl>
  );
}

/** Which reports tell of the same event: the first of them, or those that came later. */
function SameEvent({ report: { repeatOf, repeats } }: { report: DeskReport }) {
  const link = (one: { id: string; number: string }) => (
    <Link key={one.id} to="/screening" search={{ report: one.id }}>
      {one.number}
    </Link>
  );
  return (
    <>
      {repeatOf && (
        <>
          <dt>{m.same_event_first()}</dt>
          <dd>{link(repeatOf)}</dd>
        </>
      )}
      {repeats.length > 0 && (
        <>
          <dt>{m.same_event_later()}</dt>
          <dd className="row wrap">{repeats.map(link)}</dd>
        </>
      )}
    </>
  );
}
