// The screening desk: queue, report, family picture and decision bar on one screen of 1440×900; on a phone one below the other.
import { useMemo, useState } from 'react';
import { Shown } from '../../client/Shown.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { useUrl } from '../../frame/url.ts';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { useNarrow } from '../../ui/narrow.ts';
import { Empty, NoPermission, Skeleton } from '../../ui/states.tsx';
import { useWalk } from '../../ui/walk.ts';
import { m } from '../../words/index.ts';
import { AssessDialog } from './AssessDialog.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { FamilyPane } from './FamilyPane.tsx';
import { usePresence } from './presence.ts';
import { QueuePane } from './QueuePane.tsx';
import { type DeskFamily, type DeskReport, type QueueKind, useDeskFamily, useDeskReport, useQueue } from './queries.ts';
import { ReportPane } from './ReportPane.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import styles from './Screening.module.css';

/** The desk for first and second officers. */
export function ScreeningPage() {
  const me = useMe();
  if (!may(me, 'report.screen', 'report.review'))
    return (
      <div className="page">
        <h1 className="vh">{m.room_screening()}</h1>
        <NoPermission />
      </div>
    );
  return <Desk first={may(me, 'report.screen')} />;
}

function Desk({ first }: { first: boolean }) {
  const [url] = useUrl('queue');
  const narrow = useNarrow();
  const kind: QueueKind =
    url.queue === 'review' || url.queue === 'returned' || url.queue === 'screen' ? url.queue : first ? 'screen' : 'review';
  const queue = useQueue(kind);
  const rows = useMemo(() => (queue.data?.pages ?? []).flatMap((page) => page.rows), [queue.data]);
  const { current, choose } = useChosen('report', rows);
  useWalk(rows, current, (report) => choose(report, true));
  const done = () => {
    const at = rows.findIndex((row) => row.id === current);
    choose(narrow ? undefined : (rows[at + 1] ?? rows[at - 1])?.id, true);
  };
  return (
    <div className={`${styles.desk} ${current ? styles.chosen : ''} ${current ? '' : styles.bare}`}>
      {narrow && current && <h1 className="vh">{m.room_screening()}</h1>}
      {queue.data ? (
        <QueuePane kind={kind} rows={rows} current={current} more={queue.hasNextPage ? () => void queue.fetchNextPage() : undefined} />
      ) : (
        <section className={styles.queue}>
          <h1 className="vh">{m.room_screening()}</h1>
          <Shown query={queue}>{() => null}</Shown>
        </section>
      )}
      {current ? (
        <OneReport key={current} reportId={current} kind={kind} onDone={done} onBack={narrow ? () => choose(undefined) : undefined} />
      ) : (
        !narrow && (
          <div className="pad" style={{ gridColumn: '2 / -1' }}>
            <Empty title={m.choose_report()}>{m.choose_report_more()}</Empty>
          </div>
        )
      )}
    </div>
  );
}

function OneReport({
  reportId,
  kind,
  onDone,
  onBack,
}: {
  reportId: string;
  kind: QueueKind;
  onDone: () => void;
  onBack: (() => void) | undefined;
}) {
  const report = useDeskReport(reportId);
  const family = useDeskFamily(reportId);
  const others = usePresence(reportId, kind === 'review' ? 'reviewing' : 'screening');
  const [marked, setMarked] = useState(true);
  const [large, setLarge] = useState(false);
  const [assess, setAssess] = useState(false);
  const [active, setActive] = useState(0);
  const keys = [
    { key: 'm', does: m.evidence_marks(), run: () => setMarked((on) => !on) },
    { key: 'g', does: m.enlarge(), run: () => setLarge(true) },
    ...(report.data?.mayPropose.allowed ? [{ key: 'e', does: m.assess_confirm(), run: () => setAssess(true) }] : []),
  ];
  useKeys(keys);
  return (
    <>
      {onBack && (
        <div className="pad">
          <Button onClick={onBack}>{m.back_to_queue()}</Button>
        </div>
      )}
      <Shown
        query={report}
        skeleton={
          <div className={styles.report}>
            <Skeleton lines={12} />
          </div>
        }
      >
        {(data) => (
          <ReportPane
            report={data}
            alike={family.data?.alike ?? []}
            marked={marked}
            onMarked={() => setMarked(!marked)}
            onAssess={() => setAssess(true)}
          />
        )}
      </Shown>
      <FamilyPane reportId={reportId} large={large} onLarge={setLarge} active={active} onActive={setActive} />
      {report.data && <Bar report={report.data} family={family.data} others={others} onDone={onDone} />}
      {assess && report.data?.mayPropose.allowed && <AssessDialog report={report.data} onClose={() => setAssess(false)} />}
    </>
  );
}

type BarProps = { report: DeskReport; family: DeskFamily | undefined; others: readonly { name: string }[]; onDone: () => void };

const waitsForReview = ({ proposal, status }: DeskReport) => (status === 'proposed' && proposal && !proposal.review ? proposal : undefined);

/** The foot of the desk, for the first or the second officer. A form that is open stays when somebody else decides meanwhile: what was written is not taken away under the hands. */
function Bar({ report, family, others, onDone }: BarProps) {
  const [held, setHeld] = useState<DeskReport | undefined>(undefined);
  const overtaken =
    held !== undefined &&
    (waitsForReview(held)?.id !== waitsForReview(report)?.id || (held.mayPropose.allowed && !report.mayPropose.allowed));
  const shown = overtaken ? held : report;
  const proposal = waitsForReview(shown);
  const given = { others, onDone, overtaken, onForm: (open: boolean) => setHeld(open ? shown : undefined) };
  return proposal ? <ReviewBar report={shown} proposal={proposal} {...given} /> : <DecisionBar report={shown} family={family} {...given} />;
}
