// The last step: read what will be sent, add photographs, decide whether this tab may keep the text until it is sent.
import { Fragment } from 'react';
import { CheckBox } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { AttachFiles } from './AttachFiles.tsx';
import type { FormChoices } from './form-choices.ts';
import styles from './Report.module.css';
import type { ReportDraft } from './report-draft.ts';
import { summaryLines } from './report-summary.ts';

type Props = {
  draft: ReportDraft;
  choices: FormChoices;
  files: File[];
  onFiles: (next: File[]) => void;
  kept: boolean;
  onKept: (on: boolean) => void;
};

/** The summary of a report before it is sent. */
export function StepConfirm({ draft, choices, files, onFiles, kept, onKept }: Props) {
  return (
    <div className={styles.person}>
      <dl className={styles.summary}>
        {summaryLines(draft, choices).map((line) => (
          <Fragment key={line.key}>
            <dt>{line.term}</dt>
            <dd>{line.words}</dd>
          </Fragment>
        ))}
      </dl>
      <AttachFiles files={files} onFiles={onFiles} />
      <CheckBox label={m.report_keep()} checked={kept} onChange={onKept} />
    </div>
  );
}
