// The middle pane: where the report comes from, what it says, what was added, what came before.
import { useState } from 'react';
import { useTitleNumber } from '../../frame/title.ts';
import { WhyDialog } from '../../frame/WhyDialog.tsx';
import { HandedCase } from '../../handed/HandedCase.tsx';
import { Recuse } from '../../recusal/Recuse.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Key } from '../../ui/Key.tsx';
import { PaneHead, Section } from '../../ui/Section.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { whoReported } from '../../words/person.ts';
import { Additions } from './Additions.tsx';
import { EarlierReports } from './EarlierReports.tsx';
import { EvidenceCounts } from './EvidenceCounts.tsx';
import { Findings } from './Findings.tsx';
import { Narrative } from './Narrative.tsx';
import type { DeskFamily, DeskReport } from './queries.ts';
import { ReporterDialog } from './ReporterDialog.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import { ReportPersons } from './ReportPersons.tsx';
import styles from './Screening.module.css';

type Props = { report: DeskReport; alike: DeskFamily['alike']; marked: boolean; onMarked: () => void; onAssess: () => void };

/** One report as the desk reads it. */
export function ReportPane({ report, alike, marked, onMarked, onAssess }: Props) {
  useTitleNumber(report.number);
  const label = useLabel();
  const [dialog, setDialog] = useState<'none' | 'reporter' | 'why'>('none');
  const subject = report.persons[0];
  const who = subject && [whoReported(subject), subject.school].filter(Boolean).join('·');
  return (
    <section className={styles.report} aria-label={m.report_pane()}>
      <PaneHead
        title={subject?.name ?? m.unnamed()}
        note={who ?? ''}
        end={
          <>
            <Button tone="bare" size="small" onClick={() => setDialog('why')}>
              {m.why_visible()}
            </Button>
            {report.mayPropose.why?.code !== 'relative' && <Recuse thing={{ kind: 'report', id: report.id }} />}
            <span className="t-s i2 nw">{m.report_number({ number: report.number })}</span>
          </>
        }
      />
      <div className={styles.scroll}>
        <ReportFacts report={report} onReporter={() => setDialog('reporter')} />
        <Section
          title={m.narrative()}
          note={report.bandReasons.map((each) => label(each.label)).join(m.list_mark())}
          end={
            <button type="button" className={styles.toggle} aria-pressed={marked} aria-keyshortcuts="M" onClick={onMarked}>
              <EvidenceCounts marks={report.evidence} marked={marked} /> <Key>M</Key>
            </button>
          }
        />
        <Narrative text={report.narrative} marks={report.evidence} marked={marked} />
        {report.situation && (
          <>
            <Section title={m.situation()} />
            <p className={styles.situation}>{report.situation}</p>
          </>
        )}
        <HandedCase handed={report.handed} />
        <Findings report={report} />
        <Additions report={report} />
        <Section
          title={report.mayPropose.allowed ? m.completeness() : m.completeness_read()}
          end={
            report.mayPropose.allowed && (
              <Button size="small" keycap="E" onClick={onAssess}>
                {m.assess_confirm()}
              </Button>
            )
          }
        />
        <ul className={styles.lines}>
          <li>
            <span className="i3">{m.needs()}</span>
            <span>{report.needs.map((each) => label(each.label)).join(m.list_mark()) || m.unknown()}</span>
          </li>
          <li>
            <span className="i3">{m.children_home()}</span>
            <span>{report.childrenInHome === 'yes' ? m.there_is() : report.childrenInHome === 'no' ? m.there_is_not() : m.unknown()}</span>
          </li>
          {report.missing.length > 0 && (
            <li>
              <span className="i3">{m.still_unclear()}</span>
              <span className="i2">{report.missing.map((each) => label(each.label)).join(m.list_mark())}</span>
            </li>
          )}
        </ul>
        <ReportPersons report={report} alike={alike} />
        <EarlierReports reportId={report.id} />
        {report.files.length > 0 && (
          <>
            <Section title={m.attachments({ n: report.files.length })} />
            <ul className={styles.lines}>
              {report.files.map((file) => (
                <li key={file.id}>
                  <Icon name="file" />
                  <a href={`/api/files/${file.id}`} download={file.name}>
                    {file.name}
                  </a>
                  <span className="i3">{m.file_size({ kb: Math.ceil(file.bytes / 1024) })}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {dialog === 'reporter' && <ReporterDialog reportId={report.id} onClose={() => setDialog('none')} />}
      {dialog === 'why' && <WhyDialog kind="report" id={report.id} onClose={() => setDialog('none')} />}
    </section>
  );
}
