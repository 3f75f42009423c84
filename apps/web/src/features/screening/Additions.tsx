// What was added to a report since it came: each with its moment, marked as read by whoever has read it, and the way to add more.
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { AddEvidenceDialog } from '../../reports/AddEvidenceDialog.tsx';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { formatMoment, m } from '../../words/index.ts';
import type { DeskReport } from './queries.ts';
import styles from './Screening.module.css';

/** The section. */
export function Additions({ report }: { report: DeskReport }) {
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const read = useWrite(api.screening.readAdditions);
  const unread = report.additions.some((each) => each.readAt === null);
  return (
    <>
      <Section
        title={m.additions({ n: report.additions.length })}
        end={
          <>
            {unread && may(me, 'report.screen') && (
              <Button tone="bare" size="small" busy={read.busy} onClick={() => read.run({ reportId: report.id })}>
                {m.additions_read()}
              </Button>
            )}
            {may(me, 'report.append') && (
              <Button size="small" onClick={() => setAdding(true)}>
                {m.addition_add()}
              </Button>
            )}
          </>
        }
      />
      <ul className={styles.lines}>
        {report.additions.map((each) => (
          <li key={each.id}>
            <span className="i3">{formatMoment(each.at)}</span>
            <span>{each.text}</span>
            <span className="row">
              {each.readAt === null && <Badge>{m.addition_unread()}</Badge>}
              {each.raisedBand && <Badge tone="attention">{m.raised_band()}</Badge>}
            </span>
          </li>
        ))}
      </ul>
      {adding && <AddEvidenceDialog report={report} onClose={() => setAdding(false)} />}
    </>
  );
}
