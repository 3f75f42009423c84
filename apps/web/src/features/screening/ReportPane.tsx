// The middle pane: where the report comes from, what it says, what was added, what came before.
import { useState } from 'react';
import { useTitleNumber } from '../../frame/title.ts';
import { WhyDialog } from '../../frame/WhyDialog.tsx';
import { HandedCase } from '../../handed/HandedCase.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Key } from '../../ui/Key.tsx';
import { PaneHead, Section } from '../../ui/Section.tsx';
import { yearsOld } from '../../words/age.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useLabel } from '../../words/label.ts';
import { describePerson } from '../../words/person.ts';
import { Additions } from './Additions.tsx';
import { EarlierReports } from './EarlierReports.tsx';
import { Findings } from './Findings.tsx';
import { Narrative } from './Narrative.tsx';
import type { DeskFamily, DeskReport } from './queries.ts';
import { Reported } from './Reported.tsx';
import { ReporterDialog } from './ReporterDialog.tsx';
import { ReportPersons } from './ReportPersons.tsx';
import styles from './Screening.module.css';

type Props = { report: DeskReport; alike: DeskFamily['alike']; marked: boolean; onMarked: () => void; onAssess: () => void };

/** One report as the desk reads it. */
export function ReportPane({ report, alike, marked, onMarked, onAssess }: Props) {
  useTitleNumber(report.number);
  const word = useConceptWords();
  const label = useLabel();
  const [dialog, setDialog] = useState<'none' | 'reporter' | 'why'>('none');
  const subject = report.persons[0];
  const age = subject?.ageApproximate ?? (subject?.birthDate ? yearsOld(subject.birthDate) : null);
  return (
    <section className={styles.report} aria-label={m.report_pane()}>
      <PaneHead
        title={subject?.name ?? m.unnamed()}
        note={subject ? describePerson(subject.sex, age) : ''}
        end={
          <>
            <Button tone="bare" size="small" onClick={() => setDialog('why')}>
              {m.why_visible()}
            </Button>
            <span className="t-s i2 nw">{m.report_number({ number: report.number })}</span>
          </>
        }
      />
      <div className={styles.scroll}>
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
          <dt>{m.reporter()}</dt>
          <dd className="row">
            <Icon name="lock" />
            <span className="el">{word(report.reporterKind, 'reporterKind')}</span>
            {/* Who hands over a case is named with what came with it. */}
            {report.handedFrom?.programme == null && (
              <Button tone="bare" size="small" onClick={() => setDialog('reporter')}>
                {m.open()}
              </Button>
            )}
          </dd>
          {/* Nobody reported a case that another county hands over: of this nothing was asked. */}
          {report.handedFrom?.programme == null && <Reported report={report} />}
        </dl>
        <Section
          title={m.narrative()}
          note={report.bandReasons.map((each) => label(each.label)).join(m.list_mark())}
          end={
            <button type="button" className={styles.toggle} aria-pressed={marked} aria-keyshortcuts="M" onClick={onMarked}>
              {m.evidence_marks()} <Key>M</Key>
            </button>
          }
        />
        <Narrative text={report.narrative} marks={report.evidence} marked={marked} />
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
            <span>{report.childrenInHome === 'yes' ? m.yes() : report.childrenInHome === 'no' ? m.no() : m.unknown()}</span>
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
